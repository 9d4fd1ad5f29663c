import { recordChange } from '../audit/audit.commands.ts'
import type { Database } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { Conflict } from '../http/problem.ts'
import { hotspotMessages } from './hotspot-messages.ts'
import { findOwnRule, insertOwnRule } from './preset.queries.ts'
import type { OwnDefinition } from './preset.schema.ts'

/** Enters P0, or its next version; runs made with an earlier one keep theirs. */
export async function enterOwnPreset(
  db: Database,
  actor: Actor,
  definition: OwnDefinition,
  { seen, at }: { readonly seen: number; readonly at: Date },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const current = await findOwnRule(trx)
    const version = (current?.version ?? 0) + 1
    const isFresh =
      seen === version - 1 && (await insertOwnRule(trx, { version, definition, at, actorId: actor.id }))
    if (!isFresh) {
      const now = current?.version ?? 0
      throw new Conflict(hotspotMessages.stalePreset(seen, now), [], { version: now })
    }
    await recordChange(trx, actor, {
      action: 'screeningPreset.enter',
      objectType: 'screeningPreset',
      objectId: 'P0',
      before: current && { version: current.version, ...current.definition },
      after: { version, ...definition },
      at,
    })
  })
}
