import type { Draft, Harm, Site, ToldAccident } from './accident-draft.ts'
import { harmsOf } from './accident-harm.ts'
import {
  chooseDirection,
  chooseStake,
  chooseTownSite,
  isMajorHarm,
  traitsAt,
  type StakedRoad,
  type Taken,
} from './accident-sites.ts'
import { pinnedAccidents, type PinnedAccident } from './demo-clusters.ts'
import { unlocatedPlaces } from './demo-places.ts'
import { yearTotals, type DemoRoad } from './demo-years.ts'
import type { Random } from './seeded-random.ts'
import { tellStories } from './tell-stories.ts'

const settingOf = (harm: Harm, traits: Draft['setting']['traits']): Draft['setting'] => ({
  traits,
  killed: harm.killed,
  injured: harm.injured,
})

function pinnedDraft(pinned: PinnedAccident, year: number): Draft {
  const { road, stake, direction, killed, injured, seriouslyInjured, lossYuan, traits } = pinned
  const harm = { killed, injured, seriouslyInjured, lossYuan, isReported: false }
  return {
    ...harm,
    year,
    road,
    site: { kind: 'stake', stake, direction },
    setting: settingOf(harm, traits),
    pinned,
  }
}

function stakedDraft(road: StakedRoad, year: number, harm: Harm, taken: Taken[], random: Random): Draft {
  const isMajor = isMajorHarm(harm)
  const stake = chooseStake(road, year, isMajor, taken, random)
  taken.push({ road, stake, year, isMajor })
  const site: Site = { kind: 'stake', stake, direction: chooseDirection(random) }
  return { ...harm, year, road, site, setting: settingOf(harm, traitsAt(road, stake, random)) }
}

function townDraft(year: number, harm: Harm, random: Random): Draft {
  const site = chooseTownSite(random)
  return { ...harm, year, road: 'OTHER', site, setting: settingOf(harm, site.place.traits) }
}

/** The last two of the demo year off the main roads: nobody could say exactly where. */
function withUnlocated(drafts: readonly Draft[]): Draft[] {
  const hurt = drafts.filter(({ killed, injured, isReported }) => killed === 0 && injured > 0 && !isReported)
  const chosen = hurt.slice(-unlocatedPlaces.length)
  return drafts.map((draft) => {
    const place = unlocatedPlaces[chosen.indexOf(draft)]
    if (!place) return draft
    return {
      ...draft,
      site: { kind: 'unlocated', ...place },
      setting: { ...draft.setting, traits: ['junction', 'curve', 'pasture', 'sand'] },
    }
  })
}

function draftsOfRoad(
  road: DemoRoad,
  year: number,
  harms: readonly Harm[],
  taken: Taken[],
  random: Random,
): Draft[] {
  return harms.map((harm) =>
    road === 'OTHER' ? townDraft(year, harm, random) : stakedDraft(road, year, harm, taken, random),
  )
}

function draftsOfYear(demoYear: number, yearsBefore: number, taken: Taken[], random: Random): Draft[] {
  const year = demoYear - yearsBefore
  return yearTotals[yearsBefore]!.flatMap((totals) => {
    const pinned = pinnedAccidents.filter(
      (one) => one.yearsBefore === yearsBefore && one.road === totals.road,
    )
    const free = draftsOfRoad(totals.road, year, harmsOf(totals, pinned, random), taken, random)
    const located = totals.road === 'OTHER' && yearsBefore === 0 ? withUnlocated(free) : free
    return [...pinned.map((one) => pinnedDraft(one, year)), ...located]
  })
}

/** General-procedure accidents of the demo year and the three before, the newest year first. */
export function generalAccidents(demoYear: number, random: Random): ToldAccident[] {
  const taken: Taken[] = pinnedAccidents.map((pinned) => ({
    road: pinned.road,
    stake: pinned.stake,
    year: demoYear - pinned.yearsBefore,
    isMajor: isMajorHarm({ ...pinned, isReported: false }),
  }))
  return yearTotals.flatMap((_, yearsBefore) =>
    tellStories(draftsOfYear(demoYear, yearsBefore, taken, random), random),
  )
}
