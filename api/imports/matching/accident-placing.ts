import { placeAccident, type AccidentPlace } from '../../accidents/accident-place.ts'
import { stretchAt } from '../../roads/network/road-input.ts'
import type { Finding } from '../import-types.ts'
import type { AccidentValues } from '../rows/accident-record.ts'
import type { Columns, PlacingGround } from './record-columns.ts'

interface Placed {
  readonly said: Columns
  /** By the stretch of the road; what the file says itself goes before it. */
  readonly derived: { readonly township: string | null; readonly squad_code: string | null }
  readonly findings: readonly Finding[]
}

/** The place as the row has it, for want of a better one: it goes to the queue of places to be found. */
function unlocated(
  { road, roadName, stake, side, rawCoordinate }: AccidentValues,
  name: string,
): AccidentPlace {
  return {
    road: road ?? null,
    roadName: roadName ?? name,
    stake: stake ?? null,
    side: side ?? null,
    point: null,
    rawCoordinate: rawCoordinate ?? null,
    crsSource: 'unknown',
    locating: 'unlocated',
    grade: 'none',
  }
}

const isGiven = ({ road, roadName, stake, lon, rawCoordinate }: AccidentValues) =>
  [road, roadName, stake, lon, rawCoordinate].some((value) => value !== undefined)

const hasPoint = ({ lon, lat, crs, locating }: AccidentValues) =>
  lon !== undefined && lat !== undefined && crs !== undefined && locating !== 'unlocated'

function resolve(values: AccidentValues, ground: PlacingGround, name: string) {
  const { road, roadName, stake, side, rawCoordinate, locating } = values
  const isPlaceable = hasPoint(values) || (road !== undefined && stake !== undefined)
  if (!isPlaceable || locating === 'unlocated') return { place: unlocated(values, name), errors: [] }
  const day = (values.occurredAt ?? '').slice(0, 10)
  const network = { network: ground.networkOn(day), roads: ground.roads }
  const byPoint = hasPoint(values) ? { lon: values.lon, lat: values.lat, crs: values.crs } : {}
  const given = { road, roadName: roadName ?? (road ? undefined : name), stake, side, rawCoordinate }
  const placed = placeAccident({ ...given, ...byPoint }, network)
  if (placed.ok) return { place: placed.place, errors: [] }
  // Two statements that contradict each other: the stake stands on the post, the point came off a map.
  const byStake = stake !== undefined && hasPoint(values) ? placeAccident(given, network) : undefined
  const place = byStake?.ok ? byStake.place : unlocated(values, name)
  return { place, errors: placed.errors }
}

function columnsOf(place: AccidentPlace, values: AccidentValues): Columns {
  const isManual = values.locating === 'manual' && place.point !== null
  return {
    road_code: place.road,
    road_name: place.roadName,
    stake: place.stake,
    side: place.side ?? null,
    lon: place.point?.[0] ?? null,
    lat: place.point?.[1] ?? null,
    raw_coordinate: place.rawCoordinate,
    crs_source: place.crsSource,
    locating: isManual ? 'manual' : place.locating,
    locating_grade: place.grade,
  }
}

/** Where an accident lies, by its stake and its coordinate; what contradicts is said and left to a person. */
export function placeAccidentRow(values: AccidentValues, ground: PlacingGround): Placed {
  const name = values.roadName ?? ground.roads.find(({ code }) => code === values.road)?.name ?? ''
  const { place, errors } = resolve(values, ground, name || (values.placeText ?? ''))
  const { road, stake } = place
  const at = (stretches: PlacingGround['squadStretches']) =>
    road !== null && stake !== null ? stretchAt(stretches, road, stake) : undefined
  const ofRoad = ground.roads.find(({ code }) => code === road)?.township ?? null
  return {
    said: isGiven(values) ? columnsOf(place, values) : {},
    derived: {
      township: at(ground.townshipStretches)?.name ?? ofRoad,
      squad_code: at(ground.squadStretches)?.code ?? null,
    },
    findings: errors.map(({ path, message }) => ({
      field: path,
      code: 'place_refused',
      severity: 'check' as const,
      message,
    })),
  }
}
