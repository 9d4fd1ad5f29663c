import { calibreNames } from '../accidents/calibre.ts'
import type { Database } from '../db/tables.ts'
import type { Language } from '../http/text.ts'
import { crossTable } from './cross-table.ts'
import { listEnteredNames } from './dimension-names.queries.ts'
import { nameOfKey, wholeKeys, type Dimension } from './dimensions.ts'
import { sumIndicesByTwo } from './statistics.queries.ts'
import type { CrossTable, CrossTableQuery } from './statistics.schema.ts'

/** Hour by weekday, cause by road: any two of the dimensions. */
export async function findCrossTable(
  db: Database,
  { rows, columns, ...filter }: CrossTableQuery,
  language: Language,
): Promise<CrossTable> {
  const found = await sumIndicesByTwo(db, filter, { rows, columns })
  const table = crossTable(found, { rows: wholeKeys[rows], columns: wholeKeys[columns] })
  const named = async (dimension: Dimension, keys: readonly string[]) => {
    const names = await listEnteredNames(db, dimension)
    return keys.map((key) => ({ key, name: nameOfKey(dimension, key, names, language) }))
  }
  const { calibre, from, to } = filter
  return {
    ...{ calibre, calibreText: calibreNames[calibre][language], from, to, by: { rows, columns } },
    rows: await named(rows, table.rows),
    columns: await named(columns, table.columns),
    cells: table.cells.map((row) => [...row]),
    rowTotals: [...table.rowTotals],
    columnTotals: [...table.columnTotals],
    total: table.total,
  }
}
