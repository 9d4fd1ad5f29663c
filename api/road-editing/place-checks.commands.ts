import { isNearBanner } from '../areas/area.queries.ts'
import type { Database } from '../db/tables.ts'
import type { FieldError } from '../http/problem.ts'
import { coordinateMessages } from '../roads/coordinates/coordinate-messages.ts'
import { isWithinSystem, kindOfPair } from '../roads/coordinates/coordinate-range.ts'
import { toWgs84, type CoordinateSystem } from '../roads/coordinates/coordinates.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { roadEditingMessages } from './road-editing-messages.ts'
import { isLineNearBanner } from './road-editing.queries.ts'

/** Roads begin and end in the neighbouring banners. */
const bannerMargin = 20_000

export interface GivenPoint {
  readonly lon: number
  readonly lat: number
  readonly crs: CoordinateSystem
}

export const pointOf = ({ lon, lat, crs }: GivenPoint): LonLat => toWgs84([lon, lat], crs)

const isSwapped = ({ lon, lat }: GivenPoint) => ['latLon', 'northEast'].includes(kindOfPair(lon, lat))

export async function pointErrors(db: Database, given: GivenPoint, path: string): Promise<FieldError[]> {
  const { lon, lat, crs } = given
  if (isSwapped(given)) return [{ path, message: roadEditingMessages.swappedAxes() }]
  if (!isWithinSystem(crs, [lon, lat]))
    return [{ path, message: coordinateMessages.outOfRange(crs, [lon, lat]) }]
  if (await isNearBanner(db, pointOf(given), bannerMargin)) return []
  return [{ path, message: roadEditingMessages.outsideBanner() }]
}

export async function lineOutsideErrors(
  db: Database,
  coordinates: readonly LonLat[],
  path: string,
): Promise<FieldError[]> {
  const line = { type: 'LineString' as const, coordinates: coordinates.map((point) => [...point]) }
  if (await isLineNearBanner(db, line, bannerMargin)) return []
  return [{ path, message: roadEditingMessages.outsideBanner() }]
}

/** `since`: the day from which what is replaced has held. */
export function dayErrors(
  day: string | undefined,
  since: string,
  at: Date,
  path: 'validFrom' | 'validTo' = 'validFrom',
): FieldError[] {
  if (day === undefined) return []
  if (day > bannerDay(at)) return [{ path, message: roadEditingMessages.futureDay() }]
  return day < since ? [{ path, message: roadEditingMessages.beforeReplaced(since) }] : []
}
