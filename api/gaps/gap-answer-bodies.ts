import type { NewFacility } from '../facilities/facility.schema.ts'
import type { HazardType } from '../hazards/hazard-codes.ts'
import type { NewHazard } from '../hazards/hazard.schema.ts'
import type { GapPlan, GapTicket } from './answer-gap.schema.ts'
import { gapRule } from './gap-rules.ts'
import type { Gap, Proposal } from './gap.schema.ts'

const defined = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null)) as {
    [Key in keyof T]?: NonNullable<T[Key]>
  }

/** As proposed; what was said otherwise goes before it. A sign of another kind keeps no legend. */
export function plannedFacility(gap: Gap, proposal: Proposal, plan: GapPlan): NewFacility {
  const { kind, quantity, unit, legend, road, roadName, stake, direction, side } = proposal
  const { facilityId: _facilityId, ...said } = plan
  const isOther = said.kind !== undefined && said.kind !== kind
  const where = road === null ? { roadName } : { road, stake }
  return {
    ...{ kind, quantity, state: 'planned' },
    ...defined({ ...where, direction, side, hazardId: gap.hazardId, remark: gap.reason.zh.slice(0, 500) }),
    ...(isOther ? {} : defined({ unit, legend })),
    ...defined(said),
  } as NewFacility
}

/** What kind of ticket; a hotspot is also what made it one. */
function typesOf({ evidence }: Gap, type: HazardType): NewHazard['types'] {
  const { hotspot } = evidence
  return hotspot ? [type, hotspot.preset === 'P1a' ? 'G1' : 'G2'] : [type]
}

/** Undefined where a ticket would say nothing new. */
export function ticketOf(gap: Gap, wish: GapTicket, at: Date): NewHazard | undefined {
  const { ticketType } = gapRule(gap.rule)
  if (ticketType === null) return undefined
  const { road, roadName, fromStake, toStake, direction, reason, subject, subjectId } = gap
  const where = road === null ? { roadName } : { road, fromStake, toStake }
  return {
    types: wish.types ?? typesOf(gap, ticketType),
    ...defined({ ...where, direction, remark: wish.remark }),
    description: wish.description ?? reason.zh.slice(0, 500),
    source: '03',
    foundAt: at.toISOString(),
    ...(subject === 'hotspot' ? { screeningSiteId: subjectId } : {}),
  }
}
