import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table facility_photo (
      id uuid primary key,
      facility_id uuid not null references facility (id),
      inspection_id uuid references facility_inspection (id),
      sha256 text not null references photo_file (sha256),
      file_name text not null,
      caption text,
      is_masked boolean not null default false,
      at timestamptz not null,
      actor_id uuid not null,
      actor_name text not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid,
      withdrawn_reason text
    )`.execute(db)
  await sql`create index facility_photo_facility on facility_photo (facility_id, at)`.execute(db)
  await sql`create index facility_photo_sha256 on facility_photo (sha256)`.execute(db)
  await sql`
    create unique index facility_photo_standing
      on facility_photo (facility_id, coalesce(inspection_id, facility_id), sha256) where withdrawn_at is null`.execute(
    db,
  )
  await sql`comment on column facility_photo.inspection_id is 'The inspection it was taken at; null shows the facility as it was installed.'`.execute(
    db,
  )
}
