import type { Calibre } from '../accidents/calibre.ts'
import type { Database } from '../db/tables.ts'
import { totalFacilities } from '../facilities/facility.queries.ts'
import { closingRates } from '../hazards/figures/closing-rates.ts'
import { monthTable } from '../hazards/figures/month-table.ts'
import { roadGroupOf } from '../hazards/figures/road-groups.ts'
import { listTicketFacts } from '../hazards/figures/ticket-facts.queries.ts'
import { timelyMedians } from '../hazards/figures/timely-medians.ts'
import { listRoads } from '../roads/road.queries.ts'
import { compareBy } from '../statistics/compare-years.queries.ts'
import type { Dimension } from '../statistics/dimensions.ts'
import { findSummary } from '../statistics/four-indices.queries.ts'
import type { Period } from '../statistics/period.ts'
import { noMaterial } from './annual-fields.ts'
import { findAnnualMaterial } from './annual-material.queries.ts'
import { hazardWork, type AnnualFigures } from './annual-report.ts'
import type { FacilityFigures } from './facility-report.ts'
import type { FourIndicesFigures, MainRoad } from './four-indices-report.ts'
import type { MonthFigures } from './month-report.ts'

const ownRows = ['national', 'provincial', 'firstClass']

async function listMainRoads(db: Database): Promise<MainRoad[]> {
  const roads = await listRoads(db)
  return roads.filter((road) => ownRows.includes(roadGroupOf({ ...road, roadName: road.name })))
}

export async function findFourIndicesFigures(
  db: Database,
  period: Period,
  calibre: Calibre,
): Promise<FourIndicesFigures> {
  const by = (dimension: Dimension) => compareBy(db, { ...period, calibre }, dimension, 'zh')
  return {
    period,
    calibre,
    summary: await findSummary(db, period),
    mainRoads: await listMainRoads(db),
    byRoad: await by('road'),
    byForm: await by('form'),
    byCause: await by('cause'),
    byHour: await by('hour'),
    bySquad: await by('squad'),
  }
}

/** As the tickets stood at the end of `cutoffOn`. */
export async function findMonthFigures(
  db: Database,
  period: Period,
  cutoffOn: string,
): Promise<MonthFigures> {
  const all = await listTicketFacts(db, { to: period.to, asOf: cutoffOn })
  const found = all.filter(({ foundOn }) => foundOn >= period.from)
  return {
    period,
    table: monthTable(found),
    medians: timelyMedians(found),
    rates: closingRates(found, cutoffOn),
    allRates: closingRates(all, cutoffOn),
  }
}

const placedIn = (db: Database, { from, to }: Period, today: string) =>
  totalFacilities(db, { installedFrom: from, installedTo: to }, today)

export async function findAnnualFigures(
  db: Database,
  period: Period,
  cutoffOn: string,
): Promise<AnnualFigures> {
  const tickets = await listTicketFacts(db, { to: period.to, asOf: cutoffOn })
  const material = await findAnnualMaterial(db, Number(period.to.slice(0, 4)))
  return {
    period,
    summary: await findSummary(db, period),
    work: hazardWork(tickets, period),
    placed: await placedIn(db, period, cutoffOn),
    rates: closingRates(tickets, cutoffOn),
    material: material ?? noMaterial,
  }
}

export const findFacilityFigures = async (
  db: Database,
  period: Period,
  today: string,
): Promise<FacilityFigures> => ({
  period,
  placed: await placedIn(db, period, today),
  standing: await totalFacilities(db, {}, today),
})
