import { formatRange } from '../../../api/roads/stakes/stake-format.ts'
import type { Road } from '../api/api-types.ts'
import type { PlaceDraft } from '../state/place-draft.svelte.ts'
import type { Words } from '../text/words.ts'

type Typed = Pick<PlaceDraft, 'road' | 'fromStake' | 'toStake' | 'isStretch' | 'metres'>

/** What is wrong with a typed stake, said before anything is sent. */
export function stakeProblem(
  place: Typed,
  road: Road | undefined,
  words: Words['place'],
): string | undefined {
  if (!road || place.fromStake === undefined) return undefined
  const { fromStake: first, toStake: last } = road
  if (first === null || last === null) return undefined
  const isOutside = (stake: number | undefined) => stake !== undefined && (stake < first || stake > last)
  if (isOutside(place.fromStake) || isOutside(place.toStake))
    return words.stakeOutside(formatRange(first, last))
  const isReversed = place.isStretch && place.toStake !== undefined && place.toStake < place.fromStake
  return isReversed ? words.endBeforeStart : undefined
}
