import { v7 as newId } from 'uuid'
import type { FacilityKind } from '../../../api/facilities/facility-kinds.ts'
import type { FacilityState } from '../../../api/facilities/facility-states.ts'
import {
  checksFor,
  type CheckId,
  type CheckResult,
} from '../../../api/facilities/inspections/inspection-checks.ts'
import type { NewInspection } from '../api/facility-calls.ts'
import { dropDraft, keepDraft, readDraft } from '../state/unsent/drafts.ts'

interface InspectionSnapshot {
  readonly id: string
  readonly state: NewInspection['state']
  readonly note: string
  readonly measure: string
  readonly answers: Partial<Record<CheckId, CheckResult>>
}

const isGone = (state: NewInspection['state']) => state === 'missing' || state === 'removed'
const keyOf = (facilityId: string) => `inspection:${facilityId}`

interface Inspected {
  readonly id: string
  readonly kind: FacilityKind
  readonly state: FacilityState
}

/** One inspection while it is filled in; its id stays until it is sent, so that a retry is no second one. */
export class InspectionDraft {
  readonly id: string
  readonly checks: readonly CheckId[]
  /** What was typed when the page was last open. */
  readonly isRestored: boolean
  state = $state<NewInspection['state']>('fault')
  note = $state('')
  measure = $state('')
  answers = $state<Partial<Record<CheckId, CheckResult>>>({})

  /** Whoever opens the points has seen that something is wrong. */
  constructor({ kind, state }: Omit<Inspected, 'id'>, kept?: Partial<InspectionSnapshot>) {
    const { id, ...typed } = kept ?? {}
    this.id = id ?? newId()
    this.isRestored = kept !== undefined
    this.checks = checksFor(kind)
    this.state = state === 'working' || state === 'planned' ? 'fault' : state
    Object.assign(this, typed)
  }

  static restore(storage: Storage, facility: Inspected): InspectionDraft {
    return new InspectionDraft(facility, readDraft<InspectionSnapshot>(storage, keyOf(facility.id)))
  }

  keep(storage: Storage, facilityId: string): void {
    const { id, state, note, measure, answers } = this
    keepDraft(storage, keyOf(facilityId), { id, state, note, measure, answers } satisfies InspectionSnapshot)
  }

  static drop(storage: Storage, facilityId: string): void {
    dropDraft(storage, keyOf(facilityId))
  }

  answer(check: CheckId, result: CheckResult): void {
    this.answers = { ...this.answers, [check]: result }
  }

  /** What is gone cannot be looked at. */
  body(at: Date): NewInspection {
    const all = this.checks.map((check) => [check, this.answers[check] ?? 'unseen'])
    const note = this.note.trim()
    const measure = this.measure.trim()
    return {
      at: at.toISOString(),
      state: this.state,
      checks: isGone(this.state) ? {} : Object.fromEntries(all),
      ...(note ? { note } : {}),
      ...(measure ? { measure } : {}),
    }
  }
}

/** Whoever taps "all in order" has looked at all of it. */
export const allInOrder = (kind: FacilityKind, at: Date): NewInspection => ({
  at: at.toISOString(),
  state: 'working',
  checks: Object.fromEntries(checksFor(kind).map((check) => [check, 'good'])),
})
