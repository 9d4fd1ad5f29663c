import { factsOfKind } from '../../../api/facilities/facility-kinds.ts'
import { facilityStates } from '../../../api/facilities/facility-states.ts'
import { carriagewayOf } from '../../../api/roads/network/road-axis.ts'
import type { FacilityThere, Gap, Proposal } from '../api/api-types.ts'
import type { Words } from '../text/words.ts'

export interface Teller {
  readonly words: Words
  readonly language: 'zh' | 'en'
}

const joined = (parts: readonly (string | null | undefined | false)[], between = ' · ') =>
  parts.filter(Boolean).join(between)

/** G109 K1046+200 往棋盘井方向 */
export function placeOfGap(gap: Gap, { words }: Teller): string {
  const road = gap.road && /^[GSXYCZ]\d/.test(gap.road) ? gap.road : gap.roadName
  return joined([joined([road, gap.stakeText], ' '), gap.towards && words.gaps.towards(gap.towards)])
}

export function facilityThereText(there: FacilityThere, { words, language }: Teller): string {
  const name = `${factsOfKind(there.kind)[language]} ${there.number}`
  return joined([
    name,
    facilityStates[there.state][language],
    there.stakeText,
    there.ahead !== null && there.ahead > 0 && words.gaps.metresBefore(there.ahead),
  ])
}

/** Left and right as the driver sees them; across and in the middle are the same for everybody. */
function sideText({ side, direction }: Proposal, { words }: Teller): string | null {
  if (side === null) return null
  const isBeside = side === 'left' || side === 'right'
  if (direction === 'both' || !isBeside) return words.gaps.onSide(words.place.sides[side])
  return side === carriagewayOf(direction) ? words.gaps.driversRight : words.gaps.driversLeft
}

/** What is proposed, and where: the person who goes there reads it out. */
export function proposalText(proposal: Proposal, teller: Teller): string {
  const { words, language } = teller
  const { kind, legend, roadName, stakeText, ahead, quantity, unit } = proposal
  const amount = language === 'zh' ? `${quantity}${unit}` : ''
  const what = `${factsOfKind(kind)[language]}${amount}${legend ? words.gaps.legend(legend) : ''}`
  const where = joined(
    [
      joined([roadName, stakeText], ' '),
      sideText(proposal, teller),
      ahead !== null && words.gaps.ahead(ahead),
    ],
    words.punctuation.comma,
  )
  return words.gaps.proposed(what, where)
}
