import { maskPersonal } from '../../accidents/mask-personal.ts'
import type { CoordinateSystem } from '../../roads/coordinates/coordinates.ts'
import type { RoadName, StakeContext } from '../../roads/stakes/stake-reading.ts'
import type { AreaName, SquadName } from '../cells/read-names.ts'
import type { Cell, ColumnMapping, ReadRecord, SheetRow } from '../import-types.ts'
import { newRowSorter, type RowRole } from '../sheets/body-rows.ts'
import { isPersonalTitle } from '../sheets/personal-titles.ts'
import { columnsByField } from './accident-draft.ts'
import { newLedgerDraft, type LedgerDraft } from './ledger-draft.ts'

export interface UnitName {
  readonly code: string
  readonly name: string
  readonly shortName: string | null
}

/** What reading a ledger of hazards or facilities needs to know of the installation. */
export interface LedgerRowContext {
  readonly sheet: string
  readonly roads: readonly RoadName[]
  readonly bearingAt?: StakeContext['bearingAt']
  readonly squads: readonly SquadName[]
  readonly areas: readonly AreaName[]
  readonly units: readonly UnitName[]
  /** What whoever imports the file declared; a column of the file goes before it. */
  readonly crs?: CoordinateSystem | undefined
  readonly now: Date
  readonly fileIs1904?: boolean | undefined
}

export interface LedgerRowReader {
  readonly read: (rows: readonly SheetRow[]) => ReadRecord[]
  readonly end: () => ReadRecord[]
  /** How many rows were what. */
  readonly roles: Readonly<Record<RowRole, number>>
}

const leftOut = '（不导入）'

/** The row as it was, without what is about persons: that is stored nowhere. */
function newRawReader({ titles, fields }: ColumnMapping): (row: SheetRow) => Cell[] {
  const isPersonal = titles.map((title, column) => fields[column] === null && isPersonalTitle(title))
  return ({ cells }) =>
    cells.map((cell, column) => {
      if (isPersonal[column]) return cell === null || cell === '' ? cell : leftOut
      if (typeof cell === 'number' && fields[column] === 'phone') return maskPersonal(String(cell))
      return typeof cell === 'string' && cell.length >= 4 ? maskPersonal(cell) : cell
    })
}

/** Reads the rows of one sheet, chunk by chunk, each row a record of its own. */
export function newLedgerRowReader<Values extends object>(
  mapping: ColumnMapping,
  sheet: string,
  readRow: (draft: LedgerDraft<Values>) => void,
): LedgerRowReader {
  const columns = columnsByField(mapping)
  const rawOf = newRawReader(mapping)
  const roleOf = newRowSorter(mapping)
  const roles = { record: 0, blank: 0, header: 0, subtotal: 0, end: 0, afterEnd: 0 }
  const readOne = (row: SheetRow): ReadRecord[] => {
    const role = roleOf(row)
    roles[role]++
    if (role !== 'record') return []
    const draft = newLedgerDraft<Values>(row, columns)
    readRow(draft)
    return [
      {
        sheet,
        rowNumbers: [row.number],
        raw: [rawOf(row)],
        values: { ...draft.values } as Record<string, unknown>,
        findings: draft.findings,
      },
    ]
  }
  return { roles, read: (rows) => rows.flatMap(readOne), end: () => [] }
}
