import type { ImportKind, SheetRow } from '../import-types.ts'
import { countFields, mapColumns, type MappedColumns } from './map-columns.ts'
import { cellText, compact } from './read-title.ts'

/** Rows to look through; title rows and notes above a table are few. */
export const headerWithin = 60
const fewestFields = 4

const textsOf = (row: SheetRow | undefined): string[] =>
  (row?.cells ?? []).map((cell) => cellText(cell).trim())
const filled = (texts: readonly string[]) => texts.filter((text) => text !== '').length

/** A merged parent stands in its first column only: it speaks for the blanks that follow. */
function spread(texts: readonly string[]): string[] {
  let last = ''
  return texts.map((text) => (last = text === '' ? last : text))
}

/** 死亡 above 7日 becomes 死亡/7日; a title merged downwards stays as it is. */
export function flattenTitles(parents: readonly string[], children: readonly string[]): string[] {
  const over = spread(parents)
  return Array.from({ length: Math.max(parents.length, children.length) }, (_, column) => {
    const [own = '', child = ''] = [parents[column], children[column]]
    const parent = over[column] ?? ''
    if (child === '') return own
    return parent === '' || parent === child ? child : `${parent}/${child}`
  })
}

interface Header {
  readonly rows: readonly number[]
  readonly titles: readonly string[]
  readonly count: number
}

/** Below a merged parent stand short words, and nothing under the titles that reach down. */
function looksLikeChildren(parents: readonly string[], children: readonly string[]): boolean {
  if (filled(children) < 2 || filled(parents) < 2) return false
  const isWord = (text: string) => text === '' || (text.length <= 12 && !/^[\d.:/-]+$/.test(compact(text)))
  const under = children.filter((child, column) => child !== '' && !(parents[column] ?? '')).length
  const reachesDown = parents.some((parent, column) => parent !== '' && !(children[column] ?? ''))
  return children.every(isWord) && under > 0 && reachesDown
}

function candidates(rows: readonly SheetRow[], at: number, kind: ImportKind): Header[] {
  const [row, below] = [rows[at]!, rows[at + 1]]
  const [own, children] = [textsOf(row), textsOf(below)]
  const single = { rows: [row.number], titles: own, count: countFields(own, kind) }
  if (!below || !looksLikeChildren(own, children)) return [single]
  const titles = flattenTitles(own, children)
  const double = { rows: [row.number, below.number], titles, count: countFields(titles, kind) }
  return double.count >= single.count ? [double] : [single, double]
}

function headerAt(rows: readonly SheetRow[], at: number, kind: ImportKind): Header | undefined {
  return candidates(rows, at, kind).find(({ count }) => count >= fewestFields)
}

/** The first row, alone or with the one below, that names four fields of the kind. */
export function findHeader(rows: readonly SheetRow[], kind: ImportKind): MappedColumns | undefined {
  const looked = rows.slice(0, headerWithin)
  for (let at = 0; at < looked.length; at++) {
    if (filled(textsOf(looked[at])) < 2) continue
    const header = headerAt(looked, at, kind)
    if (header) return mapColumns(header.titles, kind, header.rows)
  }
  return undefined
}
