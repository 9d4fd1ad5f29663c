import { sql, type Insertable } from 'kysely'
import { isInCalibre } from '../accidents/accident.queries.ts'
import type { Calibre } from '../accidents/calibre.ts'
import type { Database, Trx } from '../db/tables.ts'
import { aroundPoint, type CountedAccident } from './supervision-content.ts'
import type { SupervisionContent, SupervisionListSummary } from './supervision-list.schema.ts'
import type { SupervisionItemTable, SupervisionListTable } from './supervision-list.table.ts'

export interface AccidentScope {
  readonly calibre: Calibre
  readonly from: string
  readonly to: string
}

/**
 * Accidents at each hazard: along its road inside the stretch or around the point, off the catalogue around its
 * coordinates. A hazard without any place is not in the answer, which is not the same as none.
 */
export async function listAccidentsAtHazards(
  db: Database,
  hazardIds: readonly string[],
  { calibre, from, to }: AccidentScope,
): Promise<Map<string, CountedAccident[]>> {
  const { rows } = await sql<{ hazardId: string; accidents: CountedAccident[] }>`
    with place as (
      select id, road_code, from_stake, coalesce(to_stake, from_stake) as to_stake, geom,
        case when coalesce(to_stake, from_stake) = from_stake then ${aroundPoint}::int else 0 end as margin
      from hazard where id in (${sql.join(hazardIds)})
    )
    select place.id as "hazardId", coalesce((
      select json_agg(json_build_object('id', accident.id, 'killed', accident.killed, 'injured', accident.injured)
        order by accident.id)
      from accident
      where accident.occurred_on between ${from}::date and ${to}::date and ${isInCalibre(calibre)}
        and case
          when place.road_code is not null and place.from_stake is not null then
            accident.road_code = place.road_code
            and accident.stake between place.from_stake - place.margin and place.to_stake + place.margin
          else st_dwithin(accident.geom::geography, place.geom::geography, ${aroundPoint}::float8)
        end
    ), '[]') as accidents
    from place
    where (place.road_code is not null and place.from_stake is not null) or place.geom is not null`.execute(
    db,
  )
  return new Map(rows.map(({ hazardId, accidents }) => [hazardId, accidents]))
}

const factColumns = [
  'id',
  'title',
  'status',
  'calibre',
  'filled_on as filledOn',
  'cutoff_on as cutoffOn',
  'document_number as documentNumber',
  'issued_at as issuedAt',
  'content_hash as contentHash',
  'is_demo as demo',
  'version',
  'created_at as createdAt',
] as const

export type ListRow = Omit<SupervisionListSummary, 'issuedAt' | 'createdAt' | 'hazards'> & {
  readonly issuedAt: Date | null
  readonly createdAt: Date
  readonly content: SupervisionContent
}

/** Newest first. */
export async function listSupervisionLists(db: Database): Promise<SupervisionListSummary[]> {
  const rows = await db
    .selectFrom('supervision_list')
    .select(factColumns)
    .select(
      sql<number>`(select count(*)::int from supervision_item where list_id = supervision_list.id)`.as(
        'hazards',
      ),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    ...row,
    issuedAt: row.issuedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }))
}

export async function findSupervisionList(db: Database, id: string): Promise<ListRow | undefined> {
  const row = await db
    .selectFrom('supervision_list')
    .select(factColumns)
    .select('content')
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, content: row.content as SupervisionContent }
}

export async function lockSupervisionList(trx: Trx, id: string): Promise<void> {
  await trx.selectFrom('supervision_list').select('id').where('id', '=', id).forUpdate().execute()
}

export async function insertSupervisionList(
  trx: Trx,
  list: Insertable<SupervisionListTable>,
  items: readonly Insertable<SupervisionItemTable>[],
): Promise<void> {
  await trx.insertInto('supervision_list').values(list).execute()
  await trx
    .insertInto('supervision_item')
    .values([...items])
    .execute()
}

export async function markIssued(
  trx: Trx,
  id: string,
  issued: { readonly at: Date; readonly by: string; readonly documentNumber: string | null },
): Promise<void> {
  await trx
    .updateTable('supervision_list')
    .set({
      status: 'issued',
      issued_at: issued.at,
      issued_by: issued.by,
      document_number: issued.documentNumber,
      updated_at: issued.at,
      updated_by: issued.by,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}
