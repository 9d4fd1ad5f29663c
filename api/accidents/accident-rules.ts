import type { FieldError } from '../http/problem.ts'
import type { Text } from '../http/text.ts'
import { accidentMessages } from './accident-messages.ts'

export interface RuledFields {
  readonly procedure: 'general' | 'simple' | 'self'
  readonly isStatistical: boolean
  readonly occurredAt: string
  readonly killed: number
  readonly injured: number
  readonly seriouslyInjured: number
  readonly form: string
  readonly collision?: string | null | undefined
  readonly objectHit?: string | null | undefined
}

const minuteMs = 60_000

/** What must hold between the fields, as the officers' own client checks it. */
export function brokenAccidentRules(fields: RuledFields, now: Date): FieldError[] {
  const errors: FieldError[] = []
  const refuse = (path: keyof RuledFields, message: Text) => errors.push({ path, message })
  const { procedure, killed, injured, seriouslyInjured, form } = fields
  if (Date.parse(fields.occurredAt) > now.getTime() + minuteMs)
    refuse('occurredAt', accidentMessages.inFuture())
  if (['11', '12'].includes(form) && !fields.collision)
    refuse('collision', accidentMessages.collisionNeeded())
  if (['35', '36'].includes(form) && !fields.objectHit) refuse('objectHit', accidentMessages.objectNeeded())
  if (form.startsWith('2') && procedure === 'general' && killed + injured === 0)
    refuse('injured', accidentMessages.nobodyStruck())
  if (seriouslyInjured > injured) refuse('seriouslyInjured', accidentMessages.seriousExceeds())
  if (procedure !== 'general' && (killed > 0 || seriouslyInjured > 0 || fields.isStatistical))
    refuse('procedure', accidentMessages.simpleIsMild())
  return errors
}
