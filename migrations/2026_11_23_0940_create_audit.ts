import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_entry (
      sequence bigint primary key,
      at timestamptz not null,
      actor_id uuid not null,
      actor_name text not null,
      person_kind text not null,
      department text not null,
      action text not null,
      object_type text not null,
      object_id text not null,
      before jsonb,
      after jsonb,
      reason text,
      previous_hash text not null,
      hash text not null
    )`.execute(db)
  await sql`create index audit_entry_object on audit_entry (object_type, object_id, sequence)`.execute(db)
  await sql`comment on table audit_entry is 'Append-only; each hash covers the row and the hash before it.'`.execute(
    db,
  )
  await sql`
    create function refuse_audit_change() returns trigger language plpgsql as $$
    begin
      raise exception 'audit entries are never changed' using errcode = 'insufficient_privilege';
    end $$`.execute(db)
  await sql`
    create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change()`.execute(db)
}
