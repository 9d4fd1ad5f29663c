import { distanceBetween, type LonLat } from './geodesy.ts'
import { gradeOf, samePlaceWithin, type LocatingGrade } from './locating-grade.ts'
import type { Carriageway } from './road-network.ts'

export interface StakePoint {
  readonly road: string
  readonly section: number
  readonly carriageway: Carriageway
  readonly stake: number
  readonly point: LonLat
}

export interface StakeCandidate extends StakePoint {
  /** Metres from the drawn line, right of the stake-increasing direction positive. */
  readonly offset: number
  readonly side: 'left' | 'right' | 'centre'
  readonly distance: number
  readonly grade: LocatingGrade
}

export interface StakeFoot extends StakePoint {
  readonly isLeft: boolean
}

/** Nearer to the line than this, the side says nothing. */
const centreWidth = 1
/** Two sections that meet have their common end drawn once each. */
const sameEndWithin = 1

interface MeasuredFoot {
  readonly foot: StakeFoot
  readonly distance: number
}

function byDistance(a: MeasuredFoot, b: MeasuredFoot): number {
  if (a.distance !== b.distance) return a.distance - b.distance
  if (a.foot.road !== b.foot.road) return a.foot.road < b.foot.road ? -1 : 1
  return a.foot.stake - b.foot.stake || a.foot.section - b.foot.section
}

const areOpposite = (a: StakePoint, b: StakePoint) =>
  a.carriageway !== b.carriageway && a.carriageway !== 'both' && b.carriageway !== 'both'

/** The two carriageways of a road side by side are one place, whatever stakes each of them has. */
function isSamePlace(a: StakePoint, b: StakePoint): boolean {
  if (a.road !== b.road) return false
  if (Math.abs(a.stake - b.stake) <= samePlaceWithin) return true
  return areOpposite(a, b) && distanceBetween(a.point, b.point) <= samePlaceWithin
}

// Written out: copying objects by spread took half the time of locating.
function candidateOf(measured: MeasuredFoot, all: readonly MeasuredFoot[]): StakeCandidate {
  const { foot, distance } = measured
  return {
    road: foot.road,
    section: foot.section,
    carriageway: foot.carriageway,
    stake: foot.stake,
    point: foot.point,
    offset: foot.isLeft ? -distance : distance,
    side: distance < centreWidth ? 'centre' : foot.isLeft ? 'left' : 'right',
    distance,
    grade: gradeOf(measured, all),
  }
}

/** Best first; ties by road code, then stake. Of feet at one place the nearest stands for it. */
export function candidatesFrom(feet: readonly StakeFoot[], from: LonLat): StakeCandidate[] {
  // The plane around the point served to find the foot; ten kilometres off it is a metre wrong.
  const all = feet.map((foot) => ({ foot, distance: distanceBetween(from, foot.point) })).sort(byDistance)
  const places = all.filter(
    (each, i) => !all.some((better, j) => j < i && isSamePlace(better.foot, each.foot)),
  )
  return places.map((each) => candidateOf(each, places))
}

/** One point for each place that bears the stake: the carriageway asked for, else the first of two side by side. */
export function distinctPlaces(points: readonly StakePoint[], wanted?: Carriageway): StakePoint[] {
  const fitting = points.filter(({ carriageway }) => carriageway === wanted || carriageway === 'both')
  const eligible = wanted === undefined || wanted === 'both' || fitting.length === 0 ? points : fitting
  const isRepeated = (a: StakePoint, b: StakePoint) => {
    const within = areOpposite(a, b) ? samePlaceWithin : a.section === b.section ? 0 : sameEndWithin
    return distanceBetween(a.point, b.point) <= within
  }
  return eligible.filter((each, i) => !eligible.some((earlier, j) => j < i && isRepeated(earlier, each)))
}
