import type { Database, Trx } from '../../db/tables.ts'
import type { ListComparison } from './list-comparison.schema.ts'

/** As it was at issue; undefined for drafts, and for lists issued before comparisons were kept. */
export async function findKeptComparison(db: Database, listId: string): Promise<ListComparison | undefined> {
  const row = await db
    .selectFrom('supervision_comparison')
    .select('content')
    .where('list_id', '=', listId)
    .executeTakeFirst()
  return row?.content as ListComparison | undefined
}

export async function insertComparison(trx: Trx, listId: string, comparison: ListComparison): Promise<void> {
  await trx
    .insertInto('supervision_comparison')
    .values({ list_id: listId, content: JSON.stringify(comparison) })
    .execute()
}
