import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table installation (
      key text primary key,
      value jsonb not null,
      updated_at timestamptz not null
    )`.execute(db)
  await sql`comment on table installation is 'Facts about this installation: the demo year, the version of gis-data that was loaded.'`.execute(
    db,
  )
  await sql`
    create table dictionary (
      table_name text not null,
      code text not null,
      name_zh text not null,
      name_en text not null,
      sort integer not null,
      source text not null,
      effective_from date not null,
      effective_to date,
      primary key (table_name, code, effective_from)
    )`.execute(db)
  await sql`comment on table dictionary is 'Code tables: editable rows with their source and effective date.'`.execute(
    db,
  )
  await sql`
    create table area (
      id uuid primary key,
      code text not null unique,
      name text not null,
      name_en text not null,
      kind text not null check (kind in ('banner', 'township', 'park')),
      parent_code text references area (code),
      geom geometry(MultiPolygon, 4326),
      quality text not null,
      sort integer not null
    )`.execute(db)
  await sql`create index area_geom on area using gist (geom)`.execute(db)
  await sql`comment on column area.geom is 'Null where no polygon is known: it is not invented.'`.execute(db)
  await sql`
    create table squad (
      code text primary key,
      name text not null,
      name_en text not null,
      aliases text[] not null default '{}',
      kind text not null check (kind in ('leadership', 'department', 'squad', 'administration')),
      sort integer not null
    )`.execute(db)
  await sql`
    create table unit (
      code text primary key,
      name text not null,
      short_name text not null,
      kind text not null,
      parent_code text references unit (code),
      delivery text,
      sort integer not null
    )`.execute(db)
  await sql`comment on table unit is 'Responsible units (责任单位) and regulators.'`.execute(db)
}
