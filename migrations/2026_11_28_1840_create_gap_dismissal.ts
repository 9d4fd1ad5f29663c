import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table gap_dismissal (
      id uuid primary key,
      gap_id text not null,
      reason text not null,
      situation text not null,
      until date not null,
      dismissed_at timestamptz not null,
      dismissed_by uuid not null,
      dismissed_by_name text not null,
      lifted_at timestamptz,
      lifted_by uuid
    )`.execute(db)
  await sql`create unique index gap_dismissal_standing on gap_dismissal (gap_id) where lifted_at is null`.execute(
    db,
  )
  await sql`comment on column gap_dismissal.situation is 'What the person who decided had before them; when it changes, the gap is open again.'`.execute(
    db,
  )
}
