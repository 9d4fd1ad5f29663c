import { calibreNames } from '../accidents/calibre.ts'
import type { Database } from '../db/tables.ts'
import type { Language } from '../http/text.ts'
import { annualSentence } from './annual-sentence.ts'
import { compareBy, yearOnYear } from './compare-years.queries.ts'
import { deathRates, yearOfPeriod } from './death-rate.ts'
import { samePeriodLastYear, type Period } from './period.ts'
import { findStatisticBase } from './statistic-base.queries.ts'
import { listOrigins, listSevereAccidents, sumIndices } from './statistics.queries.ts'
import type { FourIndices, FourIndicesQuery, Summary } from './statistics.schema.ts'

/** The four indices of a period beside the same days of the year before. */
export async function findFourIndices(
  db: Database,
  { by, ...filter }: FourIndicesQuery,
  language: Language,
): Promise<FourIndices> {
  const { from, to, calibre } = filter
  const before = samePeriodLastYear(filter)
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
    ...yearOnYear(current, previous),
    ...(by ? { by, rows: await compareBy(db, filter, by, language) } : {}),
  }
}

/** Both calibres beside each other, what lies beside them, and what the deaths are measured by. */
export async function findSummary(db: Database, { from, to }: Period): Promise<Summary> {
  const before = samePeriodLastYear({ from, to })
  const compare = async (calibre: 'general' | 'reported' | 'simple') =>
    yearOnYear(await sumIndices(db, { from, to, calibre }), await sumIndices(db, { ...before, calibre }))
  const general = await compare('general')
  const reported = await compare('reported')
  const year = yearOfPeriod({ from, to })
  const base = year === null ? undefined : await findStatisticBase(db, year)
  return {
    sentence: annualSentence(to, general.current, reported.current),
    from,
    to,
    previousFrom: before.from,
    previousTo: before.to,
    general,
    reported,
    simple: await compare('simple'),
    severe: await listSevereAccidents(db, { from, to, calibre: 'general' }),
    rates: [
      ...deathRates(general.current.killed, 'general', base),
      ...deathRates(reported.current.killed, 'reported', base),
    ],
    base: base ?? null,
    origins: await listOrigins(db, { from, to, calibre: 'general' }),
  }
}
