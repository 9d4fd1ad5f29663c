import type { Database } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { recordChange } from './audit.commands.ts'

export interface TakenAway {
  /** `accident`, `hazard`, `facility`, `supervisionList`, `import`, `audit`, `inspection`, `toDo`. */
  readonly objectType: string
  /** Of one record; left out for a list. */
  readonly objectId?: string
  readonly format: string
  readonly filter?: unknown
  readonly rows?: number
  /** Of a paper: what it is, and how it can be told again. */
  readonly document?: {
    readonly kind: string
    readonly number: string | null
    readonly hash: string
    readonly edition: string
  }
}

/** Who took what out of the system, and how much: before the file is handed over. */
export async function recordExport(
  db: Database,
  { actor, at }: Acting,
  { objectType, objectId, ...after }: TakenAway,
): Promise<void> {
  await db.transaction().execute((trx) =>
    recordChange(trx, actor, {
      action: `${objectType}.export`,
      objectType,
      objectId: objectId ?? 'list',
      after,
      at,
    }),
  )
}
