import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table office (
      id integer primary key check (id = 1),
      content jsonb not null,
      version integer not null,
      updated_at timestamptz not null,
      updated_by uuid not null,
      updated_by_name text not null
    )`.execute(db)
  await sql`comment on table office is 'What documents bear: organ, prefixes, signatories, legal bases. One row; earlier states are in the audit trail.'`.execute(
    db,
  )
}
