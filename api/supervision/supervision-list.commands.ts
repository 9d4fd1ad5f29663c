import { recordChange } from '../audit/audit.commands.ts'
import { newId } from '../db/id.ts'
import type { Database, Trx } from '../db/tables.ts'
import { listHazardsById } from '../hazards/hazard.queries.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, NotFound, Unprocessable } from '../http/problem.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import type { HazardFilter } from '../hazards/hazard-query.schema.ts'
import { composeList, hashOf, type ListOrder } from './compose-list.commands.ts'
import type { SupervisionContent } from './list-content.schema.ts'
import { listNumber } from './list-numbers.ts'
import type { ListStatus } from './list-status.ts'
import {
  findSupervisionList,
  insertSupervisionList,
  lockSupervisionList,
  nextListSerial,
  replaceItems,
  updateSupervisionList,
  type ListRow,
} from './supervision-list.queries.ts'
import type { ListChange, NewSupervisionList } from './supervision-list.schema.ts'
import { supervisionMessages } from './supervision-messages.ts'

const itemsOf = (listId: string, { rows }: SupervisionContent) =>
  rows.map((row) => ({
    list_id: listId,
    position: row.position,
    hazard_id: row.hazardId,
    cells: JSON.stringify(row),
  }))

const columnsOf = (content: SupervisionContent, { actor, at }: Acting) => ({
  title: content.title,
  calibre: content.calibre,
  filled_on: content.filledOn,
  cutoff_on: content.cutoffOn,
  content: JSON.stringify(content),
  content_hash: hashOf(content),
  is_demo: content.demo,
  updated_at: at,
  updated_by: actor.id,
})

/** Drafts a list: its rows are taken down now, and later changes of the hazards do not reach them. */
export async function draftSupervisionList(
  db: Database,
  request: NewSupervisionList,
  acting: Acting,
): Promise<ListRow> {
  const { actor, at } = acting
  return db.transaction().execute(async (trx) => {
    const content = await composeList(trx, request, acting)
    const id = newId()
    const year = Number(bannerDay(at).slice(0, 4))
    const serial = await nextListSerial(trx, year)
    const made = { created_at: at, created_by: actor.id }
    const list = { id, year, serial, status: 'draft' as const, ...columnsOf(content, acting), ...made }
    await insertSupervisionList(trx, list, itemsOf(id, content))
    const { title, content_hash: contentHash } = list
    await recordChange(trx, actor, {
      action: 'supervision.draft',
      objectType: 'supervisionList',
      objectId: id,
      after: {
        version: 1,
        ...{ status: 'draft', number: listNumber(list), title, contentHash },
        hazards: content.rows.length,
        filter: content.filter?.words,
      },
      at,
    })
    return (await findSupervisionList(trx, id))!
  })
}

/** The list as it stands, held until the transaction ends, if it is in one of these states and the version asked about. */
export async function takeList(
  trx: Trx,
  id: string,
  version: number | undefined,
  statuses: readonly ListStatus[],
): Promise<ListRow> {
  await lockSupervisionList(trx, id)
  const list = await findSupervisionList(trx, id)
  if (!list) throw new NotFound(supervisionMessages.unknownList())
  if (!statuses.includes(list.status)) throw new Conflict(supervisionMessages.notInState(list.status))
  if (version !== undefined && version !== list.version)
    throw new Conflict(supervisionMessages.stale(), [], { version: list.version })
  return list
}

const idsOf = ({ rows }: SupervisionContent) => rows.map(({ hazardId }) => hazardId)
const byHand = '（经人工增减、排序）'

/** Choosing among rows by hand keeps how they were found, and says that a hand was at it. */
function orderAfter({ content }: ListRow, change: ListChange): ListOrder {
  const { title, filledOn, cutoffOn, calibre, filter } = content
  const kept = { title, filledOn, cutoffOn, calibre, ...change }
  if (change.filter) return { ...kept, hazardIds: undefined }
  const ids = change.hazardIds ?? idsOf(content)
  const wasFiltered = filter !== undefined && (filter.query !== null || filter.words.endsWith(byHand))
  if (!wasFiltered) return { ...kept, hazardIds: ids }
  const isSame = ids.join() === idsOf(content).join()
  const filterWords = isSame || filter.words.endsWith(byHand) ? filter.words : filter.words + byHand
  return { ...kept, hazardIds: ids, filterWords }
}

async function rewrite(trx: Trx, list: ListRow, order: ListOrder, acting: Acting): Promise<ListRow> {
  const composed = await composeList(trx, order, acting)
  // Only a change of the rows makes them chosen by hand.
  const isSame = !order.filter && idsOf(composed).join() === idsOf(list.content).join()
  const content = isSame && list.content.filter ? { ...composed, filter: list.content.filter } : composed
  await updateSupervisionList(trx, list.id, columnsOf(content, acting))
  await replaceItems(trx, list.id, itemsOf(list.id, content))
  const told = ({ title, filledOn, cutoffOn, calibre, rows }: SupervisionContent) => ({
    ...{ title, filledOn, cutoffOn, calibre },
    hazards: rows.map(({ hazardNumber }) => hazardNumber),
  })
  await recordChange(trx, acting.actor, {
    action: 'supervision.change',
    objectType: 'supervisionList',
    objectId: list.id,
    before: { version: list.version, contentHash: list.contentHash, ...told(list.content) },
    after: { version: list.version + 1, contentHash: hashOf(content), ...told(content) },
    at: acting.at,
  })
  return (await findSupervisionList(trx, list.id))!
}

export async function changeSupervisionList(
  db: Database,
  id: string,
  change: ListChange,
  version: number,
  acting: Acting,
): Promise<ListRow> {
  return db.transaction().execute(async (trx) => {
    const list = await takeList(trx, id, version, ['draft'])
    return rewrite(trx, list, orderAfter(list, change), acting)
  })
}

/** Takes the rows down anew: by the filter where they were found by one, else the same hazards less those withdrawn. */
export async function refreshSupervisionList(
  db: Database,
  id: string,
  version: number,
  acting: Acting,
): Promise<ListRow> {
  return db.transaction().execute(async (trx) => {
    const list = await takeList(trx, id, version, ['draft'])
    const { query } = list.content.filter ?? { query: null }
    const { title, filledOn, cutoffOn, calibre } = list.content
    const kept = { title, filledOn, cutoffOn, calibre }
    if (query) return rewrite(trx, list, { ...kept, filter: query as HazardFilter }, acting)
    const hazardIds = (await listHazardsById(trx, idsOf(list.content))).map((hazard) => hazard.id)
    if (hazardIds.length === 0) throw new Unprocessable(supervisionMessages.nothingLeft())
    return rewrite(trx, list, orderAfter(list, { hazardIds }), acting)
  })
}

/** Its number stays, with the reason beside it. */
export async function withdrawSupervisionList(
  db: Database,
  id: string,
  reason: string,
  version: number | undefined,
  { actor, at }: Acting,
): Promise<ListRow> {
  return db.transaction().execute(async (trx) => {
    const list = await takeList(trx, id, version, ['draft', 'submitted'])
    await updateSupervisionList(trx, id, {
      status: 'withdrawn',
      withdrawn_at: at,
      withdrawn_by: actor.id,
      withdrawn_reason: reason,
      updated_at: at,
      updated_by: actor.id,
    })
    await recordChange(trx, actor, {
      action: 'supervision.withdraw',
      objectType: 'supervisionList',
      objectId: id,
      before: { version: list.version, status: list.status },
      after: { version: list.version + 1, status: 'withdrawn' },
      reason,
      at,
    })
    return (await findSupervisionList(trx, id))!
  })
}
