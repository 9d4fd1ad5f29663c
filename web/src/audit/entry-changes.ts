import { fieldName } from '../../../api/hazards/field-names.ts'
import { hazardStatuses, type HazardStatus } from '../../../api/hazards/hazard-status.ts'
import type { AuditEntry } from '../api/api-types.ts'
import type { Language, Words } from '../text/words.ts'

export interface FieldChange {
  readonly field: string
  /** undefined: the entry says nothing of before. */
  readonly before: string | undefined
  readonly after: string
}

type Fields = Readonly<Record<string, unknown>>
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}

/** Of the row and not of the matter, or said better by what stands beside it. */
const inner = new Set(['version', 'body', 'requestHash', 'geometry'])

function valueText(key: string, value: unknown, words: Words, language: Language): string {
  const { audit } = words
  if (value === null || value === undefined || value === '') return audit.empty
  if (key === 'status' && String(value) in hazardStatuses)
    return hazardStatuses[Number(value) as HazardStatus][language]
  if (typeof value === 'boolean') return value ? audit.yes : audit.no
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number'))
    return value.join('、')
  return audit.items(Array.isArray(value) ? value.length : Object.keys(value as object).length)
}

/** Before → after in an officer's words; fields without words are in the raw entry only. */
export function changesOf(entry: AuditEntry, words: Words, language: Language): FieldChange[] {
  const [before, after] = [fieldsOf(entry.before), fieldsOf(entry.after)]
  const unnamed = fieldName('').zh
  const hasBefore = Object.keys(before).length > 0
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((key) => !inner.has(key) && fieldName(key).zh !== unnamed)
    .filter((key) => !hasBefore || JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({
      field: fieldName(key)[language],
      before: hasBefore && key in before ? valueText(key, before[key], words, language) : undefined,
      after: valueText(key, after[key], words, language),
    }))
}

/** What was taken away: rows and format. */
export function exportedOf(entry: AuditEntry): { rows: number | null; format: string } | undefined {
  if (!entry.action.endsWith('.export')) return undefined
  const { rows, format } = fieldsOf(entry.after)
  return { rows: typeof rows === 'number' ? rows : null, format: String(format ?? '') }
}
