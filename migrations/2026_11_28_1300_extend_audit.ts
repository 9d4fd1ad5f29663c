import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit_entry add column address text, add column device text`.execute(db)
  await sql`comment on column audit_entry.address is 'Where the request came from; the hash covers it when it is there.'`.execute(
    db,
  )
  await sql`create index audit_entry_at on audit_entry (at, sequence)`.execute(db)
  await sql`create index audit_entry_actor on audit_entry (actor_id, sequence)`.execute(db)
  await sql`create index audit_entry_action on audit_entry (action, sequence)`.execute(db)
}
