import { recordChange } from '../../audit/audit.commands.ts'
import { newId } from '../../db/id.ts'
import type { Database, Trx } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, NotFound, Unprocessable } from '../../http/problem.ts'
import type { Text } from '../../http/text.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { findSupervisionList, lockSupervisionList, type ListRow } from '../supervision-list.queries.ts'
import { supervisionMessages } from '../supervision-messages.ts'
import {
  hasPhotoOfHazards,
  insertListEvent,
  listEnteredEvents,
  listTicketEvents,
  withdrawEvent,
  type KnownEvent,
} from './list-life.queries.ts'
import type { ListLife, NewListEvent } from './list-life.schema.ts'

const idsOf = ({ content }: ListRow) => content.rows.map(({ hazardId }) => hazardId)

async function eventsOf(db: Database, list: ListRow): Promise<KnownEvent[]> {
  const { issuedOn, issuedAt } = list
  if (!issuedOn || !issuedAt) return []
  const entered = await listEnteredEvents(db, list.id)
  return [...entered, ...(await listTicketEvents(db, idsOf(list), { issuedOn, issuedAt }))]
}

/** Everything that became of an issued list, oldest first. */
export async function listLife(db: Database, list: ListRow): Promise<ListLife> {
  const rows = new Map(list.content.rows.map((row) => [row.hazardId, row]))
  const items = (await eventsOf(db, list)).map((event) => {
    const row = event.hazardId === null ? undefined : rows.get(event.hazardId)
    return { ...event, hazardNumber: row?.hazardNumber ?? null, position: row?.position ?? null }
  })
  return {
    items: items.sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : Number(a.happenedOn > b.happenedOn))),
  }
}

function refuse(path: string, message: Text): never {
  throw new Unprocessable(message, [{ path, message }])
}

async function requireSound(trx: Trx, list: ListRow, event: NewListEvent, today: string): Promise<void> {
  const { kind, hazardId, happenedOn, photoSha256 } = event
  if (happenedOn > today || happenedOn < list.issuedOn!)
    refuse('happenedOn', supervisionMessages.beforeIssue())
  if (kind !== 'receipt' && !hazardId) refuse('hazardId', supervisionMessages.rowNeeded())
  if (hazardId && !idsOf(list).includes(hazardId)) refuse('hazardId', supervisionMessages.notInList())
  if (kind === 'receipt' && !event.unit) refuse('unit', supervisionMessages.unitNeeded())
  if (kind === 'delisting' && !event.documentNumber)
    refuse('documentNumber', supervisionMessages.documentNeeded())
  if (kind === 'extension' && !event.newDueDate) refuse('newDueDate', supervisionMessages.dateNeeded())
  if (photoSha256 && !(await hasPhotoOfHazards(trx, idsOf(list), photoSha256)))
    refuse('photoSha256', supervisionMessages.unknownPhoto())
}

/** What the ticket says already is not said a second time. */
async function requireNews(trx: Trx, list: ListRow, { kind, hazardId, newDueDate }: NewListEvent) {
  if (!hazardId || kind === 'receipt') return
  const same = (await eventsOf(trx, list)).some(
    (event) =>
      event.kind === kind &&
      event.hazardId === hazardId &&
      event.withdrawnReason === null &&
      (kind === 'delisting' || event.newDueDate === newDueDate),
  )
  if (same) throw new Conflict(supervisionMessages.onTicket())
}

async function takeIssued(trx: Trx, id: string): Promise<ListRow> {
  await lockSupervisionList(trx, id)
  const list = await findSupervisionList(trx, id)
  if (!list) throw new NotFound(supervisionMessages.unknownList())
  if (list.status !== 'issued') throw new Conflict(supervisionMessages.notIssuedYet())
  return list
}

/** Beside the list, never in it: what was issued stays what it was. */
export async function recordListEvent(
  db: Database,
  listId: string,
  event: NewListEvent,
  { actor, at }: Acting,
): Promise<ListLife> {
  return db.transaction().execute(async (trx) => {
    const list = await takeIssued(trx, listId)
    await requireSound(trx, list, event, bannerDay(at))
    await requireNews(trx, list, event)
    await insertListEvent(trx, {
      id: newId(),
      list_id: listId,
      kind: event.kind,
      happened_on: event.happenedOn,
      hazard_id: event.hazardId ?? null,
      unit: event.unit ?? null,
      office: event.office ?? null,
      document_number: event.documentNumber ?? null,
      new_due_date: event.newDueDate ?? null,
      photo_sha256: event.photoSha256 ?? null,
      note: event.note ?? null,
      at,
      actor_id: actor.id,
      actor_name: actor.displayName,
    })
    await recordChange(trx, actor, {
      action: 'supervision.recordEvent',
      objectType: 'supervisionList',
      objectId: listId,
      after: event,
      at,
    })
    return listLife(trx, list)
  })
}

export async function withdrawListEvent(
  db: Database,
  which: { readonly id: string; readonly eventId: string },
  reason: string,
  { actor, at }: Acting,
): Promise<ListLife> {
  return db.transaction().execute(async (trx) => {
    const list = await takeIssued(trx, which.id)
    const event = { listId: which.id, id: which.eventId }
    if (!(await withdrawEvent(trx, event, { at, by: actor.id, reason })))
      throw new NotFound(supervisionMessages.unknownEvent())
    await recordChange(trx, actor, {
      action: 'supervision.withdrawEvent',
      objectType: 'supervisionList',
      objectId: which.id,
      before: { event: which.eventId },
      reason,
      at,
    })
    return listLife(trx, list)
  })
}
