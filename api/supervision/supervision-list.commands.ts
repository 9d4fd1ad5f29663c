import { createHash } from 'node:crypto'
import { recordChange } from '../audit/audit.commands.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import { newId } from '../db/id.ts'
import { findInstallationFact } from '../db/installation.ts'
import type { Database } from '../db/tables.ts'
import { standingStates } from '../facilities/facility-states.ts'
import { listLinkedFacilities } from '../facilities/facility.queries.ts'
import { bannerDay } from '../roads/validity.ts'
import type { Acting } from '../hazards/hazard.commands.ts'
import { listHazardsById } from '../hazards/hazard.queries.ts'
import { Conflict, NotFound, Unprocessable } from '../http/problem.ts'
import { defaultTitle, supervisionContent, threeYearsTo, type ListedHazard } from './supervision-content.ts'
import {
  findSupervisionList,
  insertSupervisionList,
  listAccidentsAtHazards,
  lockSupervisionList,
  markIssued,
  type ListRow,
} from './supervision-list.queries.ts'
import type { IssueRequest, NewSupervisionList, SupervisionContent } from './supervision-list.schema.ts'
import { supervisionMessages } from './supervision-messages.ts'

const hashOf = (content: SupervisionContent) =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

async function gatherHazards(
  db: Database,
  ids: readonly string[],
  request: NewSupervisionList,
  cutoffOn: string,
) {
  const hazards = await listHazardsById(db, ids)
  const missing = ids.filter((id) => !hazards.some((hazard) => hazard.id === id))
  if (missing.length > 0)
    throw new Unprocessable(
      supervisionMessages.unknownHazards(missing.length),
      missing.map((id) => ({
        path: `hazardIds.${ids.indexOf(id)}`,
        message: supervisionMessages.unknownHazard(),
      })),
    )
  const scope = { calibre: request.calibre, from: threeYearsTo(cutoffOn), to: cutoffOn }
  const accidents = await listAccidentsAtHazards(db, ids, scope)
  const facilities = await listLinkedFacilities(db, ids)
  return hazards.map((hazard): ListedHazard => {
    const standing = facilities.filter(
      ({ hazardId, state }) => hazardId === hazard.id && standingStates.includes(state),
    )
    return { hazard, accidents: accidents.get(hazard.id), standing }
  })
}

async function compose(db: Database, request: NewSupervisionList, { actor, at }: Acting) {
  const today = bannerDay(at)
  const cutoffOn = request.cutoffOn ?? today
  if (cutoffOn > today) {
    const message = supervisionMessages.cutoffInFuture()
    throw new Unprocessable(message, [{ path: 'cutoffOn', message }])
  }
  const listed = await gatherHazards(db, [...new Set(request.hazardIds)], request, cutoffOn)
  return supervisionContent(listed, {
    title: request.title ?? defaultTitle,
    filledOn: request.filledOn ?? today,
    cutoffOn,
    countedFrom: threeYearsTo(cutoffOn),
    calibre: request.calibre,
    demo:
      (await findInstallationFact(db, 'demoYear')) !== undefined || listed.some(({ hazard }) => hazard.demo),
    madeAt: at.toISOString(),
    madeBy: actor.displayName,
  })
}

function draftRows(id: string, content: SupervisionContent, { actor, at }: Acting) {
  const list = {
    id,
    title: content.title,
    status: 'draft' as const,
    calibre: content.calibre,
    filled_on: content.filledOn,
    cutoff_on: content.cutoffOn,
    document_number: null,
    issued_at: null,
    issued_by: null,
    content: JSON.stringify(content),
    content_hash: hashOf(content),
    is_demo: content.demo,
    created_at: at,
    created_by: actor.id,
    updated_at: at,
    updated_by: actor.id,
  }
  const items = content.rows.map((row) => ({
    list_id: id,
    position: row.position,
    hazard_id: row.hazardId,
    cells: JSON.stringify(row),
  }))
  return { list, items }
}

/** Drafts a list: its rows are taken down now, and later changes of the hazards do not reach them. */
export async function draftSupervisionList(
  db: Database,
  request: NewSupervisionList,
  acting: Acting,
): Promise<ListRow> {
  return db.transaction().execute(async (trx) => {
    const content = await compose(trx, request, acting)
    const id = newId()
    const { list, items } = draftRows(id, content, acting)
    await insertSupervisionList(trx, list, items)
    const { title, content_hash: contentHash } = list
    await recordChange(trx, acting.actor, {
      action: 'supervision.draft',
      objectType: 'supervisionList',
      objectId: id,
      after: { version: 1, status: 'draft', title, hazards: items.length, contentHash },
      at: acting.at,
    })
    return (await findSupervisionList(trx, id))!
  })
}

/** Signs the list. From now on it answers the same content, whatever becomes of its hazards. */
export async function issueSupervisionList(
  db: Database,
  id: string,
  { documentNumber }: IssueRequest,
  version: number | undefined,
  { actor, at }: Acting,
): Promise<ListRow> {
  return db.transaction().execute(async (trx) => {
    await lockSupervisionList(trx, id)
    const list = await findSupervisionList(trx, id)
    if (!list) throw new NotFound(supervisionMessages.unknownList())
    if (list.status === 'issued') throw new Conflict(supervisionMessages.alreadyIssued())
    if (version !== undefined && version !== list.version) throw new Conflict(supervisionMessages.stale())
    if (hashOf(list.content) !== list.contentHash) throw new Conflict(supervisionMessages.contentChanged())
    await markIssued(trx, id, { at, by: actor.id, documentNumber: documentNumber ?? null })
    await recordChange(trx, actor, {
      action: 'supervision.issue',
      objectType: 'supervisionList',
      objectId: id,
      before: { version: list.version, status: 'draft' },
      after: { version: list.version + 1, status: 'issued', documentNumber, contentHash: list.contentHash },
      at,
    })
    return (await findSupervisionList(trx, id))!
  })
}
