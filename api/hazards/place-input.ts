import type { Geometry } from 'geojson'
import type { FieldError } from '../http/problem.ts'
import type { Text } from '../http/text.ts'
import { coordinateMessages } from '../roads/coordinates/coordinate-messages.ts'
import { isWithinSystem } from '../roads/coordinates/coordinate-range.ts'
import { toWgs84, type CoordinateSystem } from '../roads/coordinates/coordinates.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import { pointToStakes, stakeToPoint, stretchToLine } from '../roads/network/linear-referencing.ts'
import { roadByName } from '../roads/road-by-name.ts'
import type { Carriageway, RoadNetwork } from '../roads/network/road-network.ts'
import { roadMessages } from '../roads/road-messages.ts'
import { parseStakeText } from '../roads/stakes/stake-text.ts'
import { placeMessages } from './place-messages.ts'

export interface PlaceInput {
  readonly road?: string | undefined
  readonly roadName?: string | undefined
  readonly fromStake?: number | string | undefined
  readonly toStake?: number | string | undefined
  readonly lon?: number | undefined
  readonly lat?: number | undefined
  readonly crs?: CoordinateSystem | undefined
  /** As it was written, where it was not typed as two numbers. */
  readonly rawCoordinate?: string | undefined
  readonly accuracy?: number | undefined
  /** Of a divided road drawn twice: on which line a stake is looked up. */
  readonly carriageway?: Carriageway | undefined
}

export interface KnownRoad {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly fromStake: number | null
  readonly toStake: number | null
}

export interface Roads {
  readonly network: RoadNetwork
  readonly roads: readonly KnownRoad[]
}

export interface Placement {
  readonly roadCode: string | null
  readonly roadName: string
  readonly fromStake: number | null
  readonly toStake: number | null
  readonly side: 'left' | 'right' | 'centre' | null
  readonly geometry: Geometry | null
  readonly rawCoordinate: string | null
  /** Of the coordinate that was given; unknown where none was. */
  readonly crsSource: CoordinateSystem | 'unknown'
  readonly locating: 'unlocated' | 'stake' | 'manual' | 'gps'
  readonly accuracy: number | null
}

export type Placed =
  | { readonly ok: true; readonly placement: Placement; readonly point?: LonLat }
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly point?: LonLat }

/** Half a screening window: a point farther from every road says nothing about a stake. */
const onRoadWithin = 250

class Refusal {
  readonly error: FieldError
  constructor(path: string, message: Text) {
    this.error = { path, message }
  }
}

function readStake(
  value: number | string,
  path: string,
  road: KnownRoad | undefined,
  roads: readonly KnownRoad[],
): number | Refusal {
  const parsed = typeof value === 'number' ? undefined : parseStakeText(value, { road: road?.code, roads })
  if (parsed && !parsed.ok)
    return new Refusal(path, roadMessages.unreadableStake(parsed.refusal, String(value)))
  if (parsed?.reading.ambiguous)
    return new Refusal(path, roadMessages.ambiguousStake(parsed.reading, String(value)))
  const stake = parsed?.ok ? parsed.reading.from : Number(value)
  if (!road) return new Refusal('road', placeMessages.roadNeeded())
  const { fromStake, toStake } = road
  if (fromStake === null || toStake === null || (stake >= fromStake && stake <= toStake)) return stake
  return new Refusal(path, placeMessages.outsideRange(road, stake, fromStake, toStake))
}

function geometryOfStakes(
  network: RoadNetwork,
  road: string,
  from: number,
  to: number | null,
  on: { readonly carriageway?: Carriageway | undefined } = {},
): Geometry | null {
  const lines = to === null || to === from ? [] : stretchToLine(network, road, from, to, on)
  const [first] = lines
  if (lines.length > 1)
    return { type: 'MultiLineString', coordinates: lines.map((line) => line.map((point) => [...point])) }
  if (first) return { type: 'LineString', coordinates: first.map((point) => [...point]) }
  const place = stakeToPoint(network, road, from, on)
  return place ? { type: 'Point', coordinates: [...place.point] } : null
}

interface Stakes {
  readonly from: number | null
  readonly to: number | null
}

/** Stakes in growing order, whichever end was named first. */
function readStakes(
  input: PlaceInput,
  road: KnownRoad | undefined,
  roads: readonly KnownRoad[],
): Stakes | Refusal {
  if (input.fromStake === undefined)
    return input.toStake === undefined
      ? { from: null, to: null }
      : new Refusal('fromStake', placeMessages.startNeeded())
  const from = readStake(input.fromStake, 'fromStake', road, roads)
  if (from instanceof Refusal) return from
  const to = input.toStake === undefined ? null : readStake(input.toStake, 'toStake', road, roads)
  if (to instanceof Refusal) return to
  return to === null || to >= from ? { from, to } : { from: to, to: from }
}

