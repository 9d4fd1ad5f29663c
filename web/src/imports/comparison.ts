import type { ImportDifference, RowDecision } from '../api/import-types.ts'
import { fieldOfColumn } from './cell-text.ts'

export interface ComparedField {
  readonly field: string
  /** Of the table, where the two were compared by its columns. */
  readonly column?: string
  /** How the service calls it, where the file's columns have no such field. */
  readonly name?: string
  readonly imported: unknown
  readonly standing: unknown
  readonly isSame: boolean
  readonly isCorrected?: boolean
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== ''
const plain = (value: unknown) => (isGiven(value) ? JSON.stringify(value) : '')
/** Instants are the same instant whatever zone they are written in. */
const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)

function isSameValue(a: unknown, b: unknown): boolean {
  return isInstant(a) && isInstant(b) ? Date.parse(a) === Date.parse(b) : plain(a) === plain(b)
}

/** Fields that one of the two gives, the differing ones first; inner keys are nobody's to read. */
export function comparedFields(
  imported: Readonly<Record<string, unknown>>,
  standing: Readonly<Record<string, unknown>>,
): ComparedField[] {
  const fields = [...new Set([...Object.keys(imported), ...Object.keys(standing)])]
  return fields
    .filter((field) => field !== 'fingerprint' && (isGiven(imported[field]) || isGiven(standing[field])))
    .map((field) => {
      const pair = { imported: imported[field], standing: standing[field] }
      return { field, ...pair, isSame: isSameValue(pair.imported, pair.standing) }
    })
    .sort((a, b) => Number(a.isSame) - Number(b.isSame))
}

/** What the service found different, corrections by a person first. */
export function differencesOf(differences: readonly ImportDifference[]): ComparedField[] {
  return differences
    .map(({ given, ...both }) => {
      return { ...both, field: fieldOfColumn(both.column), imported: given, isSame: false }
    })
    .sort((a, b) => Number(b.isCorrected) - Number(a.isCorrected))
}

/** The decision with one column's correction given up for the file's value, or kept. */
export function withOverruled(
  decision: RowDecision | null,
  column: string,
  isOverruled: boolean,
): RowDecision {
  const others = (decision?.overrule ?? []).filter((other) => other !== column)
  return { action: 'take', ...decision, overrule: isOverruled ? [...others, column] : others }
}

/** The decision with one cell as it was typed into the preview. */
export function withFixed(decision: RowDecision | null, field: string, text: string): RowDecision {
  return { action: 'take', ...decision, values: { ...decision?.values, [field]: text } }
}
