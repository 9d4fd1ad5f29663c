import type { Language } from '../http/text.ts'
import { formatRange } from '../roads/stakes/stake-format.ts'
import { distanceToRoad } from './locating-reasons.ts'
import type { RecordDetail } from './locating.queries.ts'
import type { LocatingItem } from './locating.schema.ts'
import type { Ground, PlaceCandidate } from './place-candidate.ts'
import { placeCandidates } from './place-candidates.ts'
import type { ReviewedRecord } from './work-list.ts'

const tenths = (metres: number) => Math.round(metres * 10) / 10
const degrees = (value: number) => Number(value.toFixed(7))

const stakes = (stake: number, toStake: number | null | undefined) => formatRange(stake, toStake ?? stake)

function candidateView({ why, point, distance, ...candidate }: PlaceCandidate, language: Language) {
  const { lon, lat } = candidate.place
  const told = lon === undefined || lat === undefined ? {} : { lon: degrees(lon), lat: degrees(lat) }
  return {
    ...candidate,
    stakeText: stakes(candidate.stake, candidate.toStake),
    point: point.map(degrees),
    ...(distance === undefined ? {} : { distance: tenths(distance) }),
    why: why[language],
    assumed: [...candidate.assumed],
    // As given where it is degrees: the original is kept to its last digit.
    place: { ...candidate.place, ...(candidate.place.crs === 'wgs84' ? told : {}) },
  }
}

export function locatingItem(
  { record, detail }: { readonly record: ReviewedRecord; readonly detail: RecordDetail },
  ground: Ground,
  language: Language,
): LocatingItem {
  const { severity, level, ...kept } = detail
  const distance = distanceToRoad(ground.network, detail)
  return {
    kind: record.kind,
    ...kept,
    ...(severity === null ? {} : { severity }),
    ...(level === null ? {} : { level }),
    stakeText: detail.stake === null ? null : stakes(detail.stake, detail.toStake),
    point: detail.point && [...detail.point],
    reasons: [...record.reasons],
    distanceToRoad: distance === undefined ? null : tenths(distance),
    candidates: placeCandidates(ground, detail).map((candidate) => candidateView(candidate, language)),
  }
}
