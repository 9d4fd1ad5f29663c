import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table hazard add column parent_id uuid references hazard (id)`.execute(db)
  await sql`create index hazard_parent on hazard (parent_id) where parent_id is not null`.execute(db)
  await sql`create index hazard_merged_into on hazard (merged_into) where merged_into is not null`.execute(db)
  await sql`comment on column hazard.parent_id is '拆分自: the hazard that this one was split from.'`.execute(
    db,
  )
  await sql`
    create table reopening_dismissal (
      id uuid primary key,
      hazard_id uuid not null references hazard (id),
      accident_id uuid not null references accident (id) on delete cascade,
      reason text not null,
      at timestamptz not null,
      actor_id uuid not null,
      actor_name text not null,
      unique (hazard_id, accident_id)
    )`.execute(db)
  await sql`comment on table reopening_dismissal is 'A leader looked at an accident near a closed hazard and said why it does not reopen it.'`.execute(
    db,
  )
}
