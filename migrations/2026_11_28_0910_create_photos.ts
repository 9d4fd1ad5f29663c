import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table photo_file (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      media_type text not null,
      bytes integer not null,
      width integer not null,
      height integer not null,
      taken_at timestamptz,
      taken_point geometry(Point, 4326),
      camera text,
      stored_at timestamptz not null
    )`.execute(db)
  await sql`create index photo_file_taken_point on photo_file using gist (taken_point)`.execute(db)
  await sql`comment on table photo_file is 'Originals as they came, by the hash of their bytes; the bytes themselves lie in the photo store.'`.execute(
    db,
  )
  await sql`comment on column photo_file.taken_point is 'WGS 84, from EXIF.'`.execute(db)
  await sql`
    create table hazard_photo (
      id uuid primary key,
      hazard_id uuid not null references hazard (id),
      stage text not null check (stage in ('found', 'control', 'remedying', 'remedied', 'acceptance', 'revisit', 'receipt')),
      sha256 text not null references photo_file (sha256),
      file_name text not null,
      caption text,
      findings jsonb not null default '[]',
      is_masked boolean not null default false,
      at timestamptz not null,
      actor_id uuid not null,
      actor_name text not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid,
      withdrawn_reason text,
      unique (hazard_id, stage, sha256)
    )`.execute(db)
  await sql`create index hazard_photo_hazard on hazard_photo (hazard_id, at)`.execute(db)
  await sql`create index hazard_photo_sha256 on hazard_photo (sha256)`.execute(db)
  await sql`comment on column hazard_photo.findings is 'What does not fit: farAway, beforeDiscovery, reused, noTime, noPosition.'`.execute(
    db,
  )
  await sql`comment on column hazard_photo.is_masked is 'Somebody looked and said that faces and plates are covered (已遮挡): only then may a copy go outside.'`.execute(
    db,
  )
}
