import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table export_job (
      id uuid primary key,
      kind text not null,
      format text not null,
      edition text not null check (edition in ('internal', 'external')),
      request jsonb not null,
      title jsonb not null,
      state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
      done integer not null,
      total integer not null,
      file_name text,
      content_type text,
      bytes bigint,
      hash text,
      reason jsonb,
      made_by uuid not null,
      made_by_name text not null,
      made_at timestamptz not null,
      started_at timestamptz,
      finished_at timestamptz,
      expires_at timestamptz,
      seen_at timestamptz not null,
      check ((state = 'done') = (hash is not null))
    )`.execute(db)
  await sql`create index export_job_maker on export_job (made_by, made_at desc)`.execute(db)
  await sql`create index export_job_open on export_job (made_at) where state in ('waiting', 'running')`.execute(
    db,
  )
  await sql`comment on column export_job.seen_at is 'When the service that works on it last said so; one that stopped says nothing.'`.execute(
    db,
  )
  await sql`comment on column export_job.hash is 'SHA-256 of the file in hex.'`.execute(db)
}
