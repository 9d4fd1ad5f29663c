import type { Draft, Harm, ToldAccident } from './accident-draft.ts'
import { implausibility, type Story } from './accident-story.ts'
import { chooseTime } from './accident-times.ts'
import { chooseDirection, chooseTownSite } from './accident-sites.ts'
import { knownStretches, traitsOf } from './demo-places.ts'
import { monthWeights, simpleAccidentsPerYear, type Month } from './demo-years.ts'
import type { Random } from './seeded-random.ts'
import { lightShares, weatherShares, type Cause, type Happening } from './story-shares.ts'

/** Bumps and scrapes: what one officer settles on the spot. */
const kinds: readonly (readonly [Happening, Cause, number])[] = [
  ['11-1', '49', 34],
  ['11-7', '27', 12],
  ['11-5', '32', 16],
  ['11-3', '32', 9],
  ['11-8', '27', 4],
  ['11-9', '32', 6],
  ['12', '49', 12],
  ['35', '91', 5],
]

const keys = <Key extends string>(shares: Readonly<Record<Key, number>>) => Object.keys(shares) as Key[]

function chooseStory(setting: Draft['setting'], random: Random): Story {
  for (;;) {
    const [happening, cause] = random.weighted(kinds, ([, , weight]) => weight)
    const month = random.weighted(keys(monthWeights), (key: Month) => monthWeights[key])
    const light = random.weighted(keys(lightShares), (key) => lightShares[key])
    const weather = random.weighted(keys(weatherShares), (key) => weatherShares[key])
    const story: Story = { month, light, weather, happening, cause }
    // The suspicion of a crime is what the simple procedure excludes; all else must be as plausible.
    const isOnlyDamage = setting.injured === 0 ? 1 : 0
    if (implausibility(story, setting) === isOnlyDamage) return story
  }
}

function chooseHarm(random: Random): Harm {
  const injured = random.next() < 0.18 ? 1 : 0
  const lossYuan = random.integer(2, 60) * 100
  return { killed: 0, injured, seriouslyInjured: 0, lossYuan, isReported: false }
}

/** Mostly in the towns; on the roads only at the busy stretches, and never at a named bad place. */
function chooseDraft(year: number, random: Random): Draft {
  const harm = chooseHarm(random)
  const base = { ...harm, year }
  if (random.next() < 0.62) {
    const site = chooseTownSite(random)
    return { ...base, road: 'OTHER', site, setting: { ...harm, traits: site.place.traits } }
  }
  const busy = knownStretches.filter(({ traits }) => traits.includes('junction'))
  const stretch = random.weighted(busy, ({ weight }) => weight)
  const stake = Math.round(random.integer(stretch.from, stretch.to) / 10) * 10
  const site = { kind: 'stake' as const, stake, direction: chooseDirection(random) }
  return { ...base, road: stretch.road, site, setting: { ...harm, traits: traitsOf(stretch) } }
}

/** Simple-procedure accidents: nobody dies, at most one is slightly hurt. */
export function simpleAccidents(demoYear: number, random: Random): ToldAccident[] {
  return simpleAccidentsPerYear.flatMap((count, yearsBefore) =>
    Array.from({ length: count }, () => {
      const draft = chooseDraft(demoYear - yearsBefore, random)
      const story = chooseStory(draft.setting, random)
      return { ...draft, story, ...chooseTime(story, draft.year, random) }
    }),
  )
}
