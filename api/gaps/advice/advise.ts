import { isMetOn, passageOn, placeOnCourse, travels } from '../../roads/network/course.ts'
import { formatStake } from '../../roads/stakes/stake-format.ts'
import { sharpestBend } from '../bend.ts'
import { metThere } from '../gap-draft.ts'
import type { GapHazard, Way } from '../gap-facts.ts'
import { metBetween, type Ground } from '../gap-ground.ts'
import { profileOf, type AdviceAccident } from './accident-profile.ts'
import { candidatesOn, type Drive } from './advice-candidates.ts'
import type { AdvicePlace } from './advice-place.ts'
import type { Advice, Candidate } from './advice.schema.ts'
import { bumpRefusals } from './bump-refusals.ts'
import { junctionsAlong } from './junctions-along.ts'

export interface AdviceWish {
  readonly site: string | null
  readonly road: string
  readonly fromStake: number
  readonly toStake: number
  readonly direction: Way
  readonly accidents: readonly AdviceAccident[]
  readonly period: { readonly calibre: string; readonly from: string; readonly to: string }
}

/** What stands farther before the stretch is not for it. */
const existingBefore = 300
/** An open ticket as near as this speaks of the same place. */
const besideWithin = 200
/** Fewer accidents say little. */
const smallSample = 3

const span = ({ fromStake, toStake, direction }: AdviceWish) => ({
  ...{ fromStake, toStake, direction, side: null, point: null },
})

function drivesThrough(ground: Ground, wish: AdviceWish): Drive[] {
  return travels.flatMap((travel) => {
    const course = ground.courseOf(wish.road, travel)
    const passage = course && isMetOn(course, span(wish)) ? passageOn(course, span(wish)) : undefined
    return passage ? [{ course: course!, passage }] : []
  })
}

function placeAt(
  ground: Ground,
  wish: AdviceWish,
  { course, passage }: Drive,
  hazards: readonly GapHazard[],
): AdvicePlace {
  const bend = sharpestBend(course, passage.entry - 100, passage.exit + 100)
  return {
    road: ground.roadOf(wish.road)!,
    profile: profileOf(wish.accidents),
    hazardTypes: hazards.flatMap(({ types }) => types),
    bend: bend ? { ...bend, stakeText: formatStake(placeOnCourse(course, bend.at).stake) } : null,
    junctions: junctionsAlong(ground.facts.network, course, passage, ground.facts.roads),
  }
}

function existingOn(ground: Ground, drives: readonly Drive[]): Advice['existing'] {
  const all = drives.flatMap(({ course, passage }) =>
    metBetween(ground.facilitiesOn(course), passage.entry - existingBefore, passage.exit).map((met) => ({
      ...metThere(met, passage.entry),
      direction: met.thing.direction,
    })),
  )
  return all.filter((each, i) => all.findIndex(({ id }) => id === each.id) === i)
}

const note = {
  zh: '以上由数据和图上线形推出，仅供参考；设不设、设在哪里，由大队到现场核定，并征得公路管理部门同意。',
  en: 'Derived from the records and the line as drawn. Whether and where is decided by people on the spot, with the road administration.',
}

const sameProposal = (a: Candidate, b: Candidate) =>
  a.onSideRoad && b.onSideRoad && a.proposal.road === b.proposal.road && a.proposal.stake === b.proposal.stake

function hazardsAt(ground: Ground, { course, passage: { entry, exit } }: Drive): GapHazard[] {
  return ground
    .hazardsOn(course)
    .filter((there) => there.entry <= exit + besideWithin && there.exit >= entry - besideWithin)
    .map(({ hazard }) => hazard)
}

/** What may be placed at a stretch, with reasons; undefined where the road has no line or no such stakes. */
export function advise(ground: Ground, wish: AdviceWish): Advice | undefined {
  const drives = drivesThrough(ground, wish)
  const [first] = drives
  if (!first) return undefined
  const hazards = hazardsAt(ground, first)
  const places = drives.map((drive) => ({ drive, place: placeAt(ground, wish, drive, hazards) }))
  const { place } = places[0]!
  const candidates = places.flatMap(({ drive, place: seen }) => candidatesOn(ground, drive, seen))
  const { accidents: count, ...profile } = place.profile
  const { bend, road } = place
  return {
    ...{ site: wish.site, road: road.code, roadName: road.name, direction: wish.direction },
    ...{ fromStake: wish.fromStake, toStake: wish.toStake },
    stakeText: `${formatStake(wish.fromStake)}—${formatStake(wish.toStake)}`,
    isSketch: road.confidence !== 'high',
    accidents: {
      ...wish.period,
      isSmallSample: count < smallSample,
      accidents: count,
      ...profile,
      byHour: [...profile.byHour],
    },
    bend: bend && {
      radius: bend.radius,
      turns: towardsGrowing(first, bend.turns),
      stakeText: bend.stakeText,
    },
    junctions: place.junctions.map((each) => ({
      ...{ road: each.road, roadName: each.roadName, stakeText: formatStake(each.stake) },
    })),
    hazards: hazards.map(({ id, number, title }) => ({ id, number, title })),
    existing: existingOn(ground, drives),
    candidates: candidates.filter(
      (each, i) => candidates.findIndex((other) => each === other || sameProposal(each, other)) === i,
    ),
    noBump: bumpRefusals(place),
    note,
  }
}

function towardsGrowing({ course }: Drive, turns: 'left' | 'right'): 'left' | 'right' {
  if (course.travel === 'increasing') return turns
  return turns === 'left' ? 'right' : 'left'
}
