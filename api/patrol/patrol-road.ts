import {
  placeOnAxis,
  placesOnAxis,
  roadAxis,
  type RoadAxis,
  type Travel,
} from '../roads/network/road-axis.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import type { Road, Stretch } from '../roads/road.schema.ts'
import { isOnOwnSide } from '../roads/network/own-side.ts'
import { orderAlong, totalOf } from './patrol-order.ts'
import type { Errand } from './patrol-stops.ts'
import type { PatrolRoad, PatrolStop } from './patrol.schema.ts'

export interface PatrolPlan {
  readonly travel: Travel
  /** Stake to start from. */
  readonly from?: number | undefined
  /** What of the road is driven; all of it where nothing is said. */
  readonly stretches?: readonly Stretch[] | undefined
}

/** Whether the drawn road has the stake that the record names. */
export function hasPlace(network: RoadNetwork, { road, fromStake }: Errand): boolean {
  const axis = road === null || fromStake === null ? undefined : roadAxis(network, road)
  return axis !== undefined && placesOnAxis(axis, fromStake!).length > 0
}

const touches = (stretch: Stretch, { fromStake, toStake }: Errand) =>
  fromStake !== null && fromStake <= stretch.toStake && (toStake ?? fromStake) >= stretch.fromStake

/** Seven decimals of a degree are a centimetre. */
const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals))

/** First and last stake of what is driven, smaller one first. */
function drivenRange(road: Road, axis: RoadAxis, stretches: PatrolPlan['stretches']): [number, number] {
  const ends = stretches?.flatMap(({ fromStake, toStake }) => [fromStake, toStake]) ?? []
  const [first, last] = [axis.pieces[0]!.section, axis.pieces[axis.pieces.length - 1]!.section]
  const all = ends.length > 0 ? ends : [road.fromStake ?? first.fromStake, road.toStake ?? last.toStake]
  return [Math.min(...all), Math.max(...all)]
}

/** A stake of the administration may lie a little off the drawn line: then its end stands for it. */
function positionOf(axis: RoadAxis, stake: number, fallback: number): number {
  return placesOnAxis(axis, stake)[0]?.position ?? fallback
}

function stopsOn(axis: RoadAxis, errands: readonly Errand[], travel: Travel, start: number): PatrolStop[] {
  const placed = errands.flatMap((errand) => {
    if (errand.fromStake === null) return []
    const first = placeOnAxis(axis, errand.fromStake, errand.near)
    if (!first) return []
    const ends = placesOnAxis(axis, errand.toStake ?? errand.fromStake)
    const last = ends.find(({ position }) => position >= first.position) ?? first
    const { point } = travel === 'increasing' ? first : last
    return [{ id: errand.id, from: first.position, to: last.position, errand, point }]
  })
  return orderAlong(placed, travel, start).map(({ errand: { near: _near, ...stop }, point, ...leg }) => ({
    ...stop,
    point: [rounded(point[0], 7), rounded(point[1], 7)],
    sinceLast: rounded(leg.sinceLast, 1),
    sinceStart: rounded(leg.sinceStart, 1),
  }))
}

/** Undefined for a road that is only a name. */
export function patrolRoad(
  network: RoadNetwork,
  road: Road,
  errands: readonly Errand[],
  { travel, from, stretches }: PatrolPlan,
): PatrolRoad | undefined {
  const axis = roadAxis(network, road.code, travel)
  if (!axis) return undefined
  const isForward = travel === 'increasing'
  const [low, high] = drivenRange(road, axis, stretches)
  const fromStake = from ?? (isForward ? low : high)
  const start = positionOf(axis, fromStake, isForward ? 0 : axis.length)
  const here = errands.filter(
    (errand) => errand.road === road.code && (!stretches || stretches.some((each) => touches(each, errand))),
  )
  const mine = road.divided ? here.filter((errand) => isOnOwnSide(errand, travel)) : here
  const stops = stopsOn(axis, mine, travel, start)
  return {
    road: road.code,
    roadName: road.name,
    divided: road.divided,
    isSketch: road.confidence !== 'high',
    towards: (isForward ? road.increasingTowards : road.decreasingTowards)[0] ?? null,
    fromStake: Math.round(fromStake),
    toStake: isForward ? high : low,
    total: totalOf(stops),
    otherSide: here.length - mine.length,
    stops,
  }
}
