import { recordChange } from '../audit/audit.commands.ts'
import type { Database, Trx } from '../db/tables.ts'
import { findOffice } from '../documents/office/office.queries.ts'
import { listHazardsById } from '../hazards/hazard.queries.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, Unprocessable } from '../http/problem.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { checkRows, checkStale } from './checks/list-checks.ts'
import type { ListChecks, ListFinding } from './checks/list-checks.schema.ts'
import { compareList } from './comparison/compare-list.commands.ts'
import { insertComparison } from './comparison/kept-comparison.queries.ts'
import { changedColumns } from './comparison/list-comparison.ts'
import { composeList, hashOf } from './compose-list.commands.ts'
import { documentNumber, nextDocumentNumber } from './list-numbers.ts'
import { takeList } from './supervision-list.commands.ts'
import {
  claimDocumentNumber,
  findSupervisionList,
  keepListPhotos,
  listDocumentNumbers,
  updateSupervisionList,
  type ListRow,
} from './supervision-list.queries.ts'
import type { IssueRequest } from './supervision-list.schema.ts'
import { supervisionMessages } from './supervision-messages.ts'

/** What would read otherwise were the rows taken down now; nothing of a list that is issued or withdrawn. */
async function findStale(db: Database, { status, content }: ListRow, acting: Acting) {
  if (status === 'issued' || status === 'withdrawn') return []
  const ids = content.rows.map(({ hazardId }) => hazardId)
  const hazardIds = (await listHazardsById(db, ids)).map((hazard) => hazard.id)
  const { title, filledOn, cutoffOn, calibre } = content
  const order = { title, filledOn, cutoffOn, calibre, hazardIds }
  const now = hazardIds.length > 0 ? (await composeList(db, order, acting)).rows : []
  return checkStale(content, now, changedColumns)
}

async function proposedNumber(db: Database, day: string): Promise<string> {
  const { reportPrefix } = await findOffice(db)
  const year = Number(day.slice(0, 4))
  const head = documentNumber(reportPrefix, year, 0).slice(0, -2)
  return nextDocumentNumber(reportPrefix, year, await listDocumentNumbers(db, head))
}

/** What an officer has to look at before the list is issued. */
export async function checkSupervisionList(db: Database, list: ListRow, acting: Acting): Promise<ListChecks> {
  const found = [...checkRows(list.content), ...(await findStale(db, list, acting))]
  const items = found.sort((a, b) => a.position - b.position || Number(b.isBlocking) - Number(a.isBlocking))
  const blocking = items.filter(({ isBlocking }) => isBlocking).length
  return {
    items,
    blocking,
    advisory: items.length - blocking,
    proposedNumber: await proposedNumber(db, bannerDay(acting.at)),
  }
}

/** Handed to the leader; it rests until it is issued or comes back. */
export async function submitSupervisionList(
  db: Database,
  id: string,
  version: number | undefined,
  { actor, at }: Acting,
): Promise<ListRow> {
  return db.transaction().execute(async (trx) => {
    const list = await takeList(trx, id, version, ['draft'])
    const by = { updated_at: at, updated_by: actor.id }
    await updateSupervisionList(trx, id, {
      ...by,
      status: 'submitted',
      submitted_at: at,
      submitted_by: actor.id,
      submitted_by_name: actor.displayName,
      returned_at: null,
      returned_reason: null,
    })
    await recordChange(trx, actor, {
      action: 'supervision.submit',
      objectType: 'supervisionList',
      objectId: id,
      before: { version: list.version, status: 'draft' },
      after: { version: list.version + 1, status: 'submitted', contentHash: list.contentHash },
      at,
    })
    return (await findSupervisionList(trx, id))!
  })
}

export async function returnSupervisionList(
  db: Database,
  id: string,
  reason: string,
  version: number | undefined,
  { actor, at }: Acting,
): Promise<ListRow> {
  return db.transaction().execute(async (trx) => {
    const list = await takeList(trx, id, version, ['submitted'])
    const by = { updated_at: at, updated_by: actor.id }
    const returned = { returned_at: at, returned_reason: reason }
    await updateSupervisionList(trx, id, { ...by, ...returned, status: 'draft' })
    await recordChange(trx, actor, {
      action: 'supervision.return',
      objectType: 'supervisionList',
      objectId: id,
      before: { version: list.version, status: 'submitted' },
      after: { version: list.version + 1, status: 'draft' },
      reason,
      at,
    })
    return (await findSupervisionList(trx, id))!
  })
}

/** An honest list may be incomplete, but not silently. */
function requireReason(findings: readonly ListFinding[], reason: string | undefined): number {
  const blocking = findings.filter(({ isBlocking }) => isBlocking)
  if (blocking.length === 0 || reason) return blocking.length
  const message = supervisionMessages.incomplete(blocking.length)
  throw new Unprocessable(message, [
    { path: 'reason', message },
    ...blocking
      .slice(0, 100)
      .map((finding) => ({ path: `rows.${finding.position}`, message: finding.message })),
  ])
}

function requireDay(issuedOn: string, { cutoffOn }: ListRow, today: string): void {
  if (issuedOn <= today && issuedOn >= cutoffOn) return
  const message = supervisionMessages.wrongIssueDay(cutoffOn)
  throw new Unprocessable(message, [{ path: 'issuedOn', message }])
}

async function takeNumber(trx: Trx, id: string, asked: string | undefined, day: string): Promise<string> {
  const number = asked ?? (await proposedNumber(trx, day))
  if (await claimDocumentNumber(trx, id, number)) return number
  const message = supervisionMessages.numberTaken(number)
  throw new Conflict(message, [{ path: 'documentNumber', message }])
}

/** Signs the list. From now on it answers the same content, whatever becomes of its hazards. */
export async function issueSupervisionList(
  db: Database,
  id: string,
  request: IssueRequest,
  version: number | undefined,
  acting: Acting,
): Promise<ListRow> {
  const { actor, at } = acting
  return db.transaction().execute(async (trx) => {
    const list = await takeList(trx, id, version, ['draft', 'submitted'])
    if (hashOf(list.content) !== list.contentHash) throw new Conflict(supervisionMessages.contentChanged())
    const issuedOn = request.issuedOn ?? bannerDay(at)
    requireDay(issuedOn, list, bannerDay(at))
    const findings = [...checkRows(list.content), ...(await findStale(trx, list, acting))]
    const missing = requireReason(findings, request.reason)
    const number = await takeNumber(trx, id, request.documentNumber, issuedOn)
    const photos = new Set(list.content.rows.flatMap((row) => row.photos ?? []).map(({ sha256 }) => sha256))
    await keepListPhotos(trx, id, [...photos])
    await updateSupervisionList(trx, id, {
      status: 'issued',
      issued_at: at,
      issued_on: issuedOn,
      issued_by: actor.id,
      issued_by_name: actor.displayName,
      issue_reason: missing > 0 ? (request.reason ?? null) : null,
      document_number: number,
      updated_at: at,
      updated_by: actor.id,
    })
    const done = (await findSupervisionList(trx, id))!
    await insertComparison(trx, id, await compareList(trx, done, undefined))
    await recordChange(trx, actor, {
      action: 'supervision.issue',
      objectType: 'supervisionList',
      objectId: id,
      before: { version: list.version, status: list.status },
      after: {
        ...{ version: list.version + 1, status: 'issued', documentNumber: number, issuedOn, missing },
        ...{ contentHash: list.contentHash, photos: photos.size },
      },
      ...(missing > 0 ? { reason: request.reason! } : {}),
      at,
    })
    return done
  })
}
