import type { Travel } from '../roads/network/road-axis.ts'

/** Where something stands on the axis of its road, in metres; a point begins and ends at one place. */
export interface Waypoint {
  readonly id: string
  readonly from: number
  readonly to: number
}

export interface Leg {
  /** Metres along the road from the stop before, or from the start. */
  readonly sinceLast: number
  readonly sinceStart: number
}

/** Where one comes upon it. */
const entryOf = ({ from, to }: Waypoint, travel: Travel) => (travel === 'increasing' ? from : to)
const exitOf = ({ from, to }: Waypoint, travel: Travel) => (travel === 'increasing' ? to : from)

const byId = (a: Waypoint, b: Waypoint) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * What lies ahead of the start, in the order of travel. A stretch that one already stands in is the first stop;
 * what is behind is left out. Ties by id.
 */
export function orderAlong<W extends Waypoint>(
  waypoints: readonly W[],
  travel: Travel,
  start: number,
): (W & Leg)[] {
  const sign = travel === 'increasing' ? 1 : -1
  const ahead = waypoints
    .filter((each) => sign * (exitOf(each, travel) - start) >= 0)
    .map((each) => ({ each, distance: Math.max(0, sign * (entryOf(each, travel) - start)) }))
    .sort((a, b) => a.distance - b.distance || byId(a.each, b.each))
  return ahead.map(({ each, distance }, i) => ({
    ...each,
    sinceStart: distance,
    sinceLast: distance - (ahead[i - 1]?.distance ?? 0),
  }))
}

/** Metres from the start to the last stop. */
export const totalOf = (legs: readonly Leg[]): number => legs[legs.length - 1]?.sinceStart ?? 0
