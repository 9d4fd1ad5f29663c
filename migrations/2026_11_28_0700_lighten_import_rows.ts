import { sql, type Kysely } from 'kysely'

/** A preview stores a hundred thousand rows at once; nothing searches them by place, and each is of about 3 kB. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index import_row_geom`.execute(db)
  // In its page rather than compressed and in pieces beside it: a row is written once or twice and rarely read.
  await sql`alter table import_row set (toast_tuple_target = 8160)`.execute(db)
}
