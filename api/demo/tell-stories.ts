import type { Draft, ToldAccident } from './accident-draft.ts'
import { brokenRules, type Story } from './accident-story.ts'
import { chooseTime } from './accident-times.ts'
import { monthWeights } from './demo-years.ts'
import { largestRemainder, remaining } from './quotas.ts'
import type { Random } from './seeded-random.ts'
import { exchangeUntilPlausible, type Teller } from './story-exchange.ts'
import {
  causeShares,
  collisionShares,
  formShares,
  lightShares,
  weatherShares,
  type Happening,
} from './story-shares.ts'

/** How often each kind of accident happens in a year of `total`. */
export function happeningQuota(total: number): Record<Happening, number> {
  const { '11': collisions, ...others } = largestRemainder(formShares, total)
  const kinds = Object.entries(largestRemainder(collisionShares, collisions)).map(([kind, count]) => [
    `11-${kind}`,
    count,
  ])
  return { ...others, ...Object.fromEntries(kinds) } as Record<Happening, number>
}

/** The quotas of each feature, less what the written-out accidents already use, in random order. */
function shuffledFeatures(drafts: readonly Draft[], random: Random) {
  const total = drafts.length
  const taken = <F extends keyof Story>(feature: F) =>
    drafts.flatMap(({ pinned }) => (pinned ? [pinned.story[feature]] : []))
  const rest = <Key extends string>(quota: Record<Key, number>, used: readonly Key[]) =>
    random.shuffled(remaining(quota, used))
  return {
    month: rest(largestRemainder(monthWeights, total), taken('month')),
    light: rest(largestRemainder(lightShares, total), taken('light')),
    weather: rest(largestRemainder(weatherShares, total), taken('weather')),
    happening: rest(happeningQuota(total), taken('happening')),
    cause: rest(largestRemainder(causeShares, total), taken('cause')),
  }
}

function initialTellers(drafts: readonly Draft[], random: Random): Teller[] {
  const features = shuffledFeatures(drafts, random)
  let next = 0
  return drafts.map(({ setting, pinned }) => {
    if (pinned) return { setting, isPinned: true, story: pinned.story }
    const i = next++
    return {
      setting,
      isPinned: false,
      story: {
        month: features.month[i]!,
        light: features.light[i]!,
        weather: features.weather[i]!,
        happening: features.happening[i]!,
        cause: features.cause[i]!,
      },
    }
  })
}

/** Gives each accident of a year a plausible story, so that the year's shares are met to the unit. */
export function tellStories(drafts: readonly Draft[], random: Random): ToldAccident[] {
  const tellers = initialTellers(drafts, random)
  if (!exchangeUntilPlausible(tellers, random)) {
    const broken = tellers.flatMap(({ story, setting, isPinned }) =>
      isPinned ? [] : brokenRules(story, setting),
    )
    throw new RangeError(`No plausible stories for these places: ${[...new Set(broken)].join('; ')}`)
  }
  return drafts.map((draft, i) => {
    const { story } = tellers[i]!
    const { pinned } = draft
    const time = pinned ? { day: pinned.day, minute: pinned.minute } : chooseTime(story, draft.year, random)
    return { ...draft, story, ...time }
  })
}
