import { isInUse } from '../facilities/facility-states.ts'
import { isMetOn, passageOn, travels, type Course } from '../roads/network/course.ts'
import { distanceBetween } from '../roads/network/geodesy.ts'
import { bumpLegend, accidentProneLegend, legendOf } from './sign-legends.ts'
import { ticketFor } from './gap-answers.ts'
import { facilityThere, gapOf, metThere, spanOf, type Subject } from './gap-draft.ts'
import type { GapFacility } from './gap-facts.ts'
import { isOfKind, metBetween, type Ground } from './gap-ground.ts'
import { proposeAgain, proposeBefore } from './gap-proposal.ts'
import { gapRule, type BumpRule, type GapRuleId, type HazardRule, type HotspotRule } from './gap-rules.ts'
import type { Gap } from './gap.schema.ts'

export type NoticeRule = HotspotRule | HazardRule | BumpRule

/** Farther away nothing counts as "the nearest one". */
const nearestWithin = 2000

function legendFor({ kind, of }: Subject): string {
  if (kind === 'hotspot') return accidentProneLegend
  return kind === 'hazard' ? legendOf(of.types) : bumpLegend
}

const isBroken = ({ state }: GapFacility) => state === 'fault' || state === 'missing'

interface Looked {
  readonly ground: Ground
  readonly ruleId: GapRuleId
  readonly rule: NoticeRule
  readonly subject: Subject
}

/** What one direction of traffic meets before the place; undefined where it is warned. */
function gapOnCourse(
  { ground, ruleId, rule, subject }: Looked,
  course: Course,
  entry: number,
): Gap | undefined {
  const { notice, kinds } = rule
  const fitting = metBetween(ground.facilitiesOn(course), entry - nearestWithin, entry).filter(
    isOfKind(kinds),
  )
  const there = metBetween(fitting, entry - notice.farthest, entry - notice.nearest)
  if (there.some(({ thing }) => isInUse(thing.state))) return undefined
  const nearest = fitting.filter(({ thing }) => isInUse(thing.state)).at(-1)
  const planned = there.find(({ thing }) => thing.state === 'planned')?.thing
  const legend = legendFor(subject)
  const { roadName } = subject.of
  return gapOf(ground, ruleId, subject, {
    direction: course.travel,
    evidence: {
      notice: { ...notice },
      nearest: nearest ? metThere(nearest, entry) : null,
      broken: there.filter(({ thing }) => isBroken(thing)).map((met) => metThere(met, entry)),
    },
    proposal: proposeBefore(course, entry, { ...rule.propose, notice, legend, roadName }),
    answered: planned
      ? { kind: 'facility', id: planned.id, number: planned.number }
      : ticketFor(ground, rule.ticketType, subject, course, entry),
  })
}

/** On a road without a line nobody can say what is before what: what belongs to the hazard or stands near it counts. */
function gapOffCourse({ ground, ruleId, rule, subject }: Looked): Gap | undefined {
  if (subject.kind !== 'hazard') return undefined
  const { of: hazard } = subject
  const belongs = (facility: GapFacility) =>
    rule.kinds.includes(facility.kind) &&
    (facility.hazardId === hazard.id ||
      (facility.point !== null &&
        hazard.point !== null &&
        distanceBetween(facility.point, hazard.point) <= rule.notice.farthest))
  const there = ground.facts.facilities.filter(belongs)
  if (there.some(({ state }) => isInUse(state))) return undefined
  const planned = there.find(({ state }) => state === 'planned')
  const { road, roadName, point, fromStake, side, direction } = hazard
  const place = { road, roadName, point, fromStake, side, direction: direction ?? ('both' as const) }
  const { kind } = rule.propose
  const unit = proposeAgain({ ...place, kind } as GapFacility)
  return gapOf(ground, ruleId, subject, {
    direction: 'both',
    evidence: { broken: there.filter(isBroken).map((each) => facilityThere(each, null)) },
    proposal: { ...unit, quantity: 1, unit: '块', legend: legendFor(subject) },
    answered: planned ? { kind: 'facility', id: planned.id, number: planned.number } : null,
  })
}

/** Every direction of traffic that comes to the place unwarned. */
export function noticeGaps(ground: Ground, ruleId: GapRuleId, subject: Subject): Gap[] {
  const looked = { ground, ruleId, rule: gapRule(ruleId) as NoticeRule, subject }
  const span = spanOf(subject)
  const passages = travels.flatMap((travel) => {
    const course = ground.courseOf(span.road, travel)
    const passage = course && passageOn(course, span)
    return passage ? [{ course, entry: passage.entry }] : []
  })
  if (passages.length === 0) return [gapOffCourse(looked) ?? []].flat()
  return passages.flatMap(({ course, entry }) =>
    isMetOn(course, span) ? (gapOnCourse(looked, course, entry) ?? []) : [],
  )
}
