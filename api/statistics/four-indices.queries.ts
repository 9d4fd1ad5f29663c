import { calibreNames } from '../accidents/calibre.ts'
import type { AccidentFilter } from '../accidents/accident.schema.ts'
import type { Database } from '../db/tables.ts'
import type { Language } from '../http/text.ts'
import { listRoads } from '../roads/road.queries.ts'
import { annualSentence } from './annual-sentence.ts'
import { changesBetween, noAccidents, type Indices } from './indices.ts'
import { samePeriodLastYear, type Period } from './period.ts'
import { sumIndices, sumIndicesBy } from './statistics.queries.ts'
import type { Dimension, FourIndices, FourIndicesQuery, Summary } from './statistics.schema.ts'

const figures = ({ accidents, killed, injured, lossYuan }: Indices): Indices => ({
  accidents,
  killed,
  injured,
  lossYuan,
})

function comparison(current: Indices, previous: Indices) {
  return { current: figures(current), previous: figures(previous), change: changesBetween(current, previous) }
}

/** Codes of roads that are only names say nothing to a reader. */
async function namesOf(db: Database, dimension: Dimension): Promise<ReadonlyMap<string, string>> {
  const roads = dimension === 'road' ? await listRoads(db) : []
  return new Map(roads.map(({ code, name }) => [code, name]))
}

/** A row for every key that occurs in either year, so that a road that became quiet is still listed. */
async function compareBy(db: Database, filter: AccidentFilter, before: Period, dimension: Dimension) {
  const current = await sumIndicesBy(db, filter, dimension)
  const previous = await sumIndicesBy(db, { ...filter, ...before }, dimension)
  const keys = [...new Set([...current, ...previous].map(({ key }) => key))].sort()
  const of = (rows: typeof current, key: string) => rows.find((row) => row.key === key) ?? noAccidents
  const names = await namesOf(db, dimension)
  return keys.map((key) => {
    const name = names.get(key)
    return { key, ...(name ? { name } : {}), ...comparison(of(current, key), of(previous, key)) }
  })
}

/** The four indices of a period beside the same days of the year before. */
export async function findFourIndices(
  db: Database,
  query: FourIndicesQuery,
  language: Language,
): Promise<FourIndices> {
  const { from, to, calibre, road, severity, by } = query
  const filter = { from, to, calibre, road, severity }
  const before = samePeriodLastYear(query)
  const current = await sumIndices(db, filter)
  const previous = await sumIndices(db, { ...filter, ...before })
  return {
    calibre,
    calibreText: calibreNames[calibre][language],
    from,
    to,
    previousFrom: before.from,
    previousTo: before.to,
    located: current.located,
    ...comparison(current, previous),
    ...(by ? { rows: await compareBy(db, filter, before, by) } : {}),
  }
}

export async function findSummary(db: Database, { from, to }: Period): Promise<Summary> {
  const before = samePeriodLastYear({ from, to })
  const compare = async (calibre: 'general' | 'reported') =>
    comparison(await sumIndices(db, { from, to, calibre }), await sumIndices(db, { ...before, calibre }))
  const general = await compare('general')
  const reported = await compare('reported')
  return { sentence: annualSentence(to, general.current, reported.current), from, to, general, reported }
}
