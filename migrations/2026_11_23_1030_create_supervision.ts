import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table supervision_list (
      id uuid primary key,
      title text not null,
      status text not null check (status in ('draft', 'issued')),
      calibre text not null check (calibre in ('general', 'reported', 'simple', 'all')),
      filled_on date not null,
      cutoff_on date not null,
      document_number text,
      issued_at timestamptz,
      issued_by uuid,
      content jsonb not null,
      content_hash text not null,
      is_demo boolean not null default false,
      version integer not null default 1,
      created_at timestamptz not null,
      created_by uuid not null,
      updated_at timestamptz not null,
      updated_by uuid not null,
      check ((status = 'issued') = (issued_at is not null))
    )`.execute(db)
  await sql`
    create table supervision_item (
      list_id uuid not null references supervision_list (id),
      position integer not null,
      hazard_id uuid not null references hazard (id),
      cells jsonb not null,
      primary key (list_id, position),
      unique (list_id, hazard_id)
    )`.execute(db)
  await sql`comment on column supervision_item.cells is 'The row as it was when the list was made: later changes of the hazard do not reach it.'`.execute(
    db,
  )
}
