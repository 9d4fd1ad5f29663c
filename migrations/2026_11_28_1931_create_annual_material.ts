import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table annual_material (
      year integer primary key check (year between 1949 and 2200),
      counts jsonb not null,
      texts jsonb not null,
      updated_at timestamptz not null,
      updated_by uuid not null,
      updated_by_name text not null
    )`.execute(db)
  await sql`comment on table annual_material is 'What the annual summary says and no table of this system knows: counts by field, texts by section.'`.execute(
    db,
  )
}
