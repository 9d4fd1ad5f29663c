import { isNearBanner } from '../areas/area.queries.ts'
import { requireTownship } from '../areas/township.commands.ts'
import { pointGeometry } from '../db/postgis.ts'
import type { Database } from '../db/tables.ts'
import { httpMessages } from '../http/http-messages.ts'
import { Unprocessable, type FieldError } from '../http/problem.ts'
import { isWithinSystem } from '../roads/coordinates/coordinate-range.ts'
import { toWgs84 } from '../roads/coordinates/coordinates.ts'
import { listRoads, loadRoadNetwork } from '../roads/road.queries.ts'
import { stretchAt } from '../roads/stretch-at.ts'
import { listSquadStretches, listTownshipStretches } from '../roads/stretch.queries.ts'
import { accidentMessages } from './accident-messages.ts'
import { placeAccident, type AccidentPlace, type GivenPlace } from './accident-place.ts'

/** An accident just over the border is handled by whoever came first. */
const bannerMargin = 5000

export function refuse(errors: readonly FieldError[]): never {
  const [only] = errors
  const isOne = errors.length === 1 && only !== undefined
  throw new Unprocessable(isOne ? only.message : httpMessages.refusedValues(errors.length), errors)
}

export interface ResolvedPlace extends AccidentPlace {
  readonly squad: string | null
  readonly township: string | null
}

interface GivenWhere extends GivenPlace {
  readonly township?: string | undefined
}

/** Whoever was there knows it best; else the stretch of the road says it, and last the road that lies in one township. */
async function townshipOf(
  db: Database,
  place: AccidentPlace,
  given: string | undefined,
  ofRoad: string | null | undefined,
): Promise<string | null> {
  if (given !== undefined) return requireTownship(db, given)
  const ofStretch = stretchAt(await listTownshipStretches(db), place)?.name
  return ofStretch ?? ofRoad ?? null
}

/** `on`: the day of the accident. A bypass changes the stakes; an old accident is placed by the posts of its day. */
export async function resolveAccidentPlace(
  db: Database,
  given: GivenWhere,
  on: string,
): Promise<ResolvedPlace> {
  const { lon, lat, crs } = given
  const isPoint =
    lon !== undefined && lat !== undefined && crs !== undefined && isWithinSystem(crs, [lon, lat])
  // Said first: a point outside the banner is also far from the road that was named.
  if (isPoint && !(await isNearBanner(db, toWgs84([lon, lat], crs), bannerMargin)))
    refuse(['lon', 'lat'].map((path) => ({ path, message: accidentMessages.outsideBanner() })))
  const ground = { network: await loadRoadNetwork(db, { on }), roads: await listRoads(db) }
  const placed = placeAccident(given, ground)
  if (!placed.ok) return refuse(placed.errors)
  const { place } = placed
  const road = ground.roads.find(({ code }) => code === place.road)
  const squads = await listSquadStretches(db)
  return {
    ...place,
    squad: stretchAt(squads, place)?.code ?? null,
    township: await townshipOf(db, place, given.township, road?.township),
  }
}

/** A place that was found right is a matter of that place: a new one is looked at anew. */
export function placeColumns(place: ResolvedPlace) {
  return {
    road_code: place.road,
    road_name: place.roadName,
    stake: place.stake,
    side: place.side ?? null,
    geom: place.point && pointGeometry(place.point[0], place.point[1]),
    raw_coordinate: place.rawCoordinate,
    crs_source: place.crsSource,
    locating: place.locating,
    locating_grade: place.grade,
    place_confirmed_reason: null,
    township: place.township,
    squad_code: place.squad,
  }
}
