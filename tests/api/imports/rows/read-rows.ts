import type { ColumnMapping, ReadRecord, SheetRow } from '../../../../api/imports/import-types.ts'
import { newAccidentRowReader } from '../../../../api/imports/rows/accident-rows.ts'
import { newFacilityRowReader } from '../../../../api/imports/rows/facility-rows.ts'
import { newHazardRowReader } from '../../../../api/imports/rows/hazard-rows.ts'

interface RowReader {
  read(rows: readonly SheetRow[]): ReadRecord[]
  end(): ReadRecord[]
}

/** All rows of a sheet at once; the service reads them chunk by chunk. */
const allAtOnce =
  <Context>(newReader: (mapping: ColumnMapping, context: Context) => RowReader) =>
  (rows: readonly SheetRow[], mapping: ColumnMapping, context: Context): ReadRecord[] => {
    const reader = newReader(mapping, context)
    return [...reader.read(rows), ...reader.end()]
  }

export const readAccidentRows = allAtOnce(newAccidentRowReader)
export const readFacilityRows = allAtOnce(newFacilityRowReader)
export const readHazardRows = allAtOnce(newHazardRowReader)
