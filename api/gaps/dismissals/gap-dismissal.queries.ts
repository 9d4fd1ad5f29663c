import { sql } from 'kysely'
import type { Database, Trx } from '../../db/tables.ts'
import './gap-dismissal.table.ts'
import type { GapDismissal } from './standing-dismissal.ts'

/** Those that nobody has lifted. */
export async function listDismissals(db: Database): Promise<GapDismissal[]> {
  const { rows } = await sql<GapDismissal>`
    select gap_id as "gapId", reason, situation, until::text as until, dismissed_by_name as by,
      (dismissed_at at time zone 'Asia/Shanghai')::date::text as "on"
    from gap_dismissal where lifted_at is null order by gap_id`.execute(db)
  return rows
}

/** The one of this gap goes: it was lifted, or another takes its place. */
export async function liftStanding(trx: Trx, gapId: string, by: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('gap_dismissal')
    .set({ lifted_at: at, lifted_by: by })
    .where('gap_id', '=', gapId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
