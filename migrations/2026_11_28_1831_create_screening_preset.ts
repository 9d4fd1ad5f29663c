import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table screening_preset (
      preset text not null,
      version integer not null check (version > 0),
      definition jsonb not null,
      created_at timestamptz not null,
      created_by uuid not null,
      primary key (preset, version)
    )`.execute(db)
  await sql`comment on table screening_preset is 'A rule that the brigade entered itself; a change is a new version, and the newest holds.'`.execute(
    db,
  )
}
