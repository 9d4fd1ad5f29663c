import { v7 as newId } from 'uuid'
import type { FacilityKind } from '../../../api/facilities/facility-kinds.ts'
import type { FacilityState } from '../../../api/facilities/facility-states.ts'
import {
  checksFor,
  type CheckId,
  type CheckResult,
} from '../../../api/facilities/inspections/inspection-checks.ts'
import type { NewInspection } from '../api/facility-calls.ts'

const isGone = (state: NewInspection['state']) => state === 'missing' || state === 'removed'

/** One inspection while it is filled in; its id stays until it is sent, so that a retry is no second one. */
export class InspectionDraft {
  readonly id = newId()
  readonly checks: readonly CheckId[]
  state = $state<NewInspection['state']>('fault')
  note = $state('')
  measure = $state('')
  answers = $state<Partial<Record<CheckId, CheckResult>>>({})

  /** Whoever opens the points has seen that something is wrong. */
  constructor(kind: FacilityKind, state: FacilityState) {
    this.checks = checksFor(kind)
    this.state = state === 'working' || state === 'planned' ? 'fault' : state
  }

  answer(check: CheckId, result: CheckResult): void {
    this.answers = { ...this.answers, [check]: result }
  }

  /** Whoever taps "all in order" has looked at all of it; what is gone cannot be looked at. */
  body(at: Date, isAllGood: boolean): NewInspection {
    const all = this.checks.map((check) => [check, isAllGood ? 'good' : (this.answers[check] ?? 'unseen')])
    const note = this.note.trim()
    const measure = this.measure.trim()
    return {
      at: at.toISOString(),
      state: isAllGood ? 'working' : this.state,
      checks: !isAllGood && isGone(this.state) ? {} : Object.fromEntries(all),
      ...(note && !isAllGood ? { note } : {}),
      ...(measure && !isAllGood ? { measure } : {}),
    }
  }
}
