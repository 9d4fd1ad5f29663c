import type { ColumnMapping, Finding, ImportKind } from '../import-types.ts'
import type { FieldSynonyms } from './column-synonyms.ts'
import { synonymsOf } from './kind-synonyms.ts'
import { isPersonalTitle } from './personal-titles.ts'
import { readTitle, type ReadTitle } from './read-title.ts'
import { sheetMessages } from './sheet-messages.ts'

export interface MappedColumns extends ColumnMapping {
  /** What the clerk should know about the columns before looking at rows. */
  readonly notes: readonly Finding[]
}

interface Match {
  readonly fields: readonly FieldSynonyms[]
  /** Lower is surer. */
  readonly rank: number
}

/** Below a parent these do not say whose number, time or name it is. */
const isVague = (key: string) =>
  /^(?:编号|时间|日期|地点|名称|类型|单位|X|Y|道路|公里|米|机动车|行人|死|伤)$/.test(key)
const containedRank = 1000
const nothing: Match = { fields: [], rank: Number.POSITIVE_INFINITY }

interface Index {
  readonly whole: ReadonlyMap<string, Match>
  readonly fields: readonly FieldSynonyms[]
}

const indexes = new Map<ImportKind, Index>()

function indexOf(kind: ImportKind): Index {
  const known = indexes.get(kind)
  if (known) return known
  const whole = new Map<string, Match>()
  const { fields } = synonymsOf(kind)
  for (const field of fields)
    field.titles.forEach((title, rank) => {
      const { key } = readTitle(title)
      const other = whole.get(key)
      const isSame = other?.fields.some((each) => each.field === field.field)
      if (!isSame) whole.set(key, { fields: [...(other?.fields ?? []), field], rank: other?.rank ?? rank })
    })
  const index = { whole, fields }
  indexes.set(kind, index)
  return index
}

function matchContained({ fields }: Index, key: string): Match {
  const fit = fields.filter(
    ({ contained = [], unless = [] }) =>
      contained.some((word) => key.includes(word.toUpperCase())) &&
      !unless.some((word) => key.includes(word.toUpperCase())),
  )
  return fit.length === 0 ? nothing : { fields: fit, rank: containedRank }
}

/** Whole title, then the lower half of a two-level title, then a word inside it. */
export function matchTitle(title: string, kind: ImportKind): Match & ReadTitle {
  const index = indexOf(kind)
  const read = readTitle(title)
  const key = read.key.replaceAll('/', '')
  const leaf = read.key.split('/').at(-1) ?? ''
  const byWhole = index.whole.get(key) ?? index.whole.get(read.key)
  const byLeaf = leaf !== key && !isVague(leaf) ? index.whole.get(leaf) : undefined
  const match = byWhole ?? (byLeaf && { ...byLeaf, rank: byLeaf.rank + containedRank / 2 })
  return { ...read, ...(match ?? (key === '' ? nothing : matchContained(index, key))) }
}

type Claims = Map<string, { readonly column: number; readonly rank: number }>

function claim(claims: Claims, field: string, column: number, rank: number): number | undefined {
  const other = claims.get(field)
  if (other && other.rank <= rank) return column
  claims.set(field, { column, rank })
  return other?.column
}

/** Which field each column is. Two that claim one field: the surer title has it, the other is said. */
export function mapColumns(
  titles: readonly string[],
  kind: ImportKind,
  headerRows: readonly number[] = [],
): MappedColumns {
  const matches = titles.map((title) => matchTitle(title, kind))
  const claims: Claims = new Map()
  const notes: Finding[] = []
  const note = (column: number, code: string, message: Finding['message']) =>
    notes.push({ field: '', column, code, severity: 'note', message })
  matches.forEach(({ fields, rank }, column) => {
    const title = titles[column] ?? ''
    const [field, ...others] = fields
    if (!field) {
      if (isPersonalTitle(title)) note(column, 'personal_column', sheetMessages.personalColumn(title))
      return
    }
    if (others.length > 0)
      return note(
        column,
        'column_ambiguous',
        sheetMessages.ambiguous(
          title,
          fields.map(({ name }) => name),
        ),
      )
    const loser = claim(claims, field.field, column, rank)
    if (loser !== undefined) note(loser, 'column_twice', sheetMessages.twice(titles[loser] ?? '', field.name))
  })
  const fields: (string | null)[] = titles.map(() => null)
  for (const [field, { column }] of claims) fields[column] = field
  const factors = matches.map(({ factor }, column) => (fields[column] === null ? null : factor))
  return { headerRows, titles, fields, factors, notes: [...notes, ...leftOver(titles, fields, kind)] }
}

/** Columns nobody uses and fields nobody gives. */
function leftOver(
  titles: readonly string[],
  fields: readonly (string | null)[],
  kind: ImportKind,
): Finding[] {
  const { fields: all, leftOut = [] } = synonymsOf(kind)
  const known = new Set(leftOut.map((title) => readTitle(title).key))
  const unused = titles.flatMap((title, column): Finding[] => {
    if (fields[column] !== null || title === '' || isPersonalTitle(title)) return []
    const code = known.has(readTitle(title).key) ? 'column_left_out' : 'column_unknown'
    return [{ field: '', column, code, severity: 'note', message: sheetMessages.unused([title]) }]
  })
  const missing = all
    .filter(
      ({ field, isNeeded, givenBy = [] }) =>
        isNeeded && ![field, ...givenBy].some((each) => fields.includes(each)),
    )
    .map(({ field, name }): Finding => {
      return { field, code: 'column_missing', severity: 'check', message: sheetMessages.missing(name) }
    })
  return [...unused, ...missing]
}

/** How many fields these titles would give: what a header is told by. */
export function countFields(titles: readonly string[], kind: ImportKind): number {
  const found = new Set<string>()
  for (const title of titles) {
    const [field, ...others] = title === '' ? [] : matchTitle(title, kind).fields
    if (field && others.length === 0) found.add(field.field)
  }
  return found.size
}

/** The mapping as the clerk set it by hand or as a remembered template has it. */
export function withFields(mapping: ColumnMapping, fields: readonly (string | null)[]): ColumnMapping {
  const factors = mapping.titles.map((title, column) =>
    (fields[column] ?? null) === null ? null : readTitle(title).factor,
  )
  return { ...mapping, fields: mapping.titles.map((_, column) => fields[column] ?? null), factors }
}
