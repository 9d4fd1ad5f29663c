import type { PipelineRecord } from './import-pipeline.ts'
import type { DecidedRow, Finding, Outcome, RowDecision } from './import-types.ts'
import { outcomeOf } from './matching/row-outcome.ts'
import type { RowKey } from './matching/within-file.ts'

/** A row as it is stored after reading, before it is compared with anything. */
export interface StoredRow {
  readonly position: number
  readonly sheet: string
  readonly row_numbers: readonly number[]
  readonly raw: unknown
  readonly values: unknown
  readonly said: unknown
  readonly filled: unknown
  readonly blocking: readonly string[]
  readonly findings: readonly Finding[]
  readonly record_key: string | null
  readonly occurred_at: string | null
  readonly outcome: Outcome
  readonly target_id: string
  readonly decision: RowDecision | null
  /** Where it would lie, said beside the columns: taking it out of them again costs the database as much as storing. */
  readonly road_code: unknown
  readonly stake: unknown
  readonly lon: unknown
  readonly lat: unknown
  readonly geometry: unknown
}

/** Rows as one text for one statement, and of each the little by which they are compared with one another. */
export interface PackedRows {
  readonly json: string
  readonly keys: readonly RowKey[]
}

const isShape = (geometry: unknown) =>
  typeof geometry === 'object' && geometry !== null && !Array.isArray(geometry)

export function storedRow(
  { record, said, filled, blocking, findings, key, occurredAt }: PipelineRecord,
  position: number,
  decision: RowDecision | null,
  newId: () => string,
): StoredRow {
  const all = [...record.findings, ...findings]
  const column = (name: string) => (name in said ? said[name] : filled[name]) ?? null
  const geometry = column('geometry')
  return {
    position,
    sheet: record.sheet,
    row_numbers: record.rowNumbers,
    raw: record.raw,
    values: record.values,
    said,
    filled,
    blocking,
    findings: all,
    record_key: key,
    occurred_at: occurredAt,
    outcome: outcomeOf({ findings: all, match: null, others: [], isRepeated: false }),
    target_id: newId(),
    decision,
    road_code: column('road_code'),
    stake: column('stake') ?? column('from_stake'),
    lon: column('lon'),
    lat: column('lat'),
    geometry: isShape(geometry) ? geometry : null,
  }
}

/** A NUL is no text for the database, wherever a file has one; a backslash before such a word is one. */
const withoutNul = (json: string) =>
  json.includes('\\u0000') ? json.replace(/\\(?:u0000|.)/g, (sign) => (sign === '\\u0000' ? '' : sign)) : json

export const packedJson = (rows: readonly StoredRow[]): string => withoutNul(JSON.stringify(rows))

/** Numbers the records of one sheet in the order in which they come, and gives each back what was decided of it. */
export function newPacker(
  decided: readonly DecidedRow[],
  newId: () => string,
): (records: readonly PipelineRecord[]) => PackedRows {
  const decisions = new Map(decided.map(({ sheet, row, decision }) => [`${sheet}\n${row}`, decision]))
  let packed = 0
  return (records) => {
    const from = packed
    packed += records.length
    const rows = records.map((each, index) => {
      const { sheet, rowNumbers } = each.record
      const decision = decisions.get(`${sheet}\n${rowNumbers[0]}`) ?? null
      return storedRow(each, from + index, decision, newId)
    })
    const keys = records.map(({ record, key, content }, index): RowKey => {
      const { updatedAt } = record.values as { updatedAt?: string }
      return { position: from + index, row: record.rowNumbers[0]!, key, content, updatedAt }
    })
    return { json: packedJson(rows), keys }
  }
}
