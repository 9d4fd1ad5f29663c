import { recordChange } from '../../audit/audit.commands.ts'
import { newId } from '../../db/id.ts'
import type { Database } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, NotFound } from '../../http/problem.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { takeForChange } from '../change-hazard.commands.ts'
import { hazardMessages } from '../hazard-messages.ts'
import type { HazardRow } from '../hazard-row.ts'
import { isEnded } from '../hazard-status.ts'
import { codeErrors, insertNew } from '../hazard.commands.ts'
import { findHazard, listHazardsById, lockHazardNumbers, updateHazard } from '../hazard.queries.ts'
import type { NewHazard } from '../hazard.schema.ts'
import { refuse, resolvePlace, type ResolvedPlace } from '../place.commands.ts'
import { recordHappened } from './history-line.commands.ts'
import { recordMessages } from './record-messages.ts'
import type { Split } from './record.schema.ts'

const saysPlace = (part: Partial<NewHazard>) =>
  [part.road, part.roadName, part.fromStake, part.lon].some((value) => value !== undefined)

/** What a part does not say is as in the hazard that is split. */
function bodyOf(source: HazardRow, part: Partial<NewHazard>): NewHazard {
  const place = saysPlace(part)
    ? {}
    : source.fromStake === null || source.road === null
      ? { roadName: source.roadName }
      : {
          road: source.road,
          fromStake: source.fromStake,
          ...(source.toStake === null ? {} : { toStake: source.toStake }),
        }
  return {
    types: source.types as NewHazard['types'],
    description: source.description,
    foundAt: source.foundAt.toISOString(),
    foundBy: source.foundBy,
    ...(source.squad && !saysPlace(part) ? { squad: source.squad } : {}),
    ...place,
    ...part,
  }
}

/** 拆分: each part becomes a hazard of its own, with its own number, and is reviewed like any other. */
export async function splitHazard(
  db: Database,
  id: string,
  { parts, reason }: Split,
  version: number,
  acting: Acting,
): Promise<{ source: HazardRow; parts: HazardRow[] }> {
  const known = await findHazard(db, id)
  if (!known) throw new NotFound(hazardMessages.unknownHazard())
  const planned: { id: string; body: NewHazard; place: ResolvedPlace }[] = []
  for (const { id: partId = newId(), ...part } of parts) {
    const body = bodyOf(known, part)
    const errors = await codeErrors(db, body)
    if (errors.length > 0) refuse(errors)
    planned.push({ id: partId, body, place: await resolvePlace(db, body, { on: bannerDay(known.foundAt) }) })
  }
  return db.transaction().execute(async (trx) => {
    await lockHazardNumbers(trx, Number(bannerDay(acting.at).slice(0, 4)))
    const source = await takeForChange(trx, id, version)
    if (isEnded(source.status)) throw new Conflict(recordMessages.notSplittable())
    const made: string[] = []
    for (const { id: partId, body, place } of planned) {
      const { number, title } = await insertNew(trx, partId, body, place, acting, id)
      await recordChange(trx, acting.actor, {
        action: 'hazard.register',
        objectType: 'hazard',
        objectId: partId,
        after: { version: 1, status: 10, number, title, parentId: id, ...body },
        at: acting.at,
      })
      made.push(number)
    }
    await updateHazard(trx, id, { updated_at: acting.at, updated_by: acting.actor.id })
    await recordHappened(trx, source, { action: 'split', reason, fields: { parts: made } }, acting)
    const ids = planned.map((part) => part.id)
    return { source: (await findHazard(trx, id))!, parts: await listHazardsById(trx, ids) }
  })
}
