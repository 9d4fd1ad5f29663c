import type { Hazard } from './hazard.schema.ts'
import type { HazardStatus } from './hazard-status.ts'
import type { HazardFacts } from './life/hazard-facts.ts'
import type { PastActors } from './transition-rules.ts'

type Computed =
  | 'status'
  | 'stakeText'
  | 'foundAt'
  | 'createdAt'
  | 'updatedAt'
  | 'overdueDays'
  | 'warning'
  | 'allowedActions'
  | 'furtherActs'
  | 'clocks'
  | 'urgingDue'
  | 'threeTimely'
  | 'extensions'
  | 'isExtensionPending'
  | 'withdrawnAt'
  | 'photoCounts'

/** A hazard as it is kept; what depends on the day and on who asks is added when it is shown. */
export interface HazardRow extends Omit<Hazard, Computed> {
  readonly status: HazardStatus
  readonly foundAt: Date
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly requestHash: string
  readonly withdrawnAt: Date | null
  readonly facts: HazardFacts
  readonly past: PastActors
}
