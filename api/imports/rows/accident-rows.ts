import type { Cell, ColumnMapping, ReadRecord, SheetRow } from '../import-types.ts'
import { toCheck } from '../cells/cell-reading.ts'
import { maskPersonal } from '../../accidents/mask-personal.ts'
import { hasZeroTail, readRecordNumber, type NumberTails } from '../cells/read-record-number.ts'
import { plainText } from '../cells/read-text.ts'
import { isPersonalTitle } from '../sheets/personal-titles.ts'
import { newRowSorter, type RowRole } from '../sheets/body-rows.ts'
import { checkRow, fingerprintOf } from './accident-checks.ts'
import { newBelongingStep, newCodesStep, newStandingStep } from './accident-circumstances.ts'
import { columnsByField, newDraft, type AccidentDraft, type ColumnOf } from './accident-draft.ts'
import { newHarmStep } from './accident-harm.ts'
import { accidentRowMessages } from './accident-messages.ts'
import { isFurtherParty, joinParty } from './accident-parties.ts'
import type { AccidentRowContext } from './accident-record.ts'
import { newTimeStep } from './accident-when.ts'
import { newPlaceStep } from './accident-where.ts'

/** Fewer long numbers say nothing about how they came to end in zeros. */
const fewestForTail = 5
const numberFields = ['accidentNo', 'regNo', 'statNo'] as const
/** Numbers of 15 to 18 digits that are meant to be there. */
const keptWhole: ReadonlySet<string> = new Set(numberFields)

function tailsOf(rows: readonly SheetRow[], columns: ColumnOf): NumberTails {
  const column = columns.get('accidentNo')
  if (column === undefined) return 'unknown'
  const long = rows.map(({ cells }) => plainText(cells[column])).filter((text) => /^\d{16,18}$/.test(text))
  if (long.length < fewestForTail) return 'unknown'
  const zeros = long.filter(hasZeroTail).length
  if (zeros === long.length) return 'zero'
  return zeros <= long.length / 5 ? 'kept' : 'unknown'
}

function readNumbers(draft: AccidentDraft, tails: NumberTails): void {
  for (const field of numberFields) {
    const text = draft.take(field, readRecordNumber(draft.cellOf(field), tails))
    if (text !== undefined) draft.values[field] = text
  }
  const isSaid = draft.findings.some(({ field }) => field === 'accidentNo')
  if (draft.values.accidentNo === undefined && !isSaid)
    draft.take('accidentNo', { issues: [toCheck('number_missing', accidentRowMessages.numberMissing())] })
}

const leftOut = '（不导入）'

/** The row as it was, without what is about persons: that is stored nowhere. */
function newRawReader({ titles, fields }: ColumnMapping): (row: SheetRow) => Cell[] {
  const isPersonal = titles.map((title, column) => fields[column] === null && isPersonalTitle(title))
  const isKept = fields.map((field) => field !== null && keptWhole.has(field))
  return ({ cells }) =>
    cells.map((cell, column) => {
      if (isPersonal[column]) return cell === null || cell === '' ? cell : leftOut
      if (typeof cell !== 'string' || cell.length < 4 || isKept[column]) return cell
      return maskPersonal(cell)
    })
}

export interface AccidentRowReader {
  /** Records that are complete; the last one waits for further rows of its parties. */
  readonly read: (rows: readonly SheetRow[]) => ReadRecord[]
  readonly end: () => ReadRecord[]
  /** How many rows were what. */
  readonly roles: Readonly<Record<RowRole, number>>
}

function newSteps(mapping: ColumnMapping, context: AccidentRowContext, columns: ColumnOf) {
  return [
    newStandingStep(),
    newTimeStep(context),
    newPlaceStep(context, columns),
    newHarmStep(context, columns, mapping.factors),
    newCodesStep(),
    newBelongingStep(context),
  ]
}

function newRecordReader(mapping: ColumnMapping, context: AccidentRowContext, columns: ColumnOf) {
  const steps = newSteps(mapping, context, columns)
  const rawOf = newRawReader(mapping)
  return (row: SheetRow, tails: NumberTails): ReadRecord => {
    const draft = newDraft(row, columns)
    readNumbers(draft, tails)
    for (const step of steps) step(draft)
    checkRow(draft, context.now)
    const fingerprint = fingerprintOf(draft.values)
    const values = { ...draft.values, ...(fingerprint === undefined ? {} : { fingerprint }) }
    return {
      sheet: context.sheet,
      rowNumbers: [row.number],
      raw: [rawOf(row)],
      values,
      findings: draft.findings,
    }
  }
}

/** Holds back one record until the next row shows whether it is a further party of the same accident. */
function newPartyJoiner() {
  let open: ReadRecord | undefined
  let last: readonly Cell[] = []
  const end = (): ReadRecord[] => {
    const complete = open
    open = undefined
    return complete ? [complete] : []
  }
  /** The same line twice is no further party; the kept cells no longer show where only the names differ. */
  const isRepeated = (cells: readonly Cell[]) => JSON.stringify(cells) === JSON.stringify(last)
  const add = (record: ReadRecord, { cells }: SheetRow): ReadRecord[] => {
    const isParty = open !== undefined && isFurtherParty(open, record) && !isRepeated(cells)
    last = cells
    if (open && isParty) {
      open = joinParty(open, record)
      return []
    }
    const complete = end()
    open = record
    return complete
  }
  return { add, end }
}

/** Reads the rows of one sheet, chunk by chunk, into accidents. */
export function newAccidentRowReader(mapping: ColumnMapping, context: AccidentRowContext): AccidentRowReader {
  const columns = columnsByField(mapping)
  const readRecord = newRecordReader(mapping, context, columns)
  const roleOf = newRowSorter(mapping)
  const parties = newPartyJoiner()
  const roles = { record: 0, blank: 0, header: 0, subtotal: 0, end: 0, afterEnd: 0 }
  let tails: NumberTails | undefined
  const take = (row: SheetRow): ReadRecord[] => {
    const role = roleOf(row)
    roles[role]++
    return role === 'record' ? parties.add(readRecord(row, tails ?? 'unknown'), row) : []
  }
  return {
    roles,
    end: parties.end,
    read: (rows) => {
      tails ??= tailsOf(rows, columns)
      return rows.flatMap(take)
    },
  }
}

/** All rows of a sheet at once. */
export function readAccidentRows(
  rows: readonly SheetRow[],
  mapping: ColumnMapping,
  context: AccidentRowContext,
): ReadRecord[] {
  const reader = newAccidentRowReader(mapping, context)
  return [...reader.read(rows), ...reader.end()]
}
