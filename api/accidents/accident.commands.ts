import { recordChange } from '../audit/audit.commands.ts'
import { isUniqueViolation } from '../db/database-error.ts'
import { newId } from '../db/id.ts'
import type { Database } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, NotFound } from '../http/problem.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { accidentMessages } from './accident-messages.ts'
import { placeColumns, refuse, resolveAccidentPlace } from './accident-place.commands.ts'
import { brokenAccidentRules } from './accident-rules.ts'
import { findAccident, findBrief, insertAccident } from './accident.queries.ts'
import type { Accident, Brief, NewAccident } from './accident.schema.ts'
import { maskPersonal } from './mask-personal.ts'

/** To the second: what was entered by hand has no more, and pages are turned by it. */
const toSecond = (iso: string) => new Date(Math.floor(Date.parse(iso) / 1000) * 1000)

/** Columns of what is entered, except the place. */
export function factColumns(input: Omit<NewAccident, 'accidentNo'>) {
  return {
    procedure: input.procedure,
    is_statistical: input.isStatistical,
    occurred_at: toSecond(input.occurredAt),
    time_precision: input.timePrecision,
    direction: input.direction ?? null,
    place_text: input.placeText,
    killed: input.killed,
    injured: input.injured,
    seriously_injured: input.seriouslyInjured,
    loss_yuan: input.lossYuan,
    form: input.form,
    collision: input.collision ?? null,
    object_hit: input.objectHit ?? null,
    cause_class: input.causeClass ?? null,
    weather: input.weather,
    light: input.light,
    surface_condition: input.surfaceCondition ?? null,
    alignment: input.alignment ?? null,
    site_type: input.siteType ?? null,
    road_safety_attribute: input.roadSafetyAttribute ?? null,
    key_vehicles: input.keyVehicles,
  }
}

function orNumberTaken(accidentNo: string) {
  return (error: unknown): never => {
    if (!isUniqueViolation(error)) throw error
    const message = accidentMessages.numberTaken(accidentNo)
    throw new Conflict(message, [{ path: 'accidentNo', message }])
  }
}

export async function registerAccident(
  db: Database,
  input: NewAccident,
  { actor, at }: Acting,
): Promise<Accident> {
  const errors = brokenAccidentRules(input, at)
  if (errors.length > 0) refuse(errors)
  const place = await resolveAccidentPlace(db, input, bannerDay(new Date(input.occurredAt)))
  const id = newId()
  // The brief stays out of the trail: it may name people, and the trail can never be corrected.
  const { brief, ...entered } = input
  const accident = await db
    .transaction()
    .execute(async (trx) => {
      await insertAccident(trx, {
        id,
        accident_no: input.accidentNo,
        source: 'manual',
        ...factColumns(input),
        ...placeColumns(place),
        brief: brief ?? null,
        created_at: at,
        created_by: actor.id,
        updated_at: at,
        updated_by: actor.id,
      })
      const after = { version: 1, ...entered }
      await recordChange(trx, actor, {
        action: 'accident.register',
        objectType: 'accident',
        objectId: id,
        after,
        at,
      })
      return findAccident(trx, id)
    })
    .catch(orNumberTaken(input.accidentNo))
  return accident!
}

/** The brief as it may be shown without a reason: nothing in it says who was there. */
export async function maskedBrief(db: Database, id: string): Promise<Brief> {
  const found = await findBrief(db, id)
  if (!found) throw new NotFound(accidentMessages.unknown())
  return { brief: found.brief === null ? null : maskPersonal(found.brief), isMasked: true }
}

/** The whole brief. Who read it and why is in the trail: briefs may name people. */
export async function readBrief(
  db: Database,
  id: string,
  reason: string,
  { actor, at }: Acting,
): Promise<Brief> {
  return db.transaction().execute(async (trx) => {
    const found = await findBrief(trx, id)
    if (!found) throw new NotFound(accidentMessages.unknown())
    await recordChange(trx, actor, {
      action: 'accident.readBrief',
      objectType: 'accident',
      objectId: id,
      reason,
      at,
    })
    return { ...found, isMasked: false }
  })
}
