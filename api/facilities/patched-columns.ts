import { placeWording } from '../hazards/hazard-wording.ts'
import type { ResolvedPlace } from '../hazards/place.commands.ts'
import { facilityMessages } from './facility-messages.ts'
import type { FacilityRow } from './facility-view.ts'
import type { FacilityPatch } from './facility.schema.ts'
import { isGoing } from './facility-states.ts'
import { nextInspection } from './inspection-clock.ts'
import type { FieldError } from '../http/problem.ts'

const plainColumns = {
  quantity: 'quantity',
  unit: 'unit',
  lengthMetres: 'length_metres',
  legend: 'legend',
  facing: 'facing',
  faces: 'faces',
  direction: 'direction',
  side: 'side',
  placeText: 'place_text',
  hazardId: 'hazard_id',
  state: 'state',
  installedOn: 'installed_on',
  installedBy: 'installed_by',
  costYuan: 'cost_yuan',
  funding: 'funding',
  consent: 'consent',
  consentDocument: 'consent_document',
  supplier: 'supplier',
  model: 'model',
  warrantyUntil: 'warranty_until',
  lastInspectedOn: 'last_inspected_on',
  inspectionDueOn: 'inspection_due_on',
  removalReason: 'removal_reason',
  remark: 'remark',
} as const satisfies Partial<Record<keyof FacilityPatch, string>>

const wordingOf = ({ road, roadName, stake }: FacilityRow) =>
  placeWording({ roadCode: road, roadName, fromStake: stake, toStake: null })

/** Words that only repeat road and stake follow a move; what somebody wrote stays, as does the side where a stake tells none. */
function movedColumns(facility: FacilityRow, place: ResolvedPlace) {
  const isOwnWords = facility.placeText !== wordingOf(facility)
  return {
    place_text: isOwnWords ? facility.placeText : placeWording(place),
    side: facility.side === 'across' ? facility.side : (place.side ?? facility.side),
  }
}

/** The columns that a correction writes besides the place itself. */
export function patchedColumns(
  facility: FacilityRow,
  patch: FacilityPatch,
  place: ResolvedPlace | undefined,
): Record<string, unknown> {
  const given = Object.entries(plainColumns)
    .filter(([key]) => patch[key as keyof FacilityPatch] !== undefined)
    .map(([key, column]) => [column, patch[key as keyof FacilityPatch]])
  const inspected =
    patch.lastInspectedOn && !patch.inspectionDueOn ? nextInspection(patch.lastInspectedOn) : undefined
  const staysAfterAll = patch.state !== undefined && !isGoing(patch.state)
  return {
    ...(place ? movedColumns(facility, place) : {}),
    ...(inspected ? { inspection_due_on: inspected } : {}),
    ...(staysAfterAll ? { removal_reason: null } : {}),
    ...Object.fromEntries(given),
  }
}

/** Whoever takes a facility down, or takes its reason away, says why it goes. */
export function removalErrors(facility: FacilityRow, patch: FacilityPatch): FieldError[] {
  const state = patch.state ?? facility.state
  const becomes = isGoing(state) && !isGoing(facility.state)
  const reason = patch.removalReason === undefined ? facility.removalReason : patch.removalReason
  const isErased = isGoing(state) && patch.removalReason === null
  return (becomes || isErased) && !reason
    ? [{ path: 'removalReason', message: facilityMessages.removalReasonNeeded() }]
    : []
}
