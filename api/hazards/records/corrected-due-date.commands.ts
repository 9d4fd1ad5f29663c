import type { Trx } from '../../db/tables.ts'
import type { FieldError } from '../../http/problem.ts'
import type { HazardRow } from '../hazard-row.ts'
import type { Correctable } from './correctable.ts'
import { findRequiredBy } from './correction.queries.ts'
import { recordMessages } from './record-messages.ts'

/** Where a due date was written down wrong it may be put right; it never runs past what the supervising unit requires. */
export async function dueDateErrors(
  trx: Trx,
  hazard: HazardRow,
  { dueDate, requiredBy: corrected }: Correctable,
): Promise<FieldError[]> {
  if (dueDate === undefined) return []
  const errorOf = (message: FieldError['message']) => [{ path: 'dueDate', message }]
  if (hazard.dueDate === null) return errorOf(recordMessages.noDueDate())
  if (hazard.facts.isExtensionPending) return errorOf(recordMessages.extensionFirst())
  const requiredBy = corrected ?? (await findRequiredBy(trx, hazard.id))
  return requiredBy && dueDate > requiredBy ? errorOf(recordMessages.pastListing(requiredBy)) : []
}
