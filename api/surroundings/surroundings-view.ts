import type { AccidentSummary } from '../accidents/accident.schema.ts'
import type { Facility } from '../facilities/facility.schema.ts'
import type { Hazard } from '../hazards/hazard.schema.ts'
import type { Apart } from './apart.ts'
import type { CountedAs } from './calibre-totals.ts'
import type { ClocksThen } from './clocks-then.ts'
import type { AccidentNear, FacilityNear, HazardNear } from './surroundings.schema.ts'

const whole = (found: Apart): Apart => ({ ...found, distance: Math.round(found.distance) })

export function accidentNear(
  accident: AccidentSummary & { readonly countedAs: CountedAs },
  found: Apart,
  then: ClocksThen,
): AccidentNear {
  const { id, accidentNo, occurredAt, severity, killed, injured, procedure } = accident
  const { road, roadName, stakeText, direction, side } = accident
  return {
    ...{ id, accidentNo, occurredAt, severity, killed, injured, procedure },
    ...{ road, roadName, stakeText, direction, side },
    countedAs: accident.countedAs,
    ...whole(found),
    then,
  }
}

export function facilityNear(facility: Facility, found: Apart | undefined, hazardId: string): FacilityNear {
  const { id, number, kind, quantity, unit, state, stakeText } = facility
  const { lastInspectedOn, inspectionDueOn, inspectionOverdue } = facility
  return {
    ...{ id, number, kind, quantity, unit, state, stakeText },
    ...{ lastInspectedOn, inspectionDueOn, inspectionOverdue },
    isLinked: facility.hazardId === hazardId,
    distance: found ? Math.round(found.distance) : null,
    measuredBy: found?.measuredBy ?? null,
  }
}

export function hazardNear(hazard: Hazard, found: Apart): HazardNear {
  const { id, displayNumber, title, status, level, overdueDays, roadName, stakeText } = hazard
  return { id, displayNumber, title, status, level, overdueDays, roadName, stakeText, ...whole(found) }
}
