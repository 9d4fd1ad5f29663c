import type { Database } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { Forbidden } from '../http/problem.ts'
import { authMessages } from './auth-messages.ts'
import { findSquadName } from './auth.queries.ts'
import { exportScope, mayTouchSquad, scopedSquads, type ExportKind } from './own-squad.ts'

/** Refuses a squad member's change to what belongs to another squad, and says whose it is. */
export async function requireOwnSquad(
  db: Database,
  actor: Actor,
  squadCode: string | null | undefined,
): Promise<void> {
  if (mayTouchSquad(actor, squadCode)) return
  throw new Forbidden(authMessages.otherSquads(await findSquadName(db, squadCode!)))
}

/** The squads that a file may hold; undefined means all of them. */
export function requireExportScope(
  actor: Actor,
  kind: ExportKind,
  asked?: readonly string[],
): readonly string[] | undefined {
  const scoped = scopedSquads(exportScope(actor, kind), asked)
  if ('refused' in scoped)
    throw new Forbidden(authMessages.exportNotPermitted(kind, exportScope(actor, kind)))
  return scoped.squads
}
