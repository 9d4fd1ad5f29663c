import { sql, type Kysely } from 'kysely'

/** An officer knows how a number begins or how it ends. Byte order, so that a prefix is a range. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index accident_no_prefix on accident (accident_no collate "C")`.execute(db)
  await sql`create index accident_no_suffix on accident (reverse(accident_no) collate "C")`.execute(db)
}
