import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table import_batch (
      id uuid primary key,
      kind text not null check (kind in ('accidents', 'hazards', 'facilities')),
      status text not null check (status in ('reading', 'preview', 'committing', 'committed', 'undone', 'cancelled', 'failed')),
      file_name text not null,
      file_bytes bigint not null,
      file_hash text not null,
      sheet text,
      sheets jsonb not null default '[]',
      crs text check (crs in ('wgs84', 'cgcs2000', 'gcj02', 'bd09', 'gk36')),
      procedure text check (procedure in ('general', 'simple', 'self')),
      fields jsonb,
      mapping jsonb,
      shape text,
      rule jsonb not null default '{}',
      notes jsonb not null default '[]',
      datum jsonb,
      committed_counts jsonb,
      heartbeat_at timestamptz,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by uuid not null,
      created_by_name text not null,
      updated_at timestamptz not null,
      updated_by uuid not null,
      committed_at timestamptz,
      committed_by uuid,
      undone_at timestamptz,
      undone_by uuid
    )`.execute(db)
  await sql`create index import_batch_created on import_batch (created_at)`.execute(db)
  await sql`comment on column import_batch.heartbeat_at is 'Written while somebody works on the batch: one that has fallen silent was left by a service that stopped.'`.execute(
    db,
  )
  await sql`
    create table import_row (
      batch_id uuid not null references import_batch (id) on delete cascade,
      position integer not null,
      sheet text not null,
      row_numbers integer[] not null,
      raw jsonb not null,
      "values" jsonb not null,
      said jsonb not null,
      filled jsonb not null,
      blocking text[] not null default '{}',
      findings jsonb not null,
      record_key text,
      occurred_at timestamptz,
      road_code text,
      stake integer,
      geom geometry(Point, 4326),
      outcome text not null check (outcome in ('new', 'changed', 'duplicate', 'check', 'refused')),
      match jsonb,
      target_id uuid,
      others jsonb not null default '[]',
      decision jsonb,
      written text check (written in ('inserted', 'updated')),
      written_version integer,
      before jsonb,
      primary key (batch_id, position)
    )`.execute(db)
  await sql`create index import_row_outcome on import_row (batch_id, outcome, position)`.execute(db)
  await sql`create index import_row_target on import_row (target_id) where target_id is not null`.execute(db)
  await sql`create index import_row_geom on import_row using gist (geom)`.execute(db)
  await sql`comment on column import_row.geom is 'WGS 84; where the row would lie, to find records that may be the same.'`.execute(
    db,
  )
  await sql`comment on column import_row.said is 'Columns the file speaks of; filled are those a new record needs beside them; blocking are fields without which it cannot be one.'`.execute(
    db,
  )
  await sql`
    create table import_template (
      kind text not null,
      shape text not null,
      fields jsonb not null,
      saved_at timestamptz not null,
      saved_by uuid not null,
      primary key (kind, shape)
    )`.execute(db)
  for (const table of ['accident', 'hazard', 'facility']) {
    await sql`alter table ${sql.table(table)}
      add column import_batch_id uuid references import_batch (id),
      add column import_undone boolean not null default false`.execute(db)
    await sql`create index ${sql.ref(`${table}_import_batch`)} on ${sql.table(table)} (import_batch_id)
      where import_batch_id is not null`.execute(db)
  }
  for (const table of ['hazard', 'facility']) {
    await sql`alter table ${sql.table(table)} add column imported jsonb`.execute(db)
    await sql`create index ${sql.ref(`${table}_request_hash`)} on ${sql.table(table)} (request_hash)`.execute(
      db,
    )
  }
  await sql`create index accident_occurred_at on accident (occurred_at)`.execute(db)
  await sql`alter table accident drop constraint accident_accident_no_key`.execute(db)
  await sql`create unique index accident_accident_no_key on accident (accident_no) where not import_undone`.execute(
    db,
  )
  await sql`comment on column accident.import_undone is 'Came with an import that was undone: the number is free to come again.'`.execute(
    db,
  )
}
