import { sql, type Insertable, type Updateable } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import type { SupervisionContent } from './list-content.schema.ts'
import { listNumber } from './list-numbers.ts'
import type { SupervisionListSummary } from './supervision-list.schema.ts'
import type { SupervisionItemTable, SupervisionListTable } from './supervision-list.table.ts'

const factColumns = [
  'id',
  'year',
  'serial',
  'title',
  'status',
  'calibre',
  'filled_on as filledOn',
  'cutoff_on as cutoffOn',
  'document_number as documentNumber',
  'issued_on as issuedOn',
  'issued_at as issuedAt',
  'issued_by_name as issuedByName',
  'issue_reason as issueReason',
  'submitted_at as submittedAt',
  'submitted_by_name as submittedByName',
  'returned_at as returnedAt',
  'returned_reason as returnedReason',
  'withdrawn_at as withdrawnAt',
  'withdrawn_reason as withdrawnReason',
  'content_hash as contentHash',
  'is_demo as demo',
  'version',
  'created_at as createdAt',
] as const

type Times = 'issuedAt' | 'submittedAt' | 'returnedAt' | 'withdrawnAt'

/** A list as it is kept; dates become text where it is shown. */
export type ListRow = Omit<SupervisionListSummary, Times | 'createdAt' | 'hazards' | 'fundsWan'> & {
  readonly [Time in Times]: Date | null
} & {
  readonly createdAt: Date
  readonly content: SupervisionContent
}

const lists = (db: Database) => db.selectFrom('supervision_list').select(factColumns)

const isoTimes = <Row extends { readonly [Time in Times]: Date | null } & { readonly createdAt: Date }>(
  row: Row,
) => ({
  ...row,
  issuedAt: row.issuedAt?.toISOString() ?? null,
  submittedAt: row.submittedAt?.toISOString() ?? null,
  returnedAt: row.returnedAt?.toISOString() ?? null,
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
})

/** Newest first. */
export async function listSupervisionLists(db: Database): Promise<SupervisionListSummary[]> {
  const rows = await lists(db)
    .select([
      sql<number>`(content->'totals'->>'hazards')::int`.as('hazards'),
      sql<string>`content->'totals'->>'fundsWan'`.as('fundsWan'),
    ])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ year, serial, ...row }) => ({
    ...isoTimes(row),
    number: listNumber({ year, serial }),
  }))
}

export async function findSupervisionList(db: Database, id: string): Promise<ListRow | undefined> {
  const row = await lists(db).select('content').where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { year, serial, content, ...facts } = row
  return { ...facts, number: listNumber({ year, serial }), content: content as SupervisionContent }
}

/** The one issued last before another was, or before now where that one is not issued. */
export async function findListBefore(
  db: Database,
  { id, issuedAt }: Pick<ListRow, 'id' | 'issuedAt'>,
): Promise<string | undefined> {
  const before = issuedAt
    ? sql<boolean>`(issued_at, id) < (${issuedAt}::timestamptz, ${id}::uuid)`
    : sql<boolean>`true`
  const row = await db
    .selectFrom('supervision_list')
    .select('id')
    .where('status', '=', 'issued')
    .where('id', '<>', id)
    .where(before)
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

export async function lockSupervisionList(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('supervision_list').select('id').where('id', '=', id).forUpdate().execute()
}

export async function nextListSerial(trx: Trx, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into supervision_list_number (year, last) values (${year}, 1)
    on conflict (year) do update set last = supervision_list_number.last + 1 returning last`.execute(trx)
  return rows[0]!.last
}

type Items = readonly Insertable<SupervisionItemTable>[]
const insertItems = (trx: Trx, items: Items) =>
  trx
    .insertInto('supervision_item')
    .values([...items])
    .execute()

export async function insertSupervisionList(
  trx: Trx,
  list: Insertable<SupervisionListTable>,
  items: Items,
): Promise<void> {
  await trx.insertInto('supervision_list').values(list).execute()
  await insertItems(trx, items)
}

export async function updateSupervisionList(
  trx: Trx,
  id: string,
  row: Updateable<SupervisionListTable>,
): Promise<void> {
  await trx
    .updateTable('supervision_list')
    .set({ ...row, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function replaceItems(trx: Trx, listId: string, items: Items): Promise<void> {
  await trx.deleteFrom('supervision_item').where('list_id', '=', listId).execute()
  await insertItems(trx, items)
}

/** Numbers of lists and of the papers of hazards: one register, however a number came into it. */
export async function listDocumentNumbers(db: Database, head: string): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from supervision_document_number where starts_with(number, ${head})
    union select number from hazard_document where starts_with(number, ${head})`.execute(db)
  return rows.map(({ number }) => number)
}

/** False where another list has the number. */
export async function claimDocumentNumber(trx: Trx, listId: string, number: string): Promise<boolean> {
  const taken = await trx
    .insertInto('supervision_document_number')
    .values({ number, list_id: listId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return taken.numInsertedOrUpdatedRows === 1n
}

/** From now on their files are kept, whatever becomes of the hazards. */
export async function keepListPhotos(trx: Trx, listId: string, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  await trx
    .insertInto('supervision_photo')
    .values(hashes.map((sha256) => ({ list_id: listId, sha256 })))
    .execute()
}
