import { mayTouchSquad } from '../../auth/own-squad.ts'
import { isPermitted } from '../../auth/permissions.ts'
import type { Actor } from '../../http/actor.ts'
import { isEnded, type HazardStatus } from '../hazard-status.ts'

/** What is done to the record itself and is no step of its life. */
export const furtherActIds = ['requestCorrection', 'split', 'withdraw'] as const
export type FurtherActId = (typeof furtherActIds)[number]

interface Standing {
  readonly status: HazardStatus
  readonly squad: string | null
  readonly isListed: boolean
  /** A notice or a listing is on record. */
  readonly hasPapers: boolean
  readonly isWithdrawn: boolean
}
type Person = Pick<Actor, 'department' | 'personKind' | 'scopes'>

/** Closed and listed hazards are evidence and papers always are: they are corrected, not edited. A listed one is delisted before it is withdrawn. */
export function furtherActs(
  { status, squad, isListed, hasPapers, isWithdrawn }: Standing,
  person: Person,
): FurtherActId[] {
  if (isWithdrawn || !mayTouchSquad(person, squad)) return []
  const may: Readonly<Record<FurtherActId, boolean>> = {
    requestCorrection:
      (isPermitted(person, 'hazard:register') && (isEnded(status) || isListed)) ||
      (isPermitted(person, 'document:register') && hasPapers),
    split: isPermitted(person, 'hazard:review') && !isEnded(status),
    withdraw: isPermitted(person, 'hazard:withdraw') && !isListed,
  }
  return furtherActIds.filter((act) => may[act])
}