/** The stake that a point alone stands for; a named road must be near it, an unnamed one is found. */
function stakeOfPoint(network: RoadNetwork, point: LonLat, road: KnownRoad | undefined) {
  const candidates = pointToStakes(network, point)
  if (road) return candidates.find((candidate) => candidate.road === road.code)
  return candidates.find(({ distance }) => distance <= onRoadWithin)
}

function placeByPoint(
  input: PlaceInput,
  { network, roads }: Roads,
  point: LonLat,
  road: KnownRoad | undefined,
  stakes: Stakes,
): Placement | Refusal {
  const found = stakeOfPoint(network, point, road)
  const isDrawn = road !== undefined && (network.sectionsByRoad.get(road.code)?.length ?? 0) > 0
  if (isDrawn && !found) return new Refusal('lon', placeMessages.farFromRoad(road))
  const code = road?.code ?? (input.roadName === undefined ? found?.road : undefined)
  const from = stakes.from ?? (found && code ? Math.round(found.stake) : null)
  const stretch = code && from !== null && stakes.to !== null && stakes.to !== from
  return {
    roadCode: code ?? null,
    roadName: road?.name ?? input.roadName ?? roads.find((known) => known.code === code)?.name ?? '其他道路',
    fromStake: from,
    toStake: stakes.to,
    side: found && code ? found.side : null,
    geometry:
      (stretch ? geometryOfStakes(network, code, from, stakes.to) : null) ??
      ({ type: 'Point', coordinates: [...point] } as const),
    rawCoordinate: input.rawCoordinate ?? `${input.lon},${input.lat}`,
    crsSource: input.crs ?? 'wgs84',
    locating: input.accuracy === undefined ? 'manual' : 'gps',
    accuracy: input.accuracy ?? null,
  }
}

function placeByStake(
  input: PlaceInput,
  { network }: Roads,
  road: KnownRoad | undefined,
  { from, to }: Stakes,
): Placement | Refusal {
  if (!road && !input.roadName) return new Refusal('road', placeMessages.placeNeeded())
  const geometry = road && from !== null ? geometryOfStakes(network, road.code, from, to, input) : null
  return {
    roadCode: road?.code ?? null,
    roadName: road?.name ?? input.roadName ?? '',
    fromStake: from,
    toStake: to,
    side: null,
    geometry,
    rawCoordinate: input.rawCoordinate ?? null,
    crsSource: 'unknown',
    locating: geometry ? 'stake' : 'unlocated',
    accuracy: null,
  }
}

/** A stretch may come as one text: K1046+200—K1047+900. */
function withRangeSplit(
  input: PlaceInput,
  road: KnownRoad | undefined,
  roads: readonly KnownRoad[],
): PlaceInput {
  if (typeof input.fromStake !== 'string' || input.toStake !== undefined) return input
  const parsed = parseStakeText(input.fromStake, { road: road?.code, roads })
  if (!parsed.ok || parsed.reading.to === undefined || parsed.reading.ambiguous) return input
  return { ...input, fromStake: parsed.reading.from, toStake: parsed.reading.to }
}

/** Completes a place from what was given: stakes from a point, a point or line from stakes, or the road in words alone. */
export function placeInput(input: PlaceInput, known: Roads): Placed {
  const refuse = ({ error }: Refusal): Placed => ({ ok: false, errors: [error] })
  const road = input.road === undefined ? undefined : roadByName(known.roads, input.road)
  if (input.road !== undefined && !road)
    return refuse(new Refusal('road', placeMessages.unknownRoad(input.road)))
  if ((input.lon === undefined) !== (input.lat === undefined))
    return refuse(new Refusal(input.lon === undefined ? 'lon' : 'lat', placeMessages.halfPoint()))
  const stakes = readStakes(withRangeSplit(input, road, known.roads), road, known.roads)
  if (stakes instanceof Refusal) return refuse(stakes)
  if (input.lon === undefined || input.lat === undefined) {
    const placement = placeByStake(input, known, road, stakes)
    return placement instanceof Refusal ? refuse(placement) : { ok: true, placement }
  }
  const crs = input.crs ?? 'wgs84'
  if (!isWithinSystem(crs, [input.lon, input.lat]))
    return refuse(new Refusal('lon', coordinateMessages.outOfRange(crs, [input.lon, input.lat])))
  const point = toWgs84([input.lon, input.lat], crs)
  const placement = placeByPoint(input, known, point, road, stakes)
  return placement instanceof Refusal ? { ...refuse(placement), point } : { ok: true, placement, point }
}
