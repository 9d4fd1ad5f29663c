import type { Context } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { loadCalendar } from './clocks/holiday.queries.ts'
import type { HazardRow } from './hazard-row.ts'
import { hazardView, type Onlooker } from './hazard-view.ts'
import type { Hazard } from './hazard.schema.ts'

export const onlookerOf = async (c: Context<AppEnv>): Promise<Onlooker> => ({
  person: c.var.actor,
  today: bannerDay(c.var.now()),
  calendar: await loadCalendar(c.var.db),
})

/** A hazard as the asking person sees it, with the version that the next change has to name. */
export async function viewOf(c: Context<AppEnv>, row: HazardRow): Promise<Hazard> {
  c.header('etag', `"${row.version}"`)
  return hazardView(row, await onlookerOf(c))
}
