import type { FieldError } from '../http/problem.ts'
import type { Text } from '../http/text.ts'
import { coordinateMessages } from '../roads/coordinates/coordinate-messages.ts'
import { isWithinSystem } from '../roads/coordinates/coordinate-range.ts'
import { toWgs84, type CoordinateSystem } from '../roads/coordinates/coordinates.ts'
import { distanceBetween, type LonLat } from '../roads/network/geodesy.ts'
import { pointToStakes, stakeToPoint } from '../roads/network/linear-referencing.ts'
import { fairWithin, type LocatingGrade } from '../roads/network/locating-grade.ts'
import { roadByName } from '../roads/road-by-name.ts'
import { roadMessages } from '../roads/road-messages.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { readStakeParameter } from '../roads/stakes/stake-parameter.ts'
import { accidentMessages } from './accident-messages.ts'

export interface GivenPlace {
  readonly road?: string | undefined
  readonly roadName?: string | undefined
  readonly stake?: number | string | undefined
  readonly lon?: number | undefined
  readonly lat?: number | undefined
  readonly crs?: CoordinateSystem | undefined
  /** As it was written, where it was not typed as two numbers. */
  readonly rawCoordinate?: string | undefined
  readonly side?: 'left' | 'right' | 'centre' | 'across' | undefined
}

interface KnownRoad {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly fromStake: number | null
  readonly toStake: number | null
}

export interface RoadGround {
  readonly network: RoadNetwork
  readonly roads: readonly KnownRoad[]
}

export interface AccidentPlace {
  readonly road: string | null
  readonly roadName: string
  readonly stake: number | null
  readonly side: GivenPlace['side'] | null
  readonly point: LonLat | null
  readonly rawCoordinate: string | null
  readonly crsSource: CoordinateSystem | 'unknown'
  readonly locating: 'unlocated' | 'stake' | 'coordinate'
  readonly grade: LocatingGrade
}

export type PlacedAccident =
  { readonly ok: true; readonly place: AccidentPlace } | { readonly ok: false; readonly errors: FieldError[] }

const refused = (path: string, message: Text): PlacedAccident => ({ ok: false, errors: [{ path, message }] })

/** Half a screening window and the lateral error of the drawn road: farther apart, one of the two is wrong. */
const stakeAgreesWithin = fairWithin * 2

function readStake(road: KnownRoad, given: number | string, roads: readonly KnownRoad[]): number | Text {
  const text = String(given)
  const parsed = readStakeParameter(text, { road: road.code, roads })
  if (!parsed.ok) return roadMessages.unreadableStake(parsed.refusal, text)
  if (parsed.reading.ambiguous) return roadMessages.ambiguousStake(parsed.reading, text)
  const stake = parsed.reading.from
  const { fromStake, toStake } = road
  const isOutside = fromStake !== null && toStake !== null && (stake < fromStake || stake > toStake)
  return isOutside ? roadMessages.outsideRange(road.code, stake, fromStake, toStake) : stake
}

/** A road that is only a name has no line that a point could be near to, nor a place for a stake. */
const isDrawn = ({ network }: RoadGround, road: KnownRoad) => network.sectionsByRoad.has(road.code)

function placeByPoint(
  point: LonLat,
  road: KnownRoad | undefined,
  stake: number | undefined,
  given: GivenPlace,
  ground: RoadGround,
): PlacedAccident {
  const candidates = pointToStakes(ground.network, point)
  const candidate = candidates.find((one) => (road ? one.road === road.code : one.grade !== 'none'))
  if (road && !isDrawn(ground, road)) return placeBesideNoLine(point, road, stake, given)
  if (road && !candidate) return refused('lon', accidentMessages.farFromRoad(road.code))
  if (!candidate && !given.roadName) return refused('roadName', accidentMessages.placeNeeded())
  if (stake !== undefined) {
    const written = stakeToPoint(ground.network, road!.code, stake)
    const apart = written ? distanceBetween(written.point, point) : 0
    if (apart > stakeAgreesWithin) return refused('stake', accidentMessages.stakeFarFromPoint(apart))
  }
  // A road in words stays one: the point may lie beside a numbered road by chance.
  const isOnRoad = candidate !== undefined && (road !== undefined || !given.roadName)
  const found = isOnRoad ? ground.roads.find(({ code }) => code === candidate.road) : undefined
  return {
    ok: true,
    place: {
      road: isOnRoad ? candidate.road : null,
      roadName: given.roadName ?? found?.name ?? '',
      stake: stake ?? (isOnRoad ? Math.round(candidate.stake) : null),
      side: given.side ?? (isOnRoad ? candidate.side : null),
      point,
      ...asGiven(given),
      locating: 'coordinate',
      grade: isOnRoad ? candidate.grade : 'none',
    },
  }
}

