import { distanceBetween } from '../roads/network/geodesy.ts'
import { pointToStakes, type StakeCandidate } from '../roads/network/linear-referencing.ts'
import { fairWithin } from '../roads/network/locating-grade.ts'
import { originalOf, readOriginal } from './given-coordinate.ts'
import { locatingMessages } from './locating-messages.ts'
import { isFar } from './locating-reasons.ts'
import type { Ground, PlaceCandidate, PlaceRequest, RecordPlace, StakeAnswer } from './place-candidate.ts'

const mostNearRoads = 4
/** Beyond this a road is no answer to where a point lies. */
const nearRoadWithin = 2000

/** A range stays one where the point lies on it; elsewhere the point says one stake only. */
function stakesAround({ road, stake, toStake }: RecordPlace, candidate: StakeCandidate): StakeAnswer {
  const isOwn = road === candidate.road && stake !== null && toStake !== null
  const isWithin = isOwn && candidate.stake >= stake && candidate.stake <= toStake
  const { road: at } = candidate
  return isWithin ? { road: at, stake, toStake } : { road: at, stake: Math.round(candidate.stake) }
}

function onNearRoad(
  record: RecordPlace,
  candidate: StakeCandidate,
  told: Required<Pick<PlaceRequest, 'lon' | 'lat' | 'crs'>>,
) {
  const { road, stake, toStake } = stakesAround(record, candidate)
  const end = toStake === undefined ? {} : { toStake }
  const { distance, grade } = candidate
  return { road, stake, ...end, distance, grade, place: { road, stake, ...end, ...told } }
}

/** Each road beside the point: at a junction an officer says which one it was. */
export function fromPoint({ network }: Ground, record: RecordPlace): PlaceCandidate[] {
  const { point } = record
  if (!point) return []
  const original = originalOf(record.rawCoordinate, point)
  const [lon, lat] = original?.given ?? point
  const told = { lon, lat, crs: original?.crs ?? ('wgs84' as const) }
  return pointToStakes(network, point, { maximumDistance: nearRoadWithin })
    .slice(0, mostNearRoads)
    .map((candidate) => ({
      how: 'point',
      ...onNearRoad(record, candidate, told),
      point,
      why: locatingMessages.byPoint(candidate.road, candidate.stake, candidate.distance),
      assumed: [],
    }))
}

/** The original coordinate read in another way, where that brings it onto its road. */
export function fromDatum({ network }: Ground, record: RecordPlace): PlaceCandidate[] {
  // A point that agrees with its road and stake leaves its system in no doubt.
  if (record.point && record.road !== null && !isFar(network, record)) return []
  return readOriginal(record.rawCoordinate).flatMap(({ point, given, crs, assumed }) => {
    if (record.point && distanceBetween(point, record.point) < 1) return []
    const near = pointToStakes(network, point, { maximumDistance: fairWithin })
    const candidate = near.find(({ road }) => record.road === null || road === record.road)
    if (!candidate) return []
    return {
      how: 'datum' as const,
      ...onNearRoad(record, candidate, { lon: given[0], lat: given[1], crs }),
      point,
      why: locatingMessages.byDatum(crs, candidate.road, candidate.stake, candidate.distance),
      assumed,
    }
  })
}
