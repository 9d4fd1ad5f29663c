import type { AccidentFilter } from '../accidents/accident.schema.ts'
import type { Database } from '../db/tables.ts'
import type { Language } from '../http/text.ts'
import { listEnteredNames } from './dimension-names.queries.ts'
import { nameOfKey, type Dimension } from './dimensions.ts'
import { changesBetween, noAccidents, type Changes, type Indices } from './indices.ts'
import { samePeriodLastYear, type Period } from './period.ts'
import { sumIndicesBy, type KeyedIndices } from './statistics.queries.ts'

export interface YearOnYear {
  readonly current: Indices
  readonly previous: Indices
  readonly change: Changes
}

const figures = ({ accidents, killed, injured, lossYuan }: Indices): Indices => ({
  accidents,
  killed,
  injured,
  lossYuan,
})

export function yearOnYear(current: Indices, previous: Indices): YearOnYear {
  return { current: figures(current), previous: figures(previous), change: changesBetween(current, previous) }
}

export type ComparedRow = YearOnYear & {
  readonly key: string
  readonly name: string
  /** 其中：统计, beside the general procedure only. */
  readonly reported?: YearOnYear
}

async function bothYears(db: Database, filter: AccidentFilter & Period, dimension: Dimension) {
  const current = await sumIndicesBy(db, filter, dimension)
  const previous = await sumIndicesBy(db, { ...filter, ...samePeriodLastYear(filter) }, dimension)
  const of = (rows: readonly KeyedIndices[], key: string) =>
    rows.find((row) => row.key === key) ?? noAccidents
  const keys = [...current, ...previous].map(({ key }) => key)
  return { keys, compared: (key: string) => yearOnYear(of(current, key), of(previous, key)) }
}

/** A row for every key that occurs in either year, so that a road that became quiet is still listed. */
export async function compareBy(
  db: Database,
  filter: AccidentFilter & Period,
  dimension: Dimension,
  language: Language,
): Promise<ComparedRow[]> {
  const { keys, compared } = await bothYears(db, filter, dimension)
  const names = await listEnteredNames(db, dimension)
  const reported =
    filter.calibre === 'general'
      ? await bothYears(db, { ...filter, calibre: 'reported' }, dimension)
      : undefined
  return [...new Set(keys)].sort().map((key) => ({
    key,
    name: nameOfKey(dimension, key, names, language),
    ...compared(key),
    ...(reported ? { reported: reported.compared(key) } : {}),
  }))
}
