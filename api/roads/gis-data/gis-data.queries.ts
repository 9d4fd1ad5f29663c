import { sql } from 'kysely'
import type { Geometry } from 'geojson'
import { geometryOf, pointGeometry } from '../../db/postgis.ts'
import type { Trx } from '../../db/tables.ts'
import type { GisData } from './gis-data.schema.ts'
import '../../areas/area.table.ts'
import '../../areas/place.table.ts'
import type { Stamp } from '../road-section.queries.ts'
import '../road.table.ts'

type Area = GisData['townships.json']['areas'][number] & {
  readonly id: string
  readonly quality: string
  readonly sort: number
}

/** Outlines and names follow the files: nobody edits them in the service. */
export async function upsertArea(trx: Trx, area: Area, outline: Geometry | undefined): Promise<void> {
  const facts = {
    name: area.name,
    name_en: area.nameEn,
    kind: area.kind,
    parent_code: area.parent,
    geom: outline ? sql<string>`st_multi(${geometryOf(outline)})` : null,
    quality: area.quality,
    sort: area.sort,
  }
  await trx
    .insertInto('area')
    .values({ id: area.id, code: area.code, ...facts })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(facts))
    .execute()
}

/** Squads and units that are known already keep what the brigade made of them. */
export async function insertMissingSquads(trx: Trx, squads: GisData['squads.json']['squads']): Promise<void> {
  const rows = squads.map(({ code, name, nameEn, kind, aliases }, sort) => ({
    code,
    name,
    name_en: nameEn,
    kind,
    aliases,
    sort,
  }))
  await trx
    .insertInto('squad')
    .values(rows)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}

export async function insertMissingUnits(trx: Trx, units: GisData['units.json']['units']): Promise<void> {
  const rows = units.map(({ code, name, shortName, kind, delivery }, sort) => ({
    code,
    name,
    short_name: shortName,
    kind,
    delivery,
    sort,
  }))
  await trx
    .insertInto('unit')
    .values(rows)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}

/** Places follow the files: one that is no longer in them goes. The name is the code: two places of one name are two features with distinct names. */
export async function replacePlaces(
  trx: Trx,
  { features, metadata }: GisData['places.geojson'],
): Promise<void> {
  const rows = features.map(({ properties, geometry }) => ({
    code: properties.name,
    name: properties.name,
    name_en: properties.nameEn,
    aliases: properties.aliases,
    kind: properties.kind,
    rank: properties.rank,
    geom: pointGeometry(...geometry.coordinates),
    source: metadata.source,
  }))
  await trx.deleteFrom('place').execute()
  if (rows.length > 0) await trx.insertInto('place').values(rows).execute()
}

type RoadRow = GisData['roads.json']['roads'][number] & { readonly id: string; readonly sort: number }

function roadValues(road: RoadRow, { at, by }: Stamp) {
  return {
    id: road.id,
    code: road.code,
    name: road.name,
    name_en: road.nameEn,
    aliases: sql<string>`${JSON.stringify(road.aliases)}::text::jsonb`,
    admin_grade: road.adminGrade,
    technical_class: road.technicalClass,
    official_length_km: road.officialLengthKm,
    from_stake: road.fromStake,
    to_stake: road.toStake,
    increasing_towards: road.increasingTowards.join('、'),
    decreasing_towards: road.decreasingTowards.join('、'),
    up_direction: road.upDirection,
    divided: road.divided,
    maintainer_unit_code: road.maintainer,
    confidence: road.confidence,
    quality_note: road.note,
    sort: road.sort,
    created_at: at,
    created_by: by,
    updated_at: at,
    updated_by: by,
  }
}

export async function insertMissingRoads(trx: Trx, roads: readonly RoadRow[], stamp: Stamp): Promise<void> {
  await trx
    .insertInto('road')
    .values(roads.map((road) => roadValues(road, stamp)))
    .onConflict((conflict) => conflict.column('code').doNothing())
    .execute()
}

export interface StretchRow {
  readonly id: string
  readonly road: string
  readonly fromStake: number
  readonly toStake: number
  readonly code: string
}

async function roadsWith(trx: Trx, table: 'squad_stretch' | 'township_stretch'): Promise<Set<string>> {
  const rows = await trx.selectFrom(table).select('road_code').distinct().execute()
  return new Set(rows.map(({ road_code }) => road_code))
}

/** Only for roads that have no division yet: afterwards it is the brigade's. */
export async function insertFirstSquadStretches(
  trx: Trx,
  stretches: readonly StretchRow[],
  validFrom: string,
  note: string,
) {
  const divided = await roadsWith(trx, 'squad_stretch')
  const rows = stretches.filter(({ road }) => !divided.has(road))
  if (rows.length === 0) return
  const values = rows.map(({ id, road, fromStake, toStake, code }) => ({
    id,
    road_code: road,
    from_stake: fromStake,
    to_stake: toStake,
    squad_code: code,
    valid_from: validFrom,
    note,
  }))
  await trx.insertInto('squad_stretch').values(values).execute()
}

export async function insertFirstTownshipStretches(trx: Trx, stretches: readonly StretchRow[], note: string) {
  const divided = await roadsWith(trx, 'township_stretch')
  const rows = stretches.filter(({ road }) => !divided.has(road))
  if (rows.length === 0) return
  const values = rows.map(({ id, road, fromStake, toStake, code }) => ({
    id,
    road_code: road,
    from_stake: fromStake,
    to_stake: toStake,
    area_code: code,
    note,
  }))
  await trx.insertInto('township_stretch').values(values).execute()
}
