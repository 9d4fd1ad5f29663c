import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table storm_round_facility (
      storm_round_id uuid not null references storm_round (id),
      facility_id uuid not null references facility (id),
      primary key (storm_round_id, facility_id)
    )`.execute(db)
  await sql`create index storm_round_facility_facility on storm_round_facility (facility_id)`.execute(db)
  await sql`comment on table storm_round_facility is 'All that stood when the round was ordered, those that were due anyway among them: the round is done when each was looked at.'`.execute(
    db,
  )
}
