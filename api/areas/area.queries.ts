import { sql } from 'kysely'
import type { MultiPolygon } from 'geojson'
import { validate as isUuid } from 'uuid'
import { geoJson, pointGeometry } from '../db/postgis.ts'
import type { Database } from '../db/tables.ts'
import type { Area, Squad, Unit } from './area.schema.ts'
import './area.table.ts'

interface WithGeometry {
  readonly geometry?: boolean
}

function selectAreas(db: Database, { geometry = false }: WithGeometry) {
  return db
    .selectFrom('area')
    .select(['id', 'code', 'name', 'name_en as nameEn', 'kind', 'parent_code as parentCode', 'quality'])
    .select((area) => area('geom', 'is not', null).as('hasGeometry'))
    .$if(geometry, (query) => query.select(geoJson<MultiPolygon>('geom').as('geometry')))
    .orderBy('sort')
}

export async function listAreas(db: Database, options: WithGeometry = {}): Promise<Area[]> {
  return (await selectAreas(db, options).execute()) as Area[]
}

/** By id or by administrative code. */
export async function findArea(
  db: Database,
  idOrCode: string,
  options: WithGeometry = {},
): Promise<Area | undefined> {
  const isId = isUuid(idOrCode)
  const row = await selectAreas(db, options)
    .where(isId ? 'id' : 'code', '=', idOrCode)
    .executeTakeFirst()
  return row as Area | undefined
}

export function listSquads(db: Database): Promise<Squad[]> {
  return db
    .selectFrom('squad')
    .select(['code', 'name', 'name_en as nameEn', 'aliases', 'kind'])
    .orderBy('sort')
    .execute()
}

export function listUnits(db: Database): Promise<Unit[]> {
  return db
    .selectFrom('unit')
    .select(['code', 'name', 'short_name as shortName', 'kind', 'parent_code as parentCode', 'delivery'])
    .orderBy('sort')
    .execute()
}

/** Whether a place lies in the banner or within `margin` metres of its border; true where no border is known. */
export async function isNearBanner(
  db: Database,
  [longitude, latitude]: readonly [number, number],
  margin: number,
): Promise<boolean> {
  const point = pointGeometry(longitude, latitude)
  const row = await db
    .selectFrom('area')
    .select(sql<boolean>`st_dwithin(geom::geography, ${point}::geography, ${margin}::float8)`.as('isNear'))
    .where('kind', '=', 'banner')
    .where('geom', 'is not', null)
    .executeTakeFirst()
  return row?.isNear ?? true
}
