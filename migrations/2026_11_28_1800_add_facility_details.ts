import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table facility
      add column facing text check (facing in ('increasing', 'decreasing', 'both', 'sideRoad')),
      add column faces text check (faces in ('single', 'double')),
      add column model text,
      add column funding text,
      add column removal_reason text`.execute(db)
  await sql`comment on column facility.facing is 'Whose oncoming traffic it looks at, by the way in which that traffic drives.'`.execute(
    db,
  )
  await sql`comment on column facility.removal_reason is 'Why it is to go or has gone; empty as long as it stands.'`.execute(
    db,
  )
}
