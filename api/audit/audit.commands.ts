import type { Trx } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { canonicalJson } from './canonical-json.ts'
import { insertAuditEntry, lockChainHead } from './audit.queries.ts'
import { entryHash } from './entry-hash.commands.ts'

export interface Change {
  /** Domain verb: `hazard.register`, `accident.withdraw`. */
  readonly action: string
  readonly objectType: string
  readonly objectId: string
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string
  readonly at: Date
}

/** Writes the change into the chain, in the transaction that makes it: no change without its entry, no entry without its change. */
export async function recordChange(trx: Trx, actor: Actor, change: Change): Promise<void> {
  const head = await lockChainHead(trx)
  const entry = {
    sequence: head.sequence + 1,
    at: change.at,
    actor_id: actor.id,
    actor_name: actor.displayName,
    person_kind: actor.personKind,
    department: actor.department,
    action: change.action,
    object_type: change.objectType,
    object_id: change.objectId,
    before: change.before === undefined ? null : canonicalJson(change.before),
    after: change.after === undefined ? null : canonicalJson(change.after),
    reason: change.reason ?? null,
    ...(actor.address ? { address: actor.address } : {}),
    ...(actor.device ? { device: actor.device } : {}),
    previous_hash: head.hash,
  }
  await insertAuditEntry(trx, { ...entry, hash: entryHash(entry) })
}
