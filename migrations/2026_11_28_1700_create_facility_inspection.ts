import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table facility_inspection (
      id uuid primary key,
      facility_id uuid not null references facility (id),
      at timestamptz not null,
      actor_id uuid not null,
      actor_name text not null,
      state text not null,
      checks jsonb not null,
      note text,
      measure text,
      is_late boolean not null,
      request_hash text not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index facility_inspection_facility on facility_inspection (facility_id, at)`.execute(db)
  await sql`comment on column facility_inspection.is_late is 'Came in after a later inspection: kept, and changed nothing.'`.execute(
    db,
  )
  await sql`
    create table facility_repair (
      id uuid primary key,
      facility_id uuid not null references facility (id),
      inspection_id uuid not null references facility_inspection (id),
      opened_at timestamptz not null,
      due_on date not null,
      fault text not null,
      closed_at timestamptz,
      closed_by uuid,
      closed_by_name text,
      result text check (result in ('repaired', 'replaced', 'removed', 'permanent')),
      closing_note text,
      check ((closed_at is null) = (result is null))
    )`.execute(db)
  await sql`create unique index facility_repair_open on facility_repair (facility_id) where closed_at is null`.execute(
    db,
  )
  await sql`create index facility_repair_facility on facility_repair (facility_id, opened_at)`.execute(db)
  await sql`comment on table facility_repair is 'A fault or a loss until it is made good; the clock is working days of the unit that keeps the facilities.'`.execute(
    db,
  )
  await sql`
    create table storm_round (
      id uuid primary key,
      at timestamptz not null,
      actor_id uuid not null,
      cause text not null,
      roads text[],
      due_on date not null,
      facilities integer not null
    )`.execute(db)
}
