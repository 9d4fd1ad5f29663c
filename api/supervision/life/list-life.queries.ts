import { sql, type Insertable } from 'kysely'
import type { Database, Trx } from '../../db/tables.ts'
import type { SupervisionEventTable } from '../supervision-list.table.ts'
import type { ListEvent } from './list-life.schema.ts'

/** Numbers and positions are those of the list, which the list itself knows. */
export type KnownEvent = Omit<ListEvent, 'hazardNumber' | 'position'>

/** What was entered by hand, the withdrawn entries too. */
export async function listEnteredEvents(db: Database, listId: string): Promise<KnownEvent[]> {
  const rows = await db
    .selectFrom('supervision_event')
    .select([
      'id',
      'kind',
      'happened_on as happenedOn',
      'hazard_id as hazardId',
      'unit',
      'office',
      'document_number as documentNumber',
      'new_due_date as newDueDate',
      'photo_sha256 as photoSha256',
      'note',
      'actor_name as actorName',
      'withdrawn_reason as withdrawnReason',
    ])
    .where('list_id', '=', listId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, source: 'entered' }))
}

/** Delistings, granted extensions and receipts of notices that are on record with the hazards, since the issue of the list. */
export async function listTicketEvents(
  db: Database,
  hazardIds: readonly string[],
  { issuedOn, issuedAt }: { readonly issuedOn: string; readonly issuedAt: Date },
): Promise<KnownEvent[]> {
  const ids = sql.join(hazardIds)
  const { rows } = await sql<KnownEvent>`
    select id, 'delisting' as kind, delisted_on::text as "happenedOn", hazard_id as "hazardId", listing_unit as unit,
      delisting_document as "documentNumber", null::text as "newDueDate", null::text as note, null::text as "actorName"
    from listing where hazard_id in (${ids}) and state = 'delisted' and delisted_on >= ${issuedOn}::date
    union all
    select id, 'extension', (decided_at at time zone 'Asia/Shanghai')::date::text, hazard_id, null, document_number,
      to_due::text, opinion, decided_by_name
    from extension where hazard_id in (${ids}) and state = 'granted' and decided_at >= ${issuedAt}
    union all
    select id, 'receipt', receipt_on::text, hazard_id, addressee, number, null, null, actor_name
    from hazard_document where hazard_id in (${ids}) and kind = 'notice' and receipt_on >= ${issuedOn}::date
    order by 3, 1`.execute(db)
  const nothing = { source: 'ticket', office: null, photoSha256: null, withdrawnReason: null } as const
  return rows.map((row) => ({ ...row, ...nothing }))
}

/** A photo that some hazard of the list shows or showed. */
export async function hasPhotoOfHazards(
  db: Database,
  hazardIds: readonly string[],
  sha256: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('hazard_photo')
    .select('id')
    .where('sha256', '=', sha256)
    .where('hazard_id', 'in', [...hazardIds])
    .executeTakeFirst()
  return row !== undefined
}

export const insertListEvent = async (trx: Trx, row: Insertable<SupervisionEventTable>) =>
  void (await trx.insertInto('supervision_event').values(row).execute())

export async function withdrawEvent(
  trx: Trx,
  { listId, id }: { readonly listId: string; readonly id: string },
  { at, by, reason }: { readonly at: Date; readonly by: string; readonly reason: string },
): Promise<boolean> {
  const done = await trx
    .updateTable('supervision_event')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_reason: reason })
    .where('id', '=', id)
    .where('list_id', '=', listId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
