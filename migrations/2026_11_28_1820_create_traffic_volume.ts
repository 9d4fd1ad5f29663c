import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table traffic_volume (
      id uuid primary key,
      road_code text not null references road (code),
      from_stake integer not null,
      to_stake integer not null,
      year integer not null check (year between 1980 and 2100),
      aadt integer not null check (aadt >= 0),
      source text not null,
      created_at timestamptz not null,
      created_by uuid not null,
      updated_at timestamptz not null,
      updated_by uuid not null,
      check (from_stake < to_stake)
    )`.execute(db)
  await sql`create index traffic_volume_road on traffic_volume (road_code, year, from_stake)`.execute(db)
  await sql`comment on table traffic_volume is 'Annual average daily traffic of a stretch, both directions together.'`.execute(
    db,
  )
}