/** The original is kept for good: it is what can be read again once the system proves to be another. */
const asGiven = ({ rawCoordinate, lon, lat, crs }: GivenPlace) => ({
  rawCoordinate: rawCoordinate ?? `${lon},${lat}`,
  crsSource: crs!,
})

function placeBesideNoLine(
  point: LonLat,
  road: KnownRoad,
  stake: number | undefined,
  given: GivenPlace,
): PlacedAccident {
  return {
    ok: true,
    place: {
      road: road.code,
      roadName: given.roadName ?? road.name,
      stake: stake ?? null,
      side: given.side ?? null,
      point,
      ...asGiven(given),
      locating: 'coordinate',
      grade: 'none',
    },
  }
}

function placeByStake(
  road: KnownRoad,
  stake: number | undefined,
  given: GivenPlace,
  { network }: RoadGround,
): PlacedAccident {
  const found = stake === undefined ? undefined : stakeToPoint(network, road.code, stake)
  return {
    ok: true,
    place: {
      road: road.code,
      roadName: given.roadName ?? road.name,
      stake: stake ?? null,
      side: given.side ?? null,
      point: found?.point ?? null,
      rawCoordinate: given.rawCoordinate ?? null,
      crsSource: 'unknown',
      locating: found ? 'stake' : 'unlocated',
      grade: found ? 'fair' : 'none',
    },
  }
}

function unlocated(given: GivenPlace): PlacedAccident {
  const roadName = given.roadName
  if (!roadName) return refused('road', accidentMessages.placeNeeded())
  const rawCoordinate = given.rawCoordinate ?? null
  const nowhere = { road: null, stake: null, point: null, rawCoordinate, crsSource: 'unknown' as const }
  return {
    ok: true,
    place: { ...nowhere, roadName, side: given.side ?? null, locating: 'unlocated', grade: 'none' },
  }
}

/** Stake first, coordinate second, and both survive: the one that was not given is derived from the other. */
export function placeAccident(given: GivenPlace, ground: RoadGround): PlacedAccident {
  const road = given.road === undefined ? undefined : roadByName(ground.roads, given.road)
  if (given.road !== undefined && !road) return refused('road', roadMessages.unknownRoad(given.road))
  if (given.stake !== undefined && !road) return refused('road', accidentMessages.placeNeeded())
  const stake = given.stake === undefined || !road ? undefined : readStake(road, given.stake, ground.roads)
  if (stake !== undefined && typeof stake !== 'number') return refused('stake', stake)
  const { lon, lat, crs } = given
  if ((lon === undefined) !== (lat === undefined)) return refused('lon', accidentMessages.halfPoint())
  if (lon !== undefined && lat !== undefined) {
    if (!crs) return refused('crs', accidentMessages.crsNeeded())
    if (!isWithinSystem(crs, [lon, lat]))
      return refused('lon', coordinateMessages.outOfRange(crs, [lon, lat]))
    return placeByPoint(toWgs84([lon, lat], crs), road, stake, given, ground)
  }
  if (!road) return unlocated(given)
  if (stake === undefined && isDrawn(ground, road))
    return refused('stake', accidentMessages.stakeNeeded(road.code))
  return placeByStake(road, stake, given, ground)
}
