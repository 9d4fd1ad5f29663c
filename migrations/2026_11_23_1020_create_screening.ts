import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table screening_run (
      id uuid primary key,
      method text not null,
      preset text not null,
      parameters jsonb not null,
      calibre text not null check (calibre in ('general', 'reported', 'simple', 'all')),
      from_date date not null,
      to_date date not null,
      cutoff timestamptz not null,
      accident_count integer not null,
      located_count integer not null,
      result_hash text not null,
      is_demo boolean not null default false,
      created_at timestamptz not null,
      created_by uuid not null
    )`.execute(db)
  await sql`comment on table screening_run is 'A dated result with its parameters; never changed afterwards.'`.execute(
    db,
  )
  await sql`
    create table screening_site (
      id uuid primary key,
      run_id uuid not null references screening_run (id),
      rank integer not null,
      road_code text not null references road (code),
      direction text not null check (direction in ('increasing', 'decreasing', 'both')),
      from_stake integer not null,
      to_stake integer not null,
      qualifying integer not null,
      densest integer not null,
      accidents integer not null,
      killed integer not null,
      injured integer not null,
      loss_yuan integer not null,
      expected double precision not null,
      p_value double precision not null,
      profile jsonb not null,
      geom geometry(MultiLineString, 4326) not null,
      unique (run_id, rank)
    )`.execute(db)
  await sql`create index screening_site_geom on screening_site using gist (geom)`.execute(db)
  await sql`comment on column screening_site.densest is 'Qualifying accidents in the densest window; expected and p_value belong to it.'`.execute(
    db,
  )
}
