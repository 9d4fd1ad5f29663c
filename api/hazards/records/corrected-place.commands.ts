import type { Database } from '../../db/tables.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import type { HazardRow } from '../hazard-row.ts'
import { resolvePlace, type ResolvedPlace } from '../place.commands.ts'
import { placeKeys, type Correctable } from './correctable.ts'

const saysPlace = (values: Correctable) =>
  placeKeys.some((key) => values[key as keyof Correctable] !== undefined)

/** A stake alone means the road that the hazard is on. */
export function withOwnRoad(values: Correctable, { road, roadName }: HazardRow): Correctable {
  if (!saysPlace(values) || values.road !== undefined || values.roadName !== undefined) return values
  return { ...values, ...(road === null ? { roadName } : { road }) }
}

/** Where the corrected hazard lies; undefined where its place is not in question. */
export async function correctedPlace(
  db: Database,
  { foundAt }: HazardRow,
  values: Correctable,
): Promise<ResolvedPlace | undefined> {
  return saysPlace(values) ? resolvePlace(db, values, { on: bannerDay(foundAt) }) : undefined
}

/** Where the hazard lies now, under the names of the correction. */
export function presentPlace({ road, roadName, fromStake, toStake, geometry, ...row }: HazardRow) {
  const [lon = null, lat = null] = geometry?.type === 'Point' ? geometry.coordinates : []
  return {
    road,
    roadName,
    fromStake,
    toStake,
    lon,
    lat,
    crs: row.crsSource,
    rawCoordinate: row.rawCoordinate,
  }
}

export const isElsewhere = (place: ResolvedPlace, hazard: HazardRow, { lon, lat }: Correctable): boolean => {
  const now = presentPlace(hazard)
  return (
    place.roadCode !== now.road ||
    (place.roadCode === null && place.roadName !== now.roadName) ||
    place.fromStake !== now.fromStake ||
    (place.toStake ?? place.fromStake) !== (now.toStake ?? now.fromStake) ||
    (lon !== undefined && (lon !== now.lon || lat !== now.lat))
  )
}
