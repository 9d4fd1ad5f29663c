import { isInUse } from '../facilities/facility-states.ts'
import {
  isMetOn,
  passageOn,
  placeOnCourse,
  travels,
  type Course,
  type Passage,
} from '../roads/network/course.ts'
import { formatStake } from '../roads/stakes/stake-format.ts'
import { sharpestBend } from './bend.ts'
import { gapOf, metThere, spanOf } from './gap-draft.ts'
import type { GapFacility, GapHazard } from './gap-facts.ts'
import { isOfKind, metBetween, type Ground } from './gap-ground.ts'
import { proposalAt } from './gap-proposal.ts'
import { gapRule, type GapRuleId, type GuidanceRule } from './gap-rules.ts'
import type { Gap } from './gap.schema.ts'

const isBroken = ({ state }: GapFacility) => state === 'fault' || state === 'missing'

interface OnWay {
  readonly course: Course
  readonly passage: Passage
}

const middleOf = ({ entry, exit }: Passage) => (entry + exit) / 2

/** On the outer side of the sharpest bend of the stretch; on a straight one, at its middle, right of those who drive. */
function proposeGuidance({ course, passage }: OnWay, rule: GuidanceRule, roadName: string) {
  const bend = sharpestBend(course, passage.entry - rule.margin, passage.exit + rule.margin)
  const place = placeOnCourse(course, bend?.at ?? middleOf(passage))
  const isLeftOfStakes = bend && (bend.turns === 'right') === (course.travel === 'increasing')
  const side = bend && (isLeftOfStakes ? ('left' as const) : ('right' as const))
  const { kind } = rule.propose
  const proposal = proposalAt(course, place, {
    ...{ kind, roadName, legend: null, ahead: null },
    ...(side ? { side } : {}),
  })
  return { proposal, bend: bend ? { radius: bend.radius, stakeText: formatStake(place.stake) } : null }
}

/** A stretch along which nothing guides the driver. */
export function stretchGaps(ground: Ground, ruleId: GapRuleId, hazard: GapHazard): Gap[] {
  const rule = gapRule(ruleId) as GuidanceRule
  const subject = { kind: 'hazard', of: hazard } as const
  const span = spanOf(subject)
  const ways = travels.flatMap((travel): OnWay[] => {
    const course = ground.courseOf(span.road, travel)
    const passage = course && isMetOn(course, span) ? passageOn(course, span) : undefined
    return passage ? [{ course: course!, passage }] : []
  })
  const [way] = ways
  if (!way) return []
  const along = ways.flatMap(({ course, passage: { entry, exit } }) =>
    metBetween(ground.facilitiesOn(course), entry - rule.margin, exit + rule.margin)
      .filter(isOfKind(rule.kinds))
      .map((met) => ({ ...met, entry })),
  )
  if (along.some(({ thing }) => isInUse(thing.state))) return []
  const planned = along.find(({ thing }) => thing.state === 'planned')?.thing
  // What faces both directions is met in both.
  const broken = along.filter(
    ({ thing }, i) => isBroken(thing) && along.findIndex((each) => each.thing.id === thing.id) === i,
  )
  const direction = hazard.direction ?? 'both'
  const { proposal, bend } = proposeGuidance(way, rule, hazard.roadName)
  return [
    gapOf(ground, ruleId, subject, {
      direction,
      evidence: { bend, broken: broken.map((met) => metThere(met, met.entry)) },
      proposal: { ...proposal, direction },
      answered: planned ? { kind: 'facility', id: planned.id, number: planned.number } : null,
    }),
  ]
}
