import type { Facility } from '../facilities/facility.schema.ts'
import { countWording } from '../facilities/facility-wording.ts'
import type { Hazard } from '../hazards/hazard.schema.ts'
import { daysOverdue } from '../hazards/overdue.ts'
import type { HazardStatus } from '../hazards/hazard-status.ts'
import type { ScreeningSite } from '../hotspots/screening.schema.ts'
import { stretchAt } from '../roads/network/road-input.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import type { Stretch } from '../roads/road.schema.ts'
import { lookOfFacility, lookOfHazard } from './patrol-look.ts'
import type { LooseStop } from './patrol.schema.ts'

/** A reason to stop somewhere, with what tells two places of one stake apart. */
export type Errand = LooseStop & { readonly near: LonLat | null }

type Line = { readonly type: string; readonly coordinates: unknown }

/** Where the record is, or where its line begins. */
export function firstPoint(geometry: Line | null): LonLat | null {
  let coordinates = geometry?.coordinates
  while (Array.isArray(coordinates) && Array.isArray(coordinates[0])) coordinates = coordinates[0] as unknown
  return Array.isArray(coordinates) ? (coordinates as unknown as LonLat) : null
}

const urgencyOf = (overdueDays: number, isSoon: boolean) =>
  overdueDays > 0 ? ('overdue' as const) : isSoon ? ('soon' as const) : ('plain' as const)

const nothingOfFacility = { facilityKind: null, facilityState: null, accidents: null }

export function errandOfHazard(hazard: Hazard): Errand {
  return {
    id: hazard.id,
    kind: 'hazard',
    number: hazard.displayNumber,
    title: hazard.title,
    ...placeOf(hazard),
    squad: hazard.squad,
    look: lookOfHazard(hazard.status as HazardStatus),
    urgency: urgencyOf(hazard.overdueDays, hazard.warning !== null),
    due: hazard.dueDate,
    overdueDays: hazard.overdueDays,
    status: hazard.status,
    level: hazard.level,
    control: hazard.temporaryControl === 'inPlace' ? hazard.temporaryControlText : null,
    ...nothingOfFacility,
  }
}

const placeOf = (hazard: Hazard) => ({
  road: hazard.road,
  roadName: hazard.roadName,
  fromStake: hazard.fromStake,
  toStake: hazard.toStake,
  stakeText: hazard.stakeText,
  direction: hazard.direction,
  side: hazard.side,
  placeText: hazard.placeText,
  township: hazard.township,
  near: firstPoint(hazard.geometry),
})

/** 回头看 of a closed ticket. */
export function errandOfClosed(hazard: Hazard, due: string, day: string): Errand {
  const overdueDays = daysOverdue(due, day)
  return {
    ...errandOfHazard(hazard),
    kind: 'revisit',
    look: 'revisit',
    urgency: urgencyOf(overdueDays, true),
    due,
    overdueDays,
    control: null,
  }
}

export interface FacilityGround {
  readonly squads: readonly Stretch[]
  readonly townships: readonly Stretch[]
  /** The ticket that a facility belongs to, where it has one. */
  readonly hazards: ReadonlyMap<string, Pick<Hazard, 'squad' | 'township'>>
}

export function errandOfFacility(
  facility: Facility,
  ground: FacilityGround,
  day: string,
): Errand | undefined {
  const look = lookOfFacility(facility, day)
  if (!look) return undefined
  const { road, stake, kind, state, inspectionDueOn: due } = facility
  const at = (stretches: readonly Stretch[]) =>
    road === null || stake === null ? undefined : stretchAt(stretches, road, stake)
  const hazard = facility.hazardId === null ? undefined : ground.hazards.get(facility.hazardId)
  const overdueDays = look === 'inspect' && due !== null ? daysOverdue(due, day) : 0
  return {
    id: facility.id,
    kind: 'facility',
    number: facility.number,
    title: countWording(facility),
    ...{ road, roadName: facility.roadName, fromStake: stake, toStake: stake },
    ...{ stakeText: facility.stakeText, direction: facility.direction, side: facility.side },
    placeText: facility.placeText,
    township: at(ground.townships)?.name ?? hazard?.township ?? null,
    squad: at(ground.squads)?.code ?? hazard?.squad ?? null,
    near: firstPoint(facility.geometry),
    look,
    urgency: urgencyOf(overdueDays, true),
    due: look === 'inspect' ? due : null,
    overdueDays,
    ...{ status: null, level: null, control: null, facilityKind: kind, facilityState: state },
    accidents: null,
  }
}

/** A hotspot is a stretch of the screened road: whose it is the road says. */
export function errandOfHotspot(site: ScreeningSite): Errand {
  const { id, road, roadName, fromStake, toStake, direction, accidents } = site
  return {
    ...{ id, kind: 'hotspot', number: null, title: site.stakeText },
    ...{ road, roadName, fromStake, toStake, direction, side: null },
    stakeText: site.stakeText.slice(site.stakeText.indexOf('K')),
    ...{ placeText: '', township: null, squad: null, near: null },
    ...{ look: 'watch', urgency: 'plain', due: null, overdueDays: 0 },
    ...{ status: null, level: null, control: null, facilityKind: null, facilityState: null, accidents },
  }
}
