import { facilityKinds } from '../../../api/facilities/facility-kinds.ts'
import { facilityStates } from '../../../api/facilities/facility-states.ts'
import { fieldName } from '../../../api/hazards/field-names.ts'
import {
  hazardLevels,
  hazardSources,
  hazardTypes,
  type HazardType,
} from '../../../api/hazards/hazard-codes.ts'
import { hazardStatuses } from '../../../api/hazards/hazard-status.ts'
import { isAccidentSnapshot, snapshotInWords } from '../../../api/hazards/records/accident-snapshot.ts'
import { punctuation, type Text } from '../../../api/http/text.ts'
import { formatStake } from '../../../api/roads/stakes/stake-format.ts'
import type { AuditEntry } from '../api/api-types.ts'
import { formatMoment } from '../text/format.ts'
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

type Speller = (value: unknown, language: Language) => string | undefined

const named =
  (names: Readonly<Record<string, Text>>): Speller =>
  (value, language) =>
    names[String(value)]?.[language]
const stake: Speller = (value) => (typeof value === 'number' ? formatStake(value) : undefined)

/** Fields whose codes and metres an officer writes otherwise. */
const spellers: Readonly<Record<string, Speller>> = {
  ...{ stake, fromStake: stake, toStake: stake },
  status: named(hazardStatuses),
  level: named(hazardLevels),
  source: named(hazardSources),
  state: named(facilityStates),
  kind: named(facilityKinds),
  types: (value, language) =>
    Array.isArray(value)
      ? value
          .map((type: string) => hazardTypes[type as HazardType]?.[language] ?? type)
          .join(punctuation[language].listed)
      : undefined,
  accidentSnapshot: (value, language) =>
    isAccidentSnapshot(value) ? snapshotInWords(value)[language] : undefined,
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

function valueText(key: string, value: unknown, words: Words, language: Language): string {
  const { audit } = words
  if (value === null || value === undefined || value === '') return audit.empty
  const spelled = spellers[key]?.(value, language)
  if (spelled !== undefined) return spelled
  if (typeof value === 'boolean') return value ? audit.yes : audit.no
  if (typeof value === 'string' && moment.test(value)) return formatMoment(value, language)
  if (typeof value === 'number' || typeof value === 'string') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number'))
    return value.join(words.punctuation.listed)
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
