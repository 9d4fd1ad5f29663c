import { requireTownship } from '../areas/township.commands.ts'
import { recordChange } from '../audit/audit.commands.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, NotFound } from '../http/problem.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { accidentMessages } from './accident-messages.ts'
import { placeColumns, refuse, resolveAccidentPlace, type ResolvedPlace } from './accident-place.commands.ts'
import { brokenAccidentRules } from './accident-rules.ts'
import { factColumns } from './accident.commands.ts'
import { findAccident, findCorrections, updateAccident } from './accident.queries.ts'
import type { Accident, AccidentCorrection, NewAccident } from './accident.schema.ts'

const placeKeys = ['road', 'roadName', 'stake', 'lon', 'lat', 'crs', 'side', 'rawCoordinate'] as const
type Facts = Omit<NewAccident, 'accidentNo'>

const orAbsent = <T>(value: T | null): T | undefined => value ?? undefined

/** What stands, in the shape of what is entered. */
function standing(accident: Accident): Facts {
  return {
    procedure: accident.procedure,
    isStatistical: accident.isStatistical,
    occurredAt: accident.occurredAt,
    timePrecision: accident.timePrecision,
    direction: orAbsent(accident.direction),
    placeText: accident.placeText,
    killed: accident.killed,
    injured: accident.injured,
    seriouslyInjured: accident.seriouslyInjured,
    lossYuan: accident.lossYuan,
    form: accident.form,
    collision: orAbsent(accident.collision),
    objectHit: orAbsent(accident.objectHit),
    causeClass: orAbsent(accident.causeClass),
    weather: accident.weather ?? '9',
    light: accident.light ?? '1',
    surfaceCondition: orAbsent(accident.surfaceCondition),
    alignment: orAbsent(accident.alignment),
    siteType: orAbsent(accident.siteType),
    roadSafetyAttribute: orAbsent(accident.roadSafetyAttribute),
    keyVehicles: accident.keyVehicles,
  }
}

async function takeForChange(trx: Trx, id: string, version: number): Promise<Accident> {
  const accident = await findAccident(trx, id)
  if (!accident) throw new NotFound(accidentMessages.unknown())
  if (accident.withdrawnAt !== null) throw new Conflict(accidentMessages.isWithdrawn())
  if (accident.version !== version)
    throw new Conflict(accidentMessages.stale(version, accident.version), [], { version: accident.version })
  return accident
}

function orStale(isChanged: boolean, version: number): void {
  if (!isChanged) throw new Conflict(accidentMessages.stale(version, version + 1))
}

const previously = (accident: Accident, key: string): unknown =>
  (accident as unknown as Record<string, unknown>)[key] ?? null

interface Where {
  readonly place?: ResolvedPlace
  readonly township?: string
}

async function whereOf(
  db: Database,
  id: string,
  correction: Omit<AccidentCorrection, 'reason'>,
): Promise<Where> {
  if (placeKeys.some((key) => correction[key] !== undefined)) {
    const occurredAt = correction.occurredAt ?? (await findAccident(db, id))?.occurredAt
    if (occurredAt === undefined) throw new NotFound(accidentMessages.unknown())
    return { place: await resolveAccidentPlace(db, correction, bannerDay(new Date(occurredAt))) }
  }
  const { township } = correction
  return township === undefined ? {} : { township: await requireTownship(db, township) }
}

/** A township said by hand outlives a correction of the place along the same road. */
function whereColumns({ place, township }: Where, accident: Accident) {
  if (!place) return township === undefined ? {} : { township }
  const isSameRoad = place.road === accident.road && place.roadName === accident.roadName
  return { ...placeColumns(place), township: place.township ?? (isSameRoad ? accident.township : null) }
}

/** A correction keeps what stood before beside what stands now, with its reason. */
export async function correctAccident(
  db: Database,
  { id, version }: { readonly id: string; readonly version: number },
  { reason, brief, ...correction }: AccidentCorrection,
  { actor, at }: Acting,
): Promise<Accident> {
  const where = await whereOf(db, id, correction)
  return db.transaction().execute(async (trx) => {
    const accident = await takeForChange(trx, id, version)
    const facts: Facts = { ...standing(accident), ...correction }
    const errors = brokenAccidentRules(facts, at)
    if (errors.length > 0) refuse(errors)
    const before = Object.fromEntries(Object.keys(correction).map((key) => [key, previously(accident, key)]))
    const entry = { at: at.toISOString(), by: actor.displayName, reason, before, after: correction }
    const corrections = { ...(await findCorrections(trx, id)), [String(version + 1)]: entry }
    const isChanged = await updateAccident(
      trx,
      { id, version },
      {
        ...factColumns(facts),
        ...whereColumns(where, accident),
        ...(brief === undefined ? {} : { brief }),
        corrections: JSON.stringify(corrections),
        updated_at: at,
        updated_by: actor.id,
      },
    )
    orStale(isChanged, version)
    await recordChange(trx, actor, {
      action: 'accident.correct',
      objectType: 'accident',
      objectId: id,
      before: { version, ...before },
      after: { version: version + 1, ...correction },
      reason,
      at,
    })
    return (await findAccident(trx, id))!
  })
}

/** Withdrawn, not deleted: the number is kept and the row leaves every count. */
export async function withdrawAccident(
  db: Database,
  { id, version }: { readonly id: string; readonly version: number },
  reason: string,
  { actor, at }: Acting,
): Promise<Accident> {
  return db.transaction().execute(async (trx) => {
    await takeForChange(trx, id, version)
    const withdrawal = { withdrawn_at: at, withdrawn_by: actor.id, withdrawn_reason: reason }
    orStale(
      await updateAccident(trx, { id, version }, { ...withdrawal, updated_at: at, updated_by: actor.id }),
      version,
    )
    const action = 'accident.withdraw'
    await recordChange(trx, actor, { action, objectType: 'accident', objectId: id, reason, at })
    return (await findAccident(trx, id))!
  })
}
