import { isInspected } from '../facilities/inspection-clock.ts'
import { daysBetween } from '../areas/calendar-days.ts'
import { passageOn, type Course } from '../roads/network/course.ts'
import { ticketFor } from './gap-answers.ts'
import { gapOf, spanOf } from './gap-draft.ts'
import type { GapFacility, NightAccident } from './gap-facts.ts'
import { isOfKind, metBetween, type Ground } from './gap-ground.ts'
import { proposeAgain } from './gap-proposal.ts'
import { gapRules } from './gap-rules.ts'
import type { Gap } from './gap.schema.ts'

const subjectOf = (facility: GapFacility) => ({ kind: 'facility', of: facility }) as const

/** The direction that the facility is for; both see the same place of the road. */
function courseAt(ground: Ground, facility: GapFacility): { course: Course; at: number } | undefined {
  const travel = facility.direction === 'decreasing' ? 'decreasing' : 'increasing'
  const course = ground.courseOf(facility.road, travel)
  const passage = course && passageOn(course, spanOf(subjectOf(facility)))
  return passage && { course: course!, at: passage.entry }
}

const sum = (accidents: readonly NightAccident[], field: 'killed' | 'injured') =>
  accidents.reduce((total, accident) => total + accident[field], 0)

const replacedWithin = 30

/** 灯不亮: broken or gone, where it is needed at night. */
export function lampGaps(ground: Ground, facility: GapFacility): Gap[] {
  const { kinds, reach, minimumAccidents, ticketType } = gapRules.lampOutAtNight
  const isOut = facility.state === 'fault' || facility.state === 'missing'
  const here =
    isOut && (kinds as readonly string[]).includes(facility.kind) ? courseAt(ground, facility) : undefined
  if (!here) return []
  const { course, at } = here
  const accidents = metBetween(ground.accidentsOn(course), at - reach, at + reach).map(({ thing }) => thing)
  if (accidents.length < minimumAccidents) return []
  const instead = metBetween(ground.facilitiesOn(course), at - replacedWithin, at + replacedWithin)
    .filter(isOfKind(kinds))
    .find(({ thing }) => thing.state === 'planned')?.thing
  const { nightSince: from, today: to } = ground.facts
  return [
    gapOf(ground, 'lampOutAtNight', subjectOf(facility), {
      direction: facility.direction,
      evidence: {
        accidents: {
          ...{ calibre: 'general', from, to, reach, accidents: accidents.length },
          ...{ killed: sum(accidents, 'killed'), injured: sum(accidents, 'injured') },
          ids: accidents.map(({ id }) => id).sort(),
        },
      },
      proposal: proposeAgain(facility),
      answered: instead
        ? { kind: 'facility', id: instead.id, number: instead.number }
        : ticketFor(ground, ticketType, subjectOf(facility), course, at),
    }),
  ]
}

/** 巡检逾期 */
export function inspectionGaps(ground: Ground, facility: GapFacility): Gap[] {
  const { inspectionDueOn: dueOn, state, direction } = facility
  const { today } = ground.facts
  if (dueOn === null || dueOn >= today || !isInspected(state)) return []
  const evidence = { dueOn, days: daysBetween(dueOn, today) }
  return [gapOf(ground, 'inspectionOverdue', subjectOf(facility), { direction, evidence, proposal: null })]
}

/** 销号后未拆除: unless somebody decided at the closing that it stays. */
export function leftoverGaps(ground: Ground, facility: GapFacility): Gap[] {
  const { hazardClosedOn: closedOn, state, isKept, direction } = facility
  if (closedOn === null || isKept || !isInspected(state)) return []
  const here = courseAt(ground, facility)
  const { ticketType } = gapRules.leftStanding
  return [
    gapOf(ground, 'leftStanding', subjectOf(facility), {
      ...{
        direction,
        evidence: { closedOn, days: daysBetween(closedOn, ground.facts.today) },
        proposal: null,
      },
      answered: here ? ticketFor(ground, ticketType, subjectOf(facility), here.course, here.at) : null,
    }),
  ]
}
