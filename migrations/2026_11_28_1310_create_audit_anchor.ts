import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_anchor (
      day date primary key,
      sequence bigint not null,
      entry_hash text not null,
      previous_hash text not null,
      hash text not null
    )`.execute(db)
  await sql`comment on table audit_anchor is 'Once a day the head of the audit chain; each hash covers the row and the anchor before it, so that a cut tail is seen.'`.execute(
    db,
  )
  await sql`
    create trigger audit_anchor_append_only before update or delete or truncate on audit_anchor
    for each statement execute function refuse_audit_change()`.execute(db)
}
