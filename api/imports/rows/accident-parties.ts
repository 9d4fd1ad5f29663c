import type { Finding, ReadRecord } from '../import-types.ts'
import { noted, toCheck } from '../cells/cell-reading.ts'
import { accidentSynonyms } from '../sheets/accident-synonyms.ts'
import { accidentRowMessages } from './accident-messages.ts'
import type { AccidentValues } from './accident-record.ts'

/** Of the parties' rows the highest counts: a row may hold only its own party's harm. */
const counted: ReadonlySet<string> = new Set([
  'killed',
  'killedScene',
  'killed30d',
  'injured',
  'seriouslyInjured',
  'lossYuan',
  'motorCount',
  'nonMotorCount',
  'pedestrianCount',
])
/** Rows that differ in these are two records under one number, which is another matter. */
const decisive = ['occurredAt', 'road', 'stake', 'procedure', 'recordType', 'updatedAt'] as const

const names = new Map(accidentSynonyms.fields.map(({ field, name }) => [field, name]))
const valuesOf = ({ values }: ReadRecord): AccidentValues => values

/** One row per party repeats the accident. */
export function isFurtherParty(record: ReadRecord, next: ReadRecord): boolean {
  const [a, b] = [valuesOf(record), valuesOf(next)]
  if (a.accidentNo !== b.accidentNo) return false
  const isKnown =
    a.accidentNo !== undefined || (a.fingerprint !== undefined && a.fingerprint === b.fingerprint)
  return isKnown && decisive.every((field) => a[field] === b[field])
}

function differing(field: string): Finding {
  const { zh, en } = names.get(field) ?? { zh: field, en: field }
  const isCount = counted.has(field)
  const message = isCount
    ? accidentRowMessages.partyCountsDiffer(zh, en)
    : accidentRowMessages.partyValuesDiffer(zh, en)
  return { field, ...toCheck(isCount ? 'party_counts_differ' : 'party_values_differ', message) }
}

function mergeValues(first: Readonly<Record<string, unknown>>, next: Readonly<Record<string, unknown>>) {
  const values: Record<string, unknown> = { ...first }
  const findings: Finding[] = []
  for (const [field, value] of Object.entries(next)) {
    const present = values[field]
    if (present === undefined) values[field] = value
    else if (JSON.stringify(present) === JSON.stringify(value) || field === 'fingerprint') continue
    else {
      if (counted.has(field)) values[field] = Math.max(Number(present), Number(value))
      findings.push(differing(field))
    }
  }
  return { values, findings }
}

const keyOf = ({ field, code }: Finding) => `${field}|${code}`

function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((finding) => [keyOf(finding), finding] as const))
  return [...seen.values()]
}

/** The row of a further party joined to those before it. */
export function joinParty(record: ReadRecord, next: ReadRecord): ReadRecord {
  const rowNumbers = [...record.rowNumbers, ...next.rowNumbers]
  const merged = mergeValues(record.values, next.values)
  const said = record.findings.filter(({ code }) => !code.startsWith('party_rows'))
  const isByNumber = record.values['accidentNo'] !== undefined
  const joined = isByNumber
    ? noted('party_rows', accidentRowMessages.partyRows(rowNumbers))
    : toCheck('party_rows_unnumbered', accidentRowMessages.partyRowsByFingerprint(rowNumbers))
  return {
    sheet: record.sheet,
    rowNumbers,
    raw: [...record.raw, ...next.raw],
    values: merged.values,
    findings: distinct([...said, ...next.findings, ...merged.findings, { field: '', ...joined }]),
  }
}
