import { distanceBetween } from '../roads/network/geodesy.ts'
import { goodWithin } from '../roads/network/locating-grade.ts'
import { fromDatum, fromPoint } from './candidates-by-point.ts'
import { fromStake, fromText } from './candidates-by-stake.ts'
import type { Ground, PlaceCandidate, RecordPlace } from './place-candidate.ts'

/** Keys 1 to 9. */
const mostCandidates = 9
const order = { stake: 0, text: 1, datum: 2, point: 3 } as const

const isSameAnswer = (a: PlaceCandidate, b: PlaceCandidate) =>
  a.road === b.road &&
  Math.abs(a.stake - b.stake) <= goodWithin &&
  distanceBetween(a.point, b.point) <= goodWithin

const hasCoordinate = ({ place }: PlaceCandidate) => place.lon !== undefined

/** Two ways to one place are one answer: the one that keeps the coordinate beside the stake. */
function distinct(found: readonly PlaceCandidate[]): PlaceCandidate[] {
  const kept: PlaceCandidate[] = []
  for (const candidate of found) {
    const same = kept.findIndex((earlier) => isSameAnswer(earlier, candidate))
    if (same < 0) kept.push(candidate)
    else if (hasCoordinate(candidate) && !hasCoordinate(kept[same]!)) kept[same] = candidate
  }
  return kept
}

/** Answers for one tap, likeliest first. Each rests on something that was recorded; none is taken by itself. */
export function placeCandidates(ground: Ground, record: RecordPlace): PlaceCandidate[] {
  const found = [fromStake, fromText, fromDatum, fromPoint]
    .flatMap((find) => find(ground, record))
    .sort((a, b) => order[a.how] - order[b.how] || (a.distance ?? 0) - (b.distance ?? 0))
  return distinct(found).slice(0, mostCandidates)
}
