import { sql } from 'kysely'
import type { Database } from '../db/tables.ts'
import type { StandingPhoto } from './supervision-row.ts'

export interface RecordsOfHazard {
  readonly hazardId: string
  readonly photos: StandingPhoto[]
  readonly listingNumber: string | null
  readonly preset: string | null
}

/** What stands on record beside the hazards themselves, in one round trip. */
export async function listRecordsOfHazards(
  db: Database,
  hazardIds: readonly string[],
): Promise<RecordsOfHazard[]> {
  const { rows } = await sql<RecordsOfHazard>`
    select hazard.id as "hazardId",
      coalesce((
        select json_agg(json_build_object('sha256', photo.sha256, 'stage', photo.stage, 'caption', photo.caption,
          'takenAt', to_char(file.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'width', file.width, 'height', file.height, 'isMasked', photo.is_masked) order by photo.at, photo.id)
        from hazard_photo photo join photo_file file on file.sha256 = photo.sha256
        where photo.hazard_id = hazard.id and photo.withdrawn_at is null
      ), '[]') as photos,
      (select document_number from listing where hazard_id = hazard.id and state = 'listed'
        order by listed_on desc, id desc limit 1) as "listingNumber",
      (select run.preset || '（' || to_char(run.cutoff at time zone 'Asia/Shanghai', 'YYYY-MM-DD') || '筛查）'
        from screening_site site join screening_run run on run.id = site.run_id
        where site.id = hazard.screening_site_id) as preset
    from hazard where hazard.id in (${sql.join(hazardIds)})`.execute(db)
  return rows
}

/** In the order of their numbers, as a register is kept. */
export async function sortByNumber(db: Database, hazardIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from hazard where id in (${sql.join(hazardIds)}) order by number`.execute(db)
  return rows.map(({ id }) => id)
}
