import type { HotspotCollection, ScreeningRun } from '../api/api-types.ts'
import type { Calls, ScreeningOrder } from '../api/calls.ts'

const isOf = (run: ScreeningRun, order: ScreeningOrder) =>
  run.preset === order.preset &&
  run.calibre === order.calibre &&
  run.from === order.from &&
  run.to === order.to &&
  !Array.isArray(run.parameters.roads)

/**
 * Results are immutable and dated: the one that answers the question is shown again. Where there is none, a person
 * who may screen gets a new one, everybody else the newest of the same rule and calibre, which says its own period.
 */
export async function findHotspots(
  calls: Calls,
  order: ScreeningOrder,
  mayScreen: boolean,
): Promise<HotspotCollection | null> {
  const { items } = await calls.screenings(order.preset)
  const fitting = items.find((run) => isOf(run, order))
  if (fitting) return calls.hotspots(fitting.id)
  if (mayScreen) return calls.hotspots((await calls.screen(order)).id)
  const newest = items.find((run) => run.calibre === order.calibre) ?? items[0]
  return newest ? calls.hotspots(newest.id) : null
}
