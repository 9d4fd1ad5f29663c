import type { HazardLevel, SupervisionLevel } from '../hazard-codes.ts'
import type { HazardStatus } from '../hazard-status.ts'
import type { GroupedRoad } from './road-groups.ts'

/** What figures about hazards are counted from: a ticket as it stood at the end of a day. */
export interface TicketFacts extends GroupedRoad {
  readonly squad: string | null
  readonly squadName: string | null
  readonly level: HazardLevel | null
  /** After the last act up to that day. */
  readonly status: HazardStatus
  readonly foundOn: string
  readonly foundAt: string
  readonly registeredAt: string
  /** First notice or report to the government. */
  readonly reportedAt: string | null
  /** Acceptance first asked for: the unit says it is done. */
  readonly remediedAt: string | null
  readonly closedOn: string | null
  /** Each day of a closing, a second one after it was reopened. */
  readonly closings: readonly string[]
  readonly wasReopened: boolean
  readonly dueDate: string | null
  /** 立项: the review was passed. */
  readonly wasTakenOn: boolean
  readonly hasUnit: boolean
  readonly hasFiveAssurances: boolean
  /** numeric(10, 2) as text, so that no cent is lost. */
  readonly fundsWan: string | null
  /** Highest level at which it was listed; 0 where it was not. */
  readonly listedLevel: SupervisionLevel
  /** First day on which a listing was proposed or recorded. */
  readonly proposedOn: string | null
}
