import { mayTouchSquad } from '../../auth/own-squad.ts'
import { isPermitted } from '../../auth/permissions.ts'
import type { Actor } from '../../http/actor.ts'
import type { Text } from '../../http/text.ts'
import { isEnded, type HazardStatus } from '../hazard-status.ts'
import { hazardPhotoMessages } from './hazard-photo-messages.ts'
import type { PhotoStage } from './photo-stages.ts'

interface Subject {
  readonly status: HazardStatus
  readonly squad: string | null
}

export type Refusal = { readonly kind: 'forbidden' | 'unprocessable'; readonly text: Text }
const forbidden = (text: Text): Refusal => ({ kind: 'forbidden', text })

/** Who records a receipt or looks again at a closed hazard photographs it; all else is put by whoever registers. */
function mayPut(actor: Actor, stage: PhotoStage): boolean {
  if (isPermitted(actor, 'hazard:register')) return true
  if (stage === 'revisit') return isPermitted(actor, 'hazard:revisit')
  return stage === 'receipt' && isPermitted(actor, 'document:register')
}

const mayTouch = (actor: Actor, { squad }: Subject) => mayTouchSquad(actor, squad)

export function refusalToAdd(actor: Actor, hazard: Subject, stage: PhotoStage): Refusal | undefined {
  if (!mayPut(actor, stage) || !mayTouch(actor, hazard)) return forbidden(hazardPhotoMessages.mayNotAdd())
  const isOpenFor =
    stage === 'revisit' ||
    (stage === 'receipt' && isPermitted(actor, 'document:register')) ||
    !isEnded(hazard.status)
  return isOpenFor ? undefined : { kind: 'unprocessable', text: hazardPhotoMessages.ended() }
}

/** One's own photo, or a reviewer's decision; what closed a hazard is only taken back by who signs. */
export function refusalToWithdraw(actor: Actor, hazard: Subject, putBy: string): Refusal | undefined {
  const needed = isEnded(hazard.status) ? 'hazard:sign' : 'hazard:review'
  const isOwn = putBy === actor.id && !isEnded(hazard.status)
  if ((isOwn || isPermitted(actor, needed)) && mayTouch(actor, hazard)) return undefined
  return forbidden(hazardPhotoMessages.mayNotWithdraw())
}

export function refusalToMask(actor: Actor, hazard: Subject): Refusal | undefined {
  const may = isPermitted(actor, 'hazard:register') || isPermitted(actor, 'document:register')
  return may && mayTouch(actor, hazard) ? undefined : forbidden(hazardPhotoMessages.mayNotMask())
}
