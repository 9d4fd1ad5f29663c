import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table facility (
      id uuid primary key,
      number text not null unique,
      kind text not null,
      quantity integer not null check (quantity > 0),
      unit text not null,
      length_metres numeric(8, 1) check (length_metres > 0),
      legend text,
      road_code text references road (code),
      road_name text not null,
      stake integer,
      direction text not null default 'both' check (direction in ('increasing', 'decreasing', 'both')),
      side text check (side in ('left', 'right', 'centre', 'across')),
      place_text text not null,
      geom geometry(Point, 4326),
      geom_3857 geometry(Point, 3857) generated always as (st_transform(geom, 3857)) stored,
      hazard_id uuid references hazard (id),
      state text not null check (state in ('planned', 'working', 'fault', 'missing', 'toRemove', 'removed', 'permanent')),
      installed_on date,
      installed_by text,
      cost_yuan integer check (cost_yuan >= 0),
      consent text check (consent in ('asked', 'granted', 'emergency')),
      consent_document text,
      supplier text,
      warranty_until date,
      last_inspected_on date,
      inspection_due_on date,
      remark text,
      request_hash text not null,
      is_demo boolean not null default false,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by uuid not null,
      updated_at timestamptz not null,
      updated_by uuid not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid,
      withdrawn_reason text
    )`.execute(db)
  await sql`create sequence facility_number`.execute(db)
  await sql`create index facility_geom on facility using gist (geom)`.execute(db)
  await sql`create index facility_geom_3857 on facility using gist (geom_3857)`.execute(db)
  await sql`create index facility_road on facility (road_code, stake)`.execute(db)
  await sql`create index facility_hazard on facility (hazard_id)`.execute(db)
  await sql`comment on table facility is 'Temporary controls and placed measures. Placing one never moves a hazard: 临时管控不等于治理.'`.execute(
    db,
  )
  await sql`comment on column facility.length_metres is 'Speed bumps are reported both in 条 and in 延米.'`.execute(
    db,
  )
}
