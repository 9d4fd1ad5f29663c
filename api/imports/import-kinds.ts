import type { Text } from '../http/text.ts'
import type { ReadingSettings } from './import-ground.ts'
import { importMessages } from './import-messages.ts'
import type { ColumnMapping, ImportKind, ReadRecord, SheetRow } from './import-types.ts'
import type { TailOf } from './cells/read-record-number.ts'
import { accidentColumns } from './matching/accident-columns.ts'
import { facilityColumns } from './matching/facility-columns.ts'
import { hazardColumns } from './matching/hazard-columns.ts'
import type { PlacingGround, RecordColumns } from './matching/record-columns.ts'
import type { StakeContext } from '../roads/stakes/stake-reading.ts'
import type { AccidentValues } from './rows/accident-record.ts'
import { newAccidentRowReader } from './rows/accident-rows.ts'
import type { FacilityValues } from './rows/facility-record.ts'
import { newFacilityRowReader } from './rows/facility-rows.ts'
import type { HazardValues } from './rows/hazard-record.ts'
import { newHazardRowReader } from './rows/hazard-rows.ts'
import type { LedgerRowContext, LedgerRowReader } from './rows/ledger-rows.ts'

export interface KindReader {
  readonly read: (rows: readonly SheetRow[]) => ReadRecord[]
  readonly end: () => ReadRecord[]
  /** What was left out of the sheet, and why. */
  readonly notes: () => readonly Text[]
  readonly columnsOf: (record: ReadRecord) => RecordColumns
}

type Ground = PlacingGround & Pick<StakeContext, 'bearingAt'>

function notesOf({ afterEnd, subtotal }: { readonly afterEnd: number; readonly subtotal: number }): Text[] {
  return [
    ...(afterEnd > 0 ? [importMessages.belowTotal(afterEnd)] : []),
    ...(subtotal > 0 ? [importMessages.subtotals(subtotal)] : []),
  ]
}

function newAccidentReader(
  mapping: ColumnMapping,
  settings: ReadingSettings,
  ground: Ground,
  tailOf?: TailOf,
): KindReader {
  const { roadNames, squads, areas } = settings.ground
  const procedure = settings.procedure ?? undefined
  const reader = newAccidentRowReader(mapping, {
    sheet: settings.sheet,
    roads: roadNames,
    bearingAt: ground.bearingAt,
    squads,
    areas,
    crs: settings.crs ?? undefined,
    now: settings.now,
    procedure,
    fileIs1904: settings.is1904,
    tailOf,
  })
  return {
    ...reader,
    notes: () => [...notesOf(reader.roles), ...reader.unsaid()],
    columnsOf: ({ values }) => accidentColumns(values as AccidentValues, ground, procedure),
  }
}

type LedgerColumns = (record: ReadRecord) => RecordColumns

function newLedgerReader(
  newReader: (mapping: ColumnMapping, context: LedgerRowContext) => LedgerRowReader,
  columnsOf: LedgerColumns,
  mapping: ColumnMapping,
  settings: ReadingSettings,
  ground: Ground,
): KindReader {
  const { roadNames, squads, areas, units } = settings.ground
  const reader = newReader(mapping, {
    sheet: settings.sheet,
    roads: roadNames,
    bearingAt: ground.bearingAt,
    squads,
    areas,
    units,
    crs: settings.crs ?? undefined,
    now: settings.now,
    fileIs1904: settings.is1904,
  })
  return { ...reader, notes: () => notesOf(reader.roles), columnsOf }
}

type NewReader = (
  mapping: ColumnMapping,
  settings: ReadingSettings,
  ground: Ground,
  tailOf?: TailOf,
) => KindReader

const readers: Readonly<Record<ImportKind, NewReader>> = {
  accidents: newAccidentReader,
  hazards: (mapping, settings, ground) => {
    const columnsOf: LedgerColumns = ({ values }) =>
      hazardColumns(values as HazardValues, ground, settings.now)
    return newLedgerReader(newHazardRowReader, columnsOf, mapping, settings, ground)
  },
  facilities: (mapping, settings, ground) => {
    const columnsOf: LedgerColumns = ({ values }) =>
      facilityColumns(values as FacilityValues, ground, settings.now)
    return newLedgerReader(newFacilityRowReader, columnsOf, mapping, settings, ground)
  },
}

/** The reader of the kind that the file was declared to be; `tailOf` for a row that is read again. */
export function newKindReader(
  mapping: ColumnMapping,
  settings: ReadingSettings,
  ground: Ground,
  tailOf?: TailOf,
): KindReader {
  return readers[settings.kind](mapping, settings, ground, tailOf)
}
