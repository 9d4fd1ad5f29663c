import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table road add column geom geometry(Point, 4326), add column course text`.execute(db)
  await sql`comment on column road.geom is 'Where a road that has no line is found on the map; optional.'`.execute(
    db,
  )
  await sql`comment on column road.course is 'Where the road runs, in words: 乌兰镇—查布. For roads that are only names.'`.execute(
    db,
  )
  await sql`
    create table place (
      code text primary key,
      name text not null,
      name_en text,
      aliases text[] not null default '{}',
      kind text not null,
      rank integer not null,
      geom geometry(Point, 4326) not null,
      source text not null
    )`.execute(db)
  await sql`comment on table place is 'Towns, villages and junctions with a known point; follows gis-data/.'`.execute(
    db,
  )
}
