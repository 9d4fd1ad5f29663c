import type { FieldError } from '../../http/problem.ts'
import { hazardMessages } from '../hazard-messages.ts'
import { paperFields, type CorrectablePapers, type PresentPapers } from './correctable-papers.ts'
import { recordMessages } from './record-messages.ts'

const happened = ['noticeDeliveredOn', 'receiptOn', 'listedOn'] as const

/** A paper that is not there is filed by its act, not by a correction; and no day lies before the one it follows. */
export function paperErrors(values: CorrectablePapers, present: PresentPapers, today: string): FieldError[] {
  const given = paperFields.filter((field) => values[field] !== undefined)
  const missing = given.filter((field) => present[field] === null)
  if (missing.length > 0)
    return missing.map((path) => ({ path, message: recordMessages.nothingToCorrect(path) }))
  const then = { ...present, ...Object.fromEntries(given.map((field) => [field, values[field]])) }
  const deliveredOn = then.noticeDeliveredOn
  const isBefore = (day: string | null, other: string | null) => day !== null && other !== null && day < other
  return [
    ...happened
      .filter((field) => given.includes(field) && values[field]! > today)
      .map((path) => ({ path, message: hazardMessages.dateInFuture(path) })),
    ...(given.some((field) => field === 'receiptOn' || field === 'noticeDeliveredOn') &&
    isBefore(then.receiptOn, deliveredOn)
      ? [{ path: 'receiptOn', message: hazardMessages.receiptBeforeNotice(deliveredOn!) }]
      : []),
    ...(given.some((field) => field === 'listedOn' || field === 'requiredBy') &&
    isBefore(then.requiredBy, then.listedOn)
      ? [{ path: 'requiredBy', message: recordMessages.requiredBeforeListed(then.listedOn!) }]
      : []),
  ]
}
