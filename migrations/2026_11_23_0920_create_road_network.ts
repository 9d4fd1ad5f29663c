import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table road (
      id uuid primary key,
      code text not null unique,
      name text not null,
      name_en text not null,
      aliases jsonb not null default '[]',
      admin_grade text not null check (admin_grade in ('national', 'provincial', 'county', 'township', 'village', 'private', 'other')),
      technical_class text,
      official_length_km numeric(7, 3),
      from_stake integer,
      to_stake integer,
      increasing_towards text,
      decreasing_towards text,
      up_direction text check (up_direction in ('increasing', 'decreasing')),
      divided boolean not null default false,
      maintainer_unit_code text references unit (code),
      confidence text not null,
      quality_note text not null,
      township text,
      sort integer not null,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by uuid not null,
      updated_at timestamptz not null,
      updated_by uuid not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid,
      withdrawn_reason text,
      check (to_stake >= from_stake)
    )`.execute(db)
  await sql`comment on column road.aliases is '[{ "name", "validFrom"?, "validTo"? }]: roads are renumbered, old records keep the old number.'`.execute(
    db,
  )
  await sql`comment on column road.up_direction is 'What 上行 means on this road; always print 往××方向 too.'`.execute(
    db,
  )
  await sql`
    create table road_section (
      id uuid primary key,
      road_code text not null references road (code),
      sequence integer not null,
      from_stake integer not null,
      to_stake integer not null,
      geom geometry(LineString, 4326) not null,
      source text not null,
      quality_note text not null,
      valid_from date not null,
      valid_to date,
      created_at timestamptz not null,
      created_by uuid not null,
      check (to_stake > from_stake)
    )`.execute(db)
  await sql`create index road_section_geom on road_section using gist (geom)`.execute(db)
  await sql`create unique index road_section_current on road_section (road_code, sequence) where valid_to is null`.execute(
    db,
  )
  await sql`comment on column road_section.geom is 'Drawn in stake-increasing order. New geometry is a new row; the old one gets valid_to.'`.execute(
    db,
  )
  await sql`
    create table stake_anchor (
      id uuid primary key,
      section_id uuid not null references road_section (id),
      stake integer not null,
      geom geometry(Point, 4326) not null,
      method text not null check (method in ('surveyed', 'imagery', 'interpolated')),
      note text,
      valid_from date not null,
      valid_to date,
      created_at timestamptz not null,
      created_by uuid not null
    )`.execute(db)
  await sql`create index stake_anchor_section on stake_anchor (section_id, stake)`.execute(db)
  await sql`create index stake_anchor_geom on stake_anchor using gist (geom)`.execute(db)
  await sql`comment on table stake_anchor is 'Stake and point pairs; stakes between two anchors are interpolated, so a stake difference is not a drawn length.'`.execute(
    db,
  )
  await sql`
    create table chain_break (
      id uuid primary key,
      road_code text not null references road (code),
      at_stake integer not null,
      jump integer not null check (jump <> 0),
      note text,
      valid_from date not null,
      valid_to date,
      created_at timestamptz not null,
      created_by uuid not null
    )`.execute(db)
  await sql`
    create table squad_stretch (
      id uuid primary key,
      road_code text not null references road (code),
      from_stake integer not null,
      to_stake integer not null,
      squad_code text not null references squad (code),
      valid_from date not null,
      valid_to date,
      note text,
      check (to_stake > from_stake)
    )`.execute(db)
  await sql`create index squad_stretch_road on squad_stretch (road_code, from_stake)`.execute(db)
  await sql`
    create table township_stretch (
      id uuid primary key,
      road_code text not null references road (code),
      from_stake integer not null,
      to_stake integer not null,
      area_code text not null references area (code),
      note text,
      check (to_stake > from_stake)
    )`.execute(db)
  await sql`comment on table township_stretch is 'Townships have no known polygons: along the roads they are assigned by stake.'`.execute(
    db,
  )
}
