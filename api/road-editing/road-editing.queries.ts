import { sql, type Insertable, type Updateable } from 'kysely'
import type { LineString } from 'geojson'
import { geometryOf } from '../db/postgis.ts'
import type { Database, Trx } from '../db/tables.ts'
import '../areas/area.table.ts'
import type { RoadTable } from '../roads/road.table.ts'

const codeLock = 0x0a0d18

/** Held until the transaction ends: two roads entered at once get two codes. */
export async function lockRoadCodes(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(codeLock)})`.execute(trx)
}

/** One more than the highest that was ever given, also to roads since withdrawn. */
export async function nextLocalCode(trx: Trx): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(substring(code from 2)::int), 0) as last from road where code ~ '^L[0-9]{4,6}$'`.execute(
    trx,
  )
  return `L${String((rows[0]?.last ?? 0) + 1).padStart(4, '0')}`
}

export interface NamedRoad {
  readonly code: string
  readonly name: string
  readonly isWithdrawn: boolean
}

const namedRoad = ['code', 'name', sql<boolean>`withdrawn_at is not null`.as('isWithdrawn')] as const

export function findRoadOfCode(trx: Trx, code: string): Promise<NamedRoad | undefined> {
  return trx.selectFrom('road').select(namedRoad).where('code', '=', code).executeTakeFirst()
}

/** A road in use of the same name in the same township; one name may well occur in two. */
export function findNamesake(
  trx: Trx,
  { code, name, township }: { code: string; name: string; township: string | null },
): Promise<NamedRoad | undefined> {
  return trx
    .selectFrom('road')
    .select(namedRoad)
    .where('name', '=', name)
    .where('code', '<>', code)
    .where(sql<boolean>`township is not distinct from ${township}::text`)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
}

export async function nextSort(trx: Trx): Promise<number> {
  const row = await trx
    .selectFrom('road')
    .select(({ fn }) => fn.max('sort').as('last'))
    .executeTakeFirst()
  return (row?.last ?? -1) + 1
}

export async function insertRoad(trx: Trx, row: Insertable<RoadTable>): Promise<void> {
  await trx.insertInto('road').values(row).execute()
}

export async function updateRoad(trx: Trx, code: string, row: Updateable<RoadTable>): Promise<void> {
  if (Object.keys(row).length > 0) await trx.updateTable('road').set(row).where('code', '=', code).execute()
}

export async function hasUnit(trx: Trx, code: string): Promise<boolean> {
  const row = await trx.selectFrom('unit').select('code').where('code', '=', code).executeTakeFirst()
  return row !== undefined
}

/** Whether the whole line lies in the banner or within `margin` metres of its border; true where no border is known. */
export async function isLineNearBanner(db: Database, line: LineString, margin: number): Promise<boolean> {
  const row = await db
    .selectFrom('area')
    .select(
      sql<boolean>`st_covers(st_buffer(geom::geography, ${margin}::float8)::geometry, ${geometryOf(line)})`.as(
        'isNear',
      ),
    )
    .where('kind', '=', 'banner')
    .where('geom', 'is not', null)
    .executeTakeFirst()
  return row?.isNear ?? true
}
