import type { Text } from '../http/text.ts'
import { distanceBetween } from '../roads/network/geodesy.ts'
import { stakeToPoints } from '../roads/network/linear-referencing.ts'
import { parseStakeText } from '../roads/stakes/stake-text.ts'
import { locatingMessages } from './locating-messages.ts'
import { standsTwice } from './locating-reasons.ts'
import type { Ground, PlaceCandidate, RecordPlace, StakeAnswer } from './place-candidate.ts'

/** A stake that stands twice is told by its point as well. */
function atStake(
  { network }: Ground,
  record: RecordPlace,
  { road, stake, toStake }: StakeAnswer,
  how: Pick<PlaceCandidate, 'how' | 'assumed'> & {
    readonly isDoubtful: boolean
    readonly why: (distance?: number) => Text
  },
): PlaceCandidate[] {
  const isTwice = standsTwice(network, road, stake)
  const places = stakeToPoints(network, road, stake)
  return (isTwice ? places : places.slice(0, 1)).map(({ point }) => {
    const distance = record.point ? distanceBetween(record.point, point) : undefined
    const end = toStake === undefined ? {} : { toStake }
    const told = isTwice ? ({ lon: point[0], lat: point[1], crs: 'wgs84' } as const) : {}
    return {
      how: how.how,
      road,
      stake,
      ...end,
      point,
      ...(distance === undefined ? {} : { distance }),
      grade: isTwice || how.isDoubtful ? 'ambiguous' : 'fair',
      why: how.why(distance),
      assumed: isTwice ? [...how.assumed, 'stake_repeats'] : how.assumed,
      place: { road, stake, ...end, ...told },
    }
  })
}

export function fromStake(ground: Ground, record: RecordPlace): PlaceCandidate[] {
  const { road, stake } = record
  if (road === null || stake === null) return []
  return atStake(
    ground,
    record,
    { road, stake, toStake: record.toStake ?? undefined },
    {
      how: 'stake',
      assumed: [],
      isDoubtful: false,
      why: (distance) => locatingMessages.byStake(road, stake, distance),
    },
  )
}

/** The words of the place, read with the road of the record; a road named in words elsewhere helps out. */
export function fromText(ground: Ground, record: RecordPlace): PlaceCandidate[] {
  const given = record.road ?? roadInWords(ground, record.roadName)
  const parsed = parseStakeText(record.placeText, { roads: ground.roads, road: given })
  if (!parsed.ok || parsed.reading.road === undefined) return []
  const { road, from, to, warnings, ambiguous, alternatives = [] } = parsed.reading
  const isRange = to !== undefined && record.toStake !== null
  const answer = (stake: number, toStake?: number) =>
    atStake(
      ground,
      record,
      { road, stake: Math.round(stake), toStake: toStake === undefined ? undefined : Math.round(toStake) },
      {
        how: 'text',
        assumed: warnings,
        isDoubtful: ambiguous,
        why: () => locatingMessages.byText(road, stake, record.placeText),
      },
    )
  const first = isRange ? answer(Math.min(from, to), Math.max(from, to)) : answer(from)
  return [...first, ...alternatives.flatMap((other) => answer(other))]
}

function roadInWords({ roads }: Ground, words: string): string | undefined {
  // A stake behind the name makes any text one that names its road.
  const parsed = parseStakeText(`${words} K1+000`, { roads })
  return parsed.ok ? parsed.reading.road : undefined
}
