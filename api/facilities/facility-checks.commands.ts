import { geometryOf } from '../db/postgis.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { FieldError } from '../http/problem.ts'
import { findHazard, lockHazard, updateTemporaryControl } from '../hazards/hazard.queries.ts'
import type { HazardRow } from '../hazards/hazard-row.ts'
import { refuse, resolvePlace, type ResolvedPlace } from '../hazards/place.commands.ts'
import { factsOfKind, type FacilityKind } from './facility-kinds.ts'
import { carriagewayOfFacility } from './facility-place.ts'
import { facilityMessages } from './facility-messages.ts'
import { listLinkedFacilities } from './facility.queries.ts'
import type { NewFacility } from './facility.schema.ts'
import { temporaryControlOf } from './temporary-control.ts'

const placeKeys = ['road', 'roadName', 'stake', 'lon', 'lat', 'rawCoordinate'] as const
type PlaceFields = Pick<
  NewFacility,
  (typeof placeKeys)[number] | 'crs' | 'installedOn' | 'side' | 'direction'
>

export const namesPlace = (fields: Pick<PlaceFields, (typeof placeKeys)[number]>) =>
  placeKeys.some((key) => fields[key] !== undefined)

/** Where a hazard without a stake lies is its point; it was not said for the facility, so it is nobody's raw coordinate. */
function placeOfHazard({ road, roadName, fromStake, geometry }: HazardRow) {
  const point = fromStake === null && geometry?.type === 'Point' ? geometry.coordinates : undefined
  const ground = { road: road ?? undefined, roadName }
  return point
    ? { ...ground, lon: point[0], lat: point[1] }
    : { ...ground, fromStake: fromStake ?? undefined }
}

async function placeAtHazard(db: Database, hazard: HazardRow): Promise<ResolvedPlace> {
  const place = await resolvePlace(db, placeOfHazard(hazard))
  return { ...place, rawCoordinate: null, crsSource: 'unknown' }
}

/** A facility stands at one point; without a place of its own it stands where its hazard is. */
export async function placeOf(
  db: Database,
  fields: PlaceFields,
  hazardId: string | undefined,
): Promise<ResolvedPlace> {
  const { road, roadName, stake, lon, lat, crs, rawCoordinate } = fields
  const hazard = namesPlace(fields) || !hazardId ? undefined : await findHazard(db, hazardId)
  if (hazard) return placeAtHazard(db, hazard)
  const carriageway = carriagewayOfFacility({
    side: fields.side ?? null,
    direction: fields.direction ?? null,
  })
  const input = { road, roadName, fromStake: stake, lon, lat, crs, rawCoordinate, carriageway }
  const pathOf = (path: string) => (path === 'fromStake' ? 'stake' : path)
  const place = await resolvePlace(db, input, { pathOf, on: fields.installedOn })
  if (place.toStake !== null) refuse([{ path: 'stake', message: facilityMessages.onePlace() }])
  return place
}

export const placeColumns = (place: ResolvedPlace) => ({
  road_code: place.roadCode,
  road_name: place.roadName,
  stake: place.fromStake,
  geom: place.geometry && geometryOf(place.geometry),
  raw_coordinate: place.rawCoordinate,
  crs_source: place.crsSource,
})

export function measureErrors(
  kind: FacilityKind,
  { unit, lengthMetres }: { unit?: string | undefined; lengthMetres?: number | null | undefined },
): FieldError[] {
  const { units, needsLength } = factsOfKind(kind)
  const errors: FieldError[] = []
  if (unit !== undefined && !units.includes(unit))
    errors.push({ path: 'unit', message: facilityMessages.wrongUnit(kind, unit) })
  if (needsLength && !lengthMetres)
    errors.push({ path: 'lengthMetres', message: facilityMessages.lengthNeeded() })
  return errors
}

export async function hazardErrors(db: Database, hazardId: string | null | undefined): Promise<FieldError[]> {
  if (!hazardId || (await findHazard(db, hazardId))) return []
  return [{ path: 'hazardId', message: facilityMessages.unknownHazard() }]
}

const inOrder = (hazardIds: readonly (string | null | undefined)[]): string[] =>
  [...new Set(hazardIds.filter((id) => id !== null && id !== undefined))].sort()

/**
 * Hazards are locked before their facilities and by id, here as at the closing: whoever takes them the other way round
 * waits for the closing while the closing waits for them.
 */
export async function lockHazards(
  trx: Trx,
  hazardIds: readonly (string | null | undefined)[],
): Promise<void> {
  for (const id of inOrder(hazardIds)) await lockHazard(trx, id)
}

/** Tells the hazard what holds its danger meanwhile. Its status stays: 临时管控不等于治理. */
export async function followUpHazards(trx: Trx, hazardIds: readonly (string | null)[]): Promise<void> {
  for (const id of inOrder(hazardIds)) {
    // Two people placing at one hazard wait for each other, so that neither wording misses the other's row.
    await lockHazard(trx, id)
    const control = temporaryControlOf(await listLinkedFacilities(trx, [id]))
    if (control) await updateTemporaryControl(trx, id, control.control, control.text)
    else await updateTemporaryControl(trx, id, 'none', null)
  }
}
