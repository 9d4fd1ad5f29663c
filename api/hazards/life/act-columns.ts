import type { Updateable } from 'kysely'
import type { HazardRow } from '../hazard-row.ts'
import type { HazardTable } from '../hazard.table.ts'
import { lifeCycle, statusAfter } from '../life-cycle.ts'
import { typeColumns } from '../type-columns.ts'
import type { TransitionFields, TransitionRequest } from './transition.schema.ts'

const columns = {
  types: 'types',
  level: 'level',
  analysis: 'analysis',
  advice: 'advice',
  emergencyAdvice: 'emergency_advice',
  responsibleUnit: 'responsible_unit_code',
  regulatorUnit: 'regulator_unit_code',
  dueDate: 'due_date',
  mergedInto: 'merged_into',
  responsiblePerson: 'responsible_person',
  remedyPlan: 'remedy_plan',
  fundsWan: 'funds_wan',
  progressText: 'progress_text',
  squad: 'squad_code',
} as const satisfies Partial<Record<keyof TransitionFields, keyof HazardTable>>

/** Marks that an act sets or takes away. */
const marks: Partial<Record<TransitionRequest['action'], { set?: string; clear?: string }>> = {
  returnForRemedy: { set: 'acceptanceReturned' },
  accept: { clear: 'acceptanceReturned' },
  proposeListing: { set: 'listingRequested' },
  recordListing: { clear: 'listingRequested' },
  refuseListing: { clear: 'listingRequested' },
  requestExtension: { set: 'extensionPending' },
  grantExtension: { clear: 'extensionPending' },
  refuseExtension: { clear: 'extensionPending' },
  revisit: { set: 'revisited' },
  draftReview: { set: 'reviewDrafted' },
  approve: { clear: 'reviewDrafted' },
  return: { clear: 'reviewDrafted' },
  merge: { clear: 'reviewDrafted' },
  refuse: { clear: 'reviewDrafted' },
}

function flagsAfter(flags: readonly string[], action: TransitionRequest['action']): { flags?: string[] } {
  const { set, clear } = marks[action] ?? {}
  if (!set && !clear) return {}
  return { flags: [...flags.filter((flag) => flag !== set && flag !== clear), ...(set ? [set] : [])] }
}

function controlAfter(hazard: HazardRow, { action, ...fields }: TransitionRequest): Updateable<HazardTable> {
  if (action === 'controlTemporarily')
    return { temporary_control: 'inPlace', temporary_control_text: fields.controlText ?? null }
  const plan = fields.temporaryControlPlan
  return plan && hazard.temporaryControl === 'none'
    ? { temporary_control: 'planned', temporary_control_text: plan }
    : {}
}

/** What the act changes in the hazard's own row; its records are written beside it. */
export function columnsAfter(hazard: HazardRow, request: TransitionRequest): Updateable<HazardTable> {
  const { action, ...fields } = request
  if (lifeCycle[action].isProposal) return flagsAfter(hazard.flags, action)
  const given = Object.entries(columns)
    .filter(([key]) => fields[key as keyof TransitionFields] !== undefined)
    .map(([key, column]) => [column, fields[key as keyof TransitionFields]])
  const { assurances } = fields
  return {
    ...Object.fromEntries(given),
    ...typeColumns(hazard, fields.types),
    ...(fields.dueDate && !hazard.originalDueDate ? { original_due_date: fields.dueDate } : {}),
    ...(assurances ? { assurances: JSON.stringify({ ...hazard.assurances, ...assurances }) } : {}),
    ...controlAfter(hazard, request),
    ...flagsAfter(hazard.flags, action),
    // The old date is kept as the original one; a reopened hazard needs a new one before it goes on.
    ...(action === 'reopen' ? { due_date: null } : {}),
    status: statusAfter(action, hazard.status),
  }
}
