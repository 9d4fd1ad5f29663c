import type { Database } from '../db/tables.ts'
import { countTaken } from './import-commit.queries.ts'
import { listRows, type RowPage, type ShownRow } from './import-row.queries.ts'
import { countOutcomes, type Batch } from './import.queries.ts'

export interface BatchPage {
  readonly counts: Awaited<ReturnType<typeof countOutcomes>>
  readonly willWrite: { readonly inserts: number; readonly updates: number }
  readonly page: readonly ShownRow[]
  readonly nextCursor: string | undefined
}

export async function listRowPage(db: Database, id: string, page: RowPage) {
  const rows = await listRows(db, id, { ...page, limit: page.limit + 1 })
  const shown = rows.slice(0, page.limit)
  const nextCursor = rows.length > page.limit ? String(shown.at(-1)!.position) : undefined
  return { page: shown, nextCursor }
}

/** What the preview shows first: the counts, what a commit would write, and the first rows. */
export async function readBatchPage(db: Database, batch: Batch, limit: number): Promise<BatchPage> {
  const { inserts, updates } = await countTaken(db, { batchId: batch.id, rule: batch.rule })
  return {
    counts: await countOutcomes(db, batch.id),
    willWrite: { inserts, updates },
    ...(await listRowPage(db, batch.id, { after: -1, limit })),
  }
}
