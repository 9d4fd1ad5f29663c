import { formatStake } from '../../../api/roads/stakes/stake-format.ts'
import { codedFields } from '../../../api/imports/rows/accident-code-specs.ts'
import { synonymsOf } from '../../../api/imports/sheets/kind-synonyms.ts'
import type { Cell, ImportFinding, ImportKind, ImportRow } from '../api/import-types.ts'
import { formatMoment } from '../text/format.ts'
import { punctuation } from '../../../api/http/text.ts'
import type { Language } from '../text/words.ts'

/** A cell as the spreadsheet shows it, on one line. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return cell.text
  return String(cell).replaceAll(/\s*\n\s*/g, ' ')
}

/** `0` → A, `27` → AB: what stands above the column in the spreadsheet. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26) - 1
  return (rest >= 0 ? columnLetter(rest) : '') + String.fromCharCode(65 + (column % 26))
}

export function fieldName(kind: ImportKind, field: string, language: Language, otherwise = field): string {
  const known = synonymsOf(kind).fields.find((each) => each.field === field)
  return known ? known.name[language] : otherwise
}

const fieldOfOddColumn: Readonly<Record<string, string>> = {
  road_code: 'road',
  squad_code: 'squad',
  crs_source: 'crs',
  killed_30d: 'killed30d',
}

/** `place_text` → placeText: records that stand are compared by the columns of their table. */
export const fieldOfColumn = (column: string): string =>
  fieldOfOddColumn[column] ?? column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

const stakeFields = new Set(['stake', 'fromStake', 'toStake'])
const isInstant = (value: string) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)

/** A value that was read or that stands, in words: codes by name, stakes and times as they are written. */
export function valueText(
  { kind, field }: { readonly kind: ImportKind; readonly field: string },
  value: unknown,
  language: Language,
): string {
  if (value === null || value === undefined || value === '') return ''
  if (Array.isArray(value))
    return value.map((each) => valueText({ kind, field }, each, language)).join(punctuation[language].listed)
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  if (typeof value === 'number') return stakeFields.has(field) ? formatStake(value) : String(value)
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  if (isInstant(text)) return formatMoment(text, language)
  const name = kind === 'accidents' ? codedFields[field]?.table[text] : undefined
  return name ? name[language] : text
}

const weight = { note: 0, check: 1, refuse: 2 } as const

/** The gravest thing said about each column of a row. */
export function findingsByColumn({
  findings,
}: Pick<ImportRow, 'findings'>): ReadonlyMap<number, ImportFinding> {
  const byColumn = new Map<number, ImportFinding>()
  for (const finding of findings) {
    if (finding.column === undefined) continue
    const other = byColumn.get(finding.column)
    if (!other || weight[finding.severity] > weight[other.severity]) byColumn.set(finding.column, finding)
  }
  return byColumn
}

/** Everything that was said about a row, the gravest first. */
export function reasonsOf({ findings }: Pick<ImportRow, 'findings'>): string[] {
  const sorted = [...findings].sort((a, b) => weight[b.severity] - weight[a.severity])
  return [...new Set(sorted.map(({ message }) => message))]
}
