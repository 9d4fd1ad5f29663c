import type { Acting } from '../http/acting.ts'
import { recordChange } from '../audit/audit.commands.ts'
import { newId } from '../db/id.ts'
import { pointGeometry } from '../db/postgis.ts'
import type { Database } from '../db/tables.ts'
import { findRoad } from '../roads/road.queries.ts'
import type { Road, RoadWithGeometry } from '../roads/road.schema.ts'
import { recordRoadChange, refuseIfAny, takeRoad, type SeenRoad } from './change-road.commands.ts'
import { pointOf } from './place-checks.commands.ts'
import { checkFacts, refuseNamesake, refuseTakenCode } from './road-facts-checks.commands.ts'
import { insertRoad, lockRoadCodes, nextLocalCode, nextSort, updateRoad } from './road-editing.queries.ts'
import type { ChangedRoad, NewRoad, RoadFacts, RoadPatch } from './road-editing.schema.ts'

/** Columns that take the value as it is given. */
const plainColumns = {
  name: 'name',
  nameEn: 'name_en',
  adminGrade: 'admin_grade',
  technicalClass: 'technical_class',
  officialLengthKm: 'official_length_km',
  fromStake: 'from_stake',
  toStake: 'to_stake',
  course: 'course',
  maintainerUnit: 'maintainer_unit_code',
} as const satisfies Partial<Record<keyof RoadFacts, string>>

type DatedAliases = Road['datedAliases']

/** An alias that stays keeps the days on which it held. */
function aliasesColumn(names: readonly string[], dated: DatedAliases): string {
  const kept = (name: string) => dated.find((alias) => alias.name === name) ?? { name }
  return JSON.stringify([...new Set(names)].map(kept))
}

function pointColumn({ point }: RoadFacts) {
  if (!point) return null
  const [longitude, latitude] = pointOf(point)
  return pointGeometry(longitude, latitude)
}

function columnsOf(facts: RoadFacts, township: string | null | undefined, dated: DatedAliases = []) {
  const plain = Object.entries(plainColumns)
    .filter(([key]) => facts[key as keyof RoadFacts] !== undefined)
    .map(([key, column]) => [column, facts[key as keyof RoadFacts]])
  return {
    ...Object.fromEntries(plain),
    ...(facts.aliases === undefined ? {} : { aliases: aliasesColumn(facts.aliases, dated) }),
    ...(facts.note === undefined ? {} : { quality_note: facts.note ?? '' }),
    ...(facts.point === undefined ? {} : { geom: pointColumn(facts) }),
    ...(township === undefined ? {} : { township }),
  }
}

/** Enters a road, with or without a line: its name, township and course are enough for lists and statistics. */
export function registerRoad(
  db: Database,
  { reason, ...body }: NewRoad,
  { actor, at }: Acting,
): Promise<Road> {
  return db.transaction().execute(async (trx) => {
    await lockRoadCodes(trx)
    const { errors, township } = await checkFacts(trx, body)
    refuseIfAny(errors)
    if (body.code) await refuseTakenCode(trx, body.code)
    const code = body.code ?? (await nextLocalCode(trx))
    await refuseNamesake(trx, { code, name: body.name, township: township ?? null })
    const stamp = { created_at: at, created_by: actor.id, updated_at: at, updated_by: actor.id }
    await insertRoad(trx, {
      id: newId(),
      name: body.name,
      name_en: body.name,
      aliases: aliasesColumn([], []),
      admin_grade: body.adminGrade,
      divided: false,
      confidence: 'entered',
      quality_note: '',
      ...columnsOf(body, township),
      code,
      sort: await nextSort(trx),
      ...stamp,
    })
    await recordChange(trx, actor, {
      action: 'road.register',
      objectType: 'road',
      objectId: code,
      after: { version: 1, ...body, code },
      ...(reason === undefined ? {} : { reason }),
      at,
    })
    return (await findRoad(trx, code))!
  })
}

/** What the patch changes, as it was before. */
const factsBefore = (road: RoadWithGeometry, patch: RoadFacts) =>
  Object.fromEntries(
    Object.keys(patch).map((key) => {
      const field = key === 'note' ? 'qualityNote' : (key as keyof Road)
      return [key, road[field] ?? null]
    }),
  )

const nothingMoved = { accidents: 0, hazards: 0, facilities: 0 }

/** Corrects what is said about a road; its line is changed by other ways. */
export function changeRoad(
  db: Database,
  seen: SeenRoad,
  { reason, ...patch }: RoadPatch,
  acting: Acting,
): Promise<ChangedRoad> {
  return db.transaction().execute(async (trx) => {
    const road = await takeRoad(trx, seen)
    const { errors, township } = await checkFacts(trx, patch, road)
    refuseIfAny(errors)
    const named = {
      name: patch.name ?? road.name,
      township: township === undefined ? road.township : township,
    }
    if (named.name !== road.name || named.township !== road.township)
      await refuseNamesake(trx, { code: road.code, ...named })
    await updateRoad(trx, road.code, columnsOf(patch, township, road.datedAliases))
    const change = { action: 'road.change', reason, before: factsBefore(road, patch), after: patch }
    await recordRoadChange(trx, road, change, acting)
    return { road: { ...road, ...(await findRoad(trx, road.code))! }, moved: nothingMoved }
  })
}

/** Takes a road out of use. Its code is never given again: records keep naming it. */
export function withdrawRoad(
  db: Database,
  seen: SeenRoad,
  reason: string,
  acting: Acting,
): Promise<ChangedRoad> {
  return db.transaction().execute(async (trx) => {
    const road = await takeRoad(trx, seen)
    const { actor, at } = acting
    await updateRoad(trx, road.code, {
      withdrawn_at: at,
      withdrawn_by: actor.id,
      withdrawn_reason: reason,
    })
    const change = {
      action: 'road.withdraw',
      reason,
      before: { name: road.name },
      after: { isWithdrawn: true },
    }
    await recordRoadChange(trx, road, change, acting)
    return { road: { ...road, version: road.version + 1 }, moved: nothingMoved }
  })
}
