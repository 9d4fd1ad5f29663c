import { implausibility, type Setting, type Story } from './accident-story.ts'
import type { Random } from './seeded-random.ts'

export interface Teller {
  readonly setting: Setting
  /** Written out by hand: its values are not given away. */
  readonly isPinned: boolean
  story: Story
}

type Feature = keyof Story
const features: readonly Feature[] = ['month', 'light', 'weather', 'happening', 'cause']

const costOf = ({ story, setting, isPinned }: Teller) => (isPinned ? 0 : implausibility(story, setting))

function exchanged<F extends Feature>(a: Teller, b: Teller, feature: F): void {
  const value = a.story[feature]
  a.story[feature] = b.story[feature]
  b.story[feature] = value
}

/**
 * Exchanges values between accidents until every story is plausible. The totals of each feature cannot change,
 * because a value is only ever moved; an exchange that makes nothing worse is kept, so the search does not get stuck.
 */
export function exchangeUntilPlausible(
  tellers: readonly Teller[],
  random: Random,
  attempts = 400_000,
): boolean {
  const free = tellers.filter(({ isPinned }) => !isPinned)
  let implausible = free.filter((teller) => costOf(teller) > 0)
  for (let attempt = 0; attempt < attempts && implausible.length > 0; attempt++) {
    const a = random.pick(implausible)
    const b = random.pick(free)
    const feature = random.pick(features)
    const before = costOf(a) + costOf(b)
    exchanged(a, b, feature)
    const after = costOf(a) + costOf(b)
    const isAccepted = after < before || (after === before && random.next() < 0.3)
    if (!isAccepted) exchanged(a, b, feature)
    else if (attempt % 8 === 0 || after < before) implausible = free.filter((teller) => costOf(teller) > 0)
  }
  return free.every((teller) => costOf(teller) === 0)
}
