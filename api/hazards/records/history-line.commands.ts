import type { Acting } from '../../http/acting.ts'
import { recordChange } from '../../audit/audit.commands.ts'
import { newId } from '../../db/id.ts'
import type { Trx } from '../../db/tables.ts'
import { insertTransition } from '../hazard-history.queries.ts'
import type { HazardRow } from '../hazard-row.ts'
import { actorColumns } from '../hazard.commands.ts'

interface Happened {
  readonly action: string
  readonly reason: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly before?: Readonly<Record<string, unknown>>
}

/** What is no act of the life cycle and yet belongs into its history; the version of the hazard moves with it. */
export async function recordHappened(
  trx: Trx,
  hazard: HazardRow,
  { action, reason, fields, before = {} }: Happened,
  acting: Acting,
): Promise<void> {
  await insertTransition(trx, {
    id: newId(),
    hazard_id: hazard.id,
    action,
    from_status: hazard.status,
    to_status: hazard.status,
    note: reason,
    fields: JSON.stringify(fields),
    ...actorColumns(acting),
  })
  await recordChange(trx, acting.actor, {
    action: `hazard.${action}`,
    objectType: 'hazard',
    objectId: hazard.id,
    before: { version: hazard.version, ...before },
    after: { version: hazard.version + 1, ...fields },
    reason,
    at: acting.at,
  })
}
