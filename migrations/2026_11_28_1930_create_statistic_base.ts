import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table statistic_base (
      year integer primary key check (year between 1949 and 2200),
      vehicles integer not null check (vehicles > 0),
      drivers integer check (drivers > 0),
      residents integer check (residents > 0),
      population integer check (population > 0),
      source text not null,
      is_demo boolean not null default false,
      updated_at timestamptz not null,
      updated_by uuid not null
    )`.execute(db)
  await sql`comment on table statistic_base is 'What deaths are divided by, year by year: a year without a row has no rate.'`.execute(
    db,
  )
}
