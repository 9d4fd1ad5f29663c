import { sql, type Kysely } from 'kysely'

/** gk36: CGCS2000, 3-degree Gauss-Krüger zone 36 in metres. */
const systems = sql.raw(`('wgs84', 'cgcs2000', 'gcj02', 'bd09', 'gk36', 'unknown')`)

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['accident', 'hazard']) {
    const [named, constraint] = [sql.table(table), sql.ref(`${table}_crs_source_check`)]
    await sql`alter table ${named} drop constraint ${constraint}`.execute(db)
    await sql`alter table ${named} add constraint ${constraint} check (crs_source in ${systems})`.execute(db)
    await sql`alter table ${named} add column place_confirmed_reason text`.execute(db)
    await sql`comment on column ${sql.ref(`${table}.place_confirmed_reason`)} is 'Why a place that looks wrong (outside the banner, far from its road, ambiguous) is right: it leaves the locating queue.'`.execute(
      db,
    )
  }
  await sql`alter table hazard add column raw_coordinate text`.execute(db)
  await sql`alter table facility
    add column raw_coordinate text,
    add column crs_source text not null default 'unknown' check (crs_source in ${systems})`.execute(db)
}
