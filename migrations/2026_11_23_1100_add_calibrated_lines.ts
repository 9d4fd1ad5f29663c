import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table road_section add column carriageway text not null default 'both' check (carriageway in ('both', 'left', 'right'))`.execute(
    db,
  )
  await sql`comment on column road_section.carriageway is 'A divided road may be drawn once per carriageway (ZK left, YK right, seen in the direction of growing stakes).'`.execute(
    db,
  )
  await sql`
    create table calibrated_line (
      id uuid primary key,
      section_id uuid not null references road_section (id) on delete cascade,
      road_code text not null references road (code),
      section integer not null,
      carriageway text not null,
      piece integer not null,
      from_stake double precision not null,
      to_stake double precision not null,
      geom geometry(LineStringM, 4326) not null
    )`.execute(db)
  await sql`create index calibrated_line_geom on calibrated_line using gist (geom)`.execute(db)
  await sql`create index calibrated_line_road on calibrated_line (road_code, from_stake, to_stake)`.execute(
    db,
  )
  await sql`comment on table calibrated_line is 'Derived from road_section, stake_anchor and chain_break, made anew with every change of them: the drawn lines with the stake (metres) as M, in pieces of a few dozen vertices. Never edited by hand.'`.execute(
    db,
  )
}
