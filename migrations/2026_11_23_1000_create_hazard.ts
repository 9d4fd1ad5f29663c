import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table hazard_number (
      year integer primary key,
      last integer not null
    )`.execute(db)
  await sql`comment on table hazard_number is 'Counted inside the registering transaction: no number is lost, none is used twice.'`.execute(
    db,
  )
  await sql`
    create table hazard (
      id uuid primary key,
      number text not null unique,
      display_number text not null unique,
      title text not null,
      status integer not null check (status in (10, 15, 16, 17, 20, 30, 35, 40, 50, 60, 70, 75)),
      level integer check (level in (1, 2, 3)),
      type_main text not null,
      types text[] not null,
      description text not null,
      road_code text references road (code),
      road_name text not null,
      from_stake integer,
      to_stake integer,
      direction text not null default 'both' check (direction in ('increasing', 'decreasing', 'both')),
      side text check (side in ('left', 'right', 'centre', 'across')),
      place_text text not null,
      geom geometry(Geometry, 4326),
      geom_3857 geometry(Geometry, 3857) generated always as (st_transform(geom, 3857)) stored,
      crs_source text not null default 'wgs84' check (crs_source in ('wgs84', 'cgcs2000', 'gcj02', 'bd09', 'unknown')),
      locating text not null check (locating in ('unlocated', 'stake', 'manual', 'coordinate', 'gps')),
      accuracy real,
      township text,
      gacha text,
      squad_code text references squad (code),
      source text not null default '01',
      found_at timestamptz not null,
      found_by text not null,
      analysis text,
      advice text,
      emergency_advice text,
      responsible_unit_code text references unit (code),
      responsible_person text,
      regulator_unit_code text references unit (code),
      remedy_plan text,
      assurances jsonb not null default '{}',
      funds_wan numeric(10, 2),
      due_date date,
      original_due_date date,
      supervision_level integer not null default 0 check (supervision_level between 0 and 5),
      temporary_control text not null default 'none' check (temporary_control in ('none', 'planned', 'inPlace', 'removed')),
      temporary_control_text text,
      progress_text text,
      flags text[] not null default '{}',
      is_black_spot boolean not null default false,
      screening_site_id uuid,
      merged_into uuid references hazard (id),
      sensitivity text not null default 'internal' check (sensitivity in ('internal', 'public')),
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
      withdrawn_reason text,
      check (to_stake >= from_stake),
      check ((geom is null) = (locating = 'unlocated'))
    )`.execute(db)
  await sql`create index hazard_geom on hazard using gist (geom)`.execute(db)
  await sql`create index hazard_geom_3857 on hazard using gist (geom_3857)`.execute(db)
  await sql`create index hazard_road on hazard (road_code, from_stake)`.execute(db)
  await sql`create index hazard_status on hazard (status, due_date)`.execute(db)
  await sql`comment on column hazard.request_hash is 'Hash of the registering body: the same body again is the same hazard, another one is refused.'`.execute(
    db,
  )
  await sql`comment on column hazard.flags is 'Pending matters beside the status: listingRequested, extensionPending, acceptanceReturned, revisited.'`.execute(
    db,
  )
  await sql`
    create table hazard_transition (
      id uuid primary key,
      hazard_id uuid not null references hazard (id),
      action text not null,
      from_status integer,
      to_status integer not null,
      note text,
      fields jsonb not null default '{}',
      actor_id uuid not null,
      actor_name text not null,
      person_kind text not null,
      department text not null,
      at timestamptz not null
    )`.execute(db)
  await sql`create index hazard_transition_hazard on hazard_transition (hazard_id, at)`.execute(db)
  await sql`
    create table listing (
      id uuid primary key,
      hazard_id uuid not null references hazard (id),
      level integer not null check (level between 1 and 5),
      document_number text,
      listed_on date,
      listing_unit text not null,
      required_by date,
      delisted_on date,
      delisting_document text,
      created_at timestamptz not null,
      created_by uuid not null
    )`.execute(db)
  await sql`comment on table listing is '挂牌督办: a record of its own beside the status.'`.execute(db)
  await sql`create index listing_hazard on listing (hazard_id)`.execute(db)
}
