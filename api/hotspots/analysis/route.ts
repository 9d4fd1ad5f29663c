import type {
  Direction,
  RoadHazard,
  NamedSection,
  ScreenedAccident,
  ScreenedRoad,
} from './accident-on-road.ts'

/** A stretch without a break, and its accidents as positions in the row of the route. */
export interface Piece {
  readonly fromStake: number
  readonly toStake: number
  readonly first: number
  /** One behind the last. */
  readonly end: number
}

/** One direction of a divided road, or both of another, with its accidents in a row along the stakes. */
export interface Route {
  readonly road: string
  readonly direction: Direction
  readonly fromStake: number
  readonly toStake: number
  /** Metres by stake. */
  readonly length: number
  readonly pieces: readonly Piece[]
  readonly accidents: readonly ScreenedAccident[]
  readonly stakes: Float64Array
  readonly sections: readonly NamedSection[]
  readonly hazards: readonly RoadHazard[]
}

const before = (a: ScreenedAccident, b: ScreenedAccident) =>
  a.stake < b.stake || (a.stake === b.stake && a.id <= b.id)

/** The database hands them over in order; sorting a million again would cost more than the screening. */
function inOrder(accidents: readonly ScreenedAccident[]): readonly ScreenedAccident[] {
  for (let i = 1; i < accidents.length; i++)
    if (!before(accidents[i - 1]!, accidents[i]!))
      return [...accidents].sort((a, b) => a.stake - b.stake || (a.id < b.id ? -1 : 1))
  return accidents
}

/** The first position whose stake is not below (or, with `past`, is above) the stake. */
export function positionAt(stakes: Float64Array, stake: number, past = false): number {
  let [low, high] = [0, stakes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const isBefore = past ? stakes[middle]! <= stake : stakes[middle]! < stake
    if (isBefore) low = middle + 1
    else high = middle
  }
  return low
}

/** An accident at the very stake of a break belongs to what comes behind it. */
function piecesOf(road: ScreenedRoad, stakes: Float64Array): Piece[] {
  const inside = road.breaks.filter((stake) => stake > road.fromStake && stake < road.toStake)
  const limits = [...new Set(inside)].sort((a, b) => a - b)
  const starts = [road.fromStake, ...limits]
  const cuts = [0, ...limits.map((limit) => positionAt(stakes, limit)), stakes.length]
  return starts.map((fromStake, i) => ({
    fromStake,
    toStake: limits[i] ?? road.toStake,
    first: cuts[i]!,
    end: cuts[i + 1]!,
  }))
}

function routeOf(road: ScreenedRoad, direction: Direction): Route {
  const belongs = (accident: ScreenedAccident) =>
    accident.direction === null || accident.direction === 'both' || accident.direction === direction
  const accidents = inOrder(direction === 'both' ? road.accidents : road.accidents.filter(belongs))
  const stakes = new Float64Array(accidents.length)
  for (let i = 0; i < stakes.length; i++) stakes[i] = accidents[i]!.stake
  return {
    road: road.code,
    direction,
    fromStake: road.fromStake,
    toStake: road.toStake,
    length: Math.max(0, road.toStake - road.fromStake),
    pieces: piecesOf(road, stakes),
    accidents,
    stakes,
    sections: road.sections ?? [],
    hazards: road.hazards ?? [],
  }
}

/** On a divided road the two carriageways are two routes; an accident without a known direction counts on both. */
export function routesOf(road: ScreenedRoad): Route[] {
  const directions: Direction[] = road.divided ? ['increasing', 'decreasing'] : ['both']
  return directions.map((direction) => routeOf(road, direction))
}

/**
 * λ: what one window holds if the accidents of the route are spread evenly. A window longer than the route holds them all,
 * and so does a route without length.
 */
export function expectedIn(events: number, windowLength: number, length: number): number {
  return length > windowLength ? (events * windowLength) / length : events
}
