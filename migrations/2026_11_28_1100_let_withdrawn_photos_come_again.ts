import { sql, type Kysely } from 'kysely'

/** A photo withdrawn by mistake may be put again: the withdrawn row stays as it is, the new one stands beside it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table hazard_photo drop constraint hazard_photo_hazard_id_stage_sha256_key`.execute(db)
  await sql`
    create unique index hazard_photo_standing on hazard_photo (hazard_id, stage, sha256) where withdrawn_at is null`.execute(
    db,
  )
}
