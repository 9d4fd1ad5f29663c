import { isNearBanner } from '../areas/area.queries.ts'
import { pointGeometry } from '../db/postgis.ts'
import type { Database } from '../db/tables.ts'
import { httpMessages } from '../http/http-messages.ts'
import { Unprocessable, type FieldError } from '../http/problem.ts'
import { toWgs84 } from '../roads/coordinates.ts'
import { listRoads, loadRoadNetwork } from '../roads/road.queries.ts'
import type { Stretch } from '../roads/road.schema.ts'
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

const at = (stretches: readonly Stretch[], { road, stake }: AccidentPlace) =>
  stretches.find(
    (stretch) =>
      stretch.road === road && stake !== null && stake >= stretch.fromStake && stake <= stretch.toStake,
  )

export async function resolveAccidentPlace(db: Database, given: GivenPlace): Promise<ResolvedPlace> {
  const { lon, lat, crs } = given
  const isPoint = lon !== undefined && lat !== undefined && crs !== undefined
  // Said first: a point outside the banner is also far from the road that was named.
  if (isPoint && !(await isNearBanner(db, toWgs84([lon, lat], crs), bannerMargin)))
    refuse(['lon', 'lat'].map((path) => ({ path, message: accidentMessages.outsideBanner() })))
  const ground = { network: await loadRoadNetwork(db), roads: await listRoads(db) }
  const placed = placeAccident(given, ground)
  if (!placed.ok) return refuse(placed.errors)
  const squads = await listSquadStretches(db)
  const townships = await listTownshipStretches(db)
  const { place } = placed
  return { ...place, squad: at(squads, place)?.code ?? null, township: at(townships, place)?.name ?? null }
}

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
    township: place.township,
    squad_code: place.squad,
  }
}
