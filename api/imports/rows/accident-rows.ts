import type { Text } from '../../http/text.ts'
import type { Cell, ColumnMapping, ReadRecord, SheetRow } from '../import-types.ts'
import type { TailOf } from '../cells/read-record-number.ts'
import { maskPersonal } from '../../accidents/mask-personal.ts'
import { isPersonalTitle } from '../sheets/personal-titles.ts'
import { newRowSorter, type RowRole } from '../sheets/body-rows.ts'
import { checkRow, fingerprintOf } from './accident-checks.ts'
import { newBelongingStep, newCodesStep, newStandingStep } from './accident-circumstances.ts'
import { columnsByField, newDraft, type ColumnOf } from './accident-draft.ts'
import { newHarmStep } from './accident-harm.ts'
import { isNumberField, readNumbers, tailsOf } from './accident-numbers.ts'
import { isFurtherParty, joinParty } from './accident-parties.ts'
import type { AccidentRowContext } from './accident-record.ts'
import { newUnsaid, type Unsaid } from './accident-unsaid.ts'
import { newTimeStep } from './accident-when.ts'
import { newPlaceStep } from './accident-where.ts'

const leftOut = '（不导入）'

/** The row as it was, without what is about persons: that is stored nowhere. */
function newRawReader({ titles, fields }: ColumnMapping): (row: SheetRow) => Cell[] {
  const isPersonal = titles.map((title, column) => fields[column] === null && isPersonalTitle(title))
  const isKept = fields.map((field) => field !== null && isNumberField(field))
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
  /** What no column says and every row would have to be told of. */
  readonly unsaid: () => readonly Text[]
}

function newSteps(mapping: ColumnMapping, context: AccidentRowContext, columns: ColumnOf, unsaid: Unsaid) {
  return [
    newStandingStep(),
    newTimeStep(context),
    newPlaceStep(context, columns),
    newHarmStep(context, columns, mapping.factors, unsaid),
    newCodesStep(),
    newBelongingStep(context),
  ]
}

function newRecordReader(
  mapping: ColumnMapping,
  context: AccidentRowContext,
  columns: ColumnOf,
  unsaid: Unsaid,
) {
  const steps = newSteps(mapping, context, columns, unsaid)
  const rawOf = newRawReader(mapping)
  return (row: SheetRow, tailOf: TailOf): ReadRecord => {
    const draft = newDraft(row, columns)
    readNumbers(draft, tailOf)
    for (const step of steps) step(draft)
    checkRow(draft, context.now, unsaid)
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
  const unsaid = newUnsaid(columns)
  const readRecord = newRecordReader(mapping, context, columns, unsaid)
  const roleOf = newRowSorter(mapping)
  const parties = newPartyJoiner()
  const roles = { record: 0, blank: 0, header: 0, subtotal: 0, end: 0, afterEnd: 0 }
  let tailOf = context.tailOf
  const take = (row: SheetRow): ReadRecord[] => {
    const role = roleOf(row)
    roles[role]++
    return role === 'record' ? parties.add(readRecord(row, tailOf!), row) : []
  }
  return {
    roles,
    unsaid: unsaid.notes,
    end: parties.end,
    read: (rows) => {
      tailOf ??= tailsOf(rows, columns)
      return rows.flatMap(take)
    },
  }
}
