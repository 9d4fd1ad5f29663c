import { compareWithRoad, headingOf } from './compass.ts'
import type { RoadName, StakeWarning } from './stake-reading.ts'

/** Where on which road the words for a direction stand. */
export interface Surroundings {
  readonly road: RoadName | undefined
  readonly from: number
  readonly to?: number | undefined
  /** Degrees in which stakes grow here, where the road is drawn. */
  readonly bearing?: number | undefined
}

export interface Heading {
  readonly along?: 'increasing' | 'decreasing'
  readonly across?: 'left' | 'right'
  readonly warnings: readonly StakeWarning[]
}

const unresolved: Heading = { warnings: ['direction_unresolved'] }

function isSame(place: string, name: string): boolean {
  return place.includes(name) || name.includes(place)
}

/** A place on the way lies ahead or behind; within its own streets it is neither. */
const withinTown = 500

function towardsPlaceAlong(place: string, { road, from, to = from }: Surroundings) {
  const stakes = (road?.placesAlong ?? []).filter(({ name }) => isSame(place, name)).map(({ stake }) => stake)
  if (stakes.length === 0) return undefined
  if (stakes.every((stake) => stake > Math.max(from, to) + withinTown)) return 'increasing'
  if (stakes.every((stake) => stake < Math.min(from, to) - withinTown)) return 'decreasing'
  return undefined
}

/** 上行 = falling stakes is what most highway administrations use; a road may say otherwise. */
export function headingUpOrDown(isUp: boolean, { road }: Surroundings): Heading {
  const up = road?.upDirection ?? 'decreasing'
  const down = up === 'decreasing' ? 'increasing' : 'decreasing'
  return { along: isUp ? up : down, warnings: road?.upDirection ? [] : ['direction_assumed'] }
}

export function headingOfCompass(word: string, { bearing }: Surroundings): Heading {
  const heading = headingOf(word)
  const along = heading === undefined || bearing === undefined ? undefined : compareWithRoad(heading, bearing)
  if (along === undefined) return unresolved
  if (along === 'leftwards') return { across: 'left', warnings: ['direction_from_bearing'] }
  if (along === 'rightwards') return { across: 'right', warnings: ['direction_from_bearing'] }
  return { along, warnings: ['direction_from_bearing'] }
}

/** The place's own stake decides where it is known: beyond 棋盘井, 往棋盘井方向 is the other way. */
export function headingTowards(place: string, at: Surroundings): Heading {
  if (/^[东南西北]{1,2}$/.test(place)) return headingOfCompass(place, at)
  const leadsTo = (names: readonly string[] = []) => names.some((name) => isSame(place, name))
  const [increasing, decreasing] = [leadsTo(at.road?.increasingTowards), leadsTo(at.road?.decreasingTowards)]
  const byEnds = increasing === decreasing ? undefined : increasing ? 'increasing' : 'decreasing'
  const byPlace = towardsPlaceAlong(place, at)
  const along = byPlace ?? byEnds
  if (along === undefined) return unresolved
  const contradicts = byPlace !== undefined && byEnds !== undefined && byPlace !== byEnds
  return { along, warnings: contradicts ? ['direction_from_place'] : [] }
}
