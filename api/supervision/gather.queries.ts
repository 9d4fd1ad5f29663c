import { sql } from 'kysely'
import { isInCalibre } from '../accidents/accident.queries.ts'
import type { Calibre } from '../accidents/calibre.ts'
import type { Database } from '../db/tables.ts'
import { aroundPoint } from './supervision-content.ts'
import type { CountedAccident, StandingPhoto } from './supervision-row.ts'

export interface AccidentScope {
  readonly calibre: Calibre
  readonly from: string
  readonly to: string
}

/**
 * Accidents at each hazard: along its road inside the stretch or around the point, off the catalogue around its
 * coordinates. A hazard without any place is not in the answer, which is not the same as none.
 */
export async function listAccidentsAtHazards(
  db: Database,
  hazardIds: readonly string[],
  { calibre, from, to }: AccidentScope,
): Promise<Map<string, CountedAccident[]>> {
  const { rows } = await sql<{ hazardId: string; accidents: CountedAccident[] }>`
    with place as (
      select id, road_code, from_stake, coalesce(to_stake, from_stake) as to_stake, geom,
        case when coalesce(to_stake, from_stake) = from_stake then ${aroundPoint}::int else 0 end as margin
      from hazard where id in (${sql.join(hazardIds)})
    )
    select place.id as "hazardId", coalesce((
      select json_agg(json_build_object('id', accident.id, 'killed', accident.killed, 'injured', accident.injured)
        order by accident.id)
      from accident
      where accident.occurred_on between ${from}::date and ${to}::date and ${isInCalibre(calibre)}
        and case
          when place.road_code is not null and place.from_stake is not null then
            accident.road_code = place.road_code
            and accident.stake between place.from_stake - place.margin and place.to_stake + place.margin
          else st_dwithin(accident.geom::geography, place.geom::geography, ${aroundPoint}::float8)
        end
    ), '[]') as accidents
    from place
    where (place.road_code is not null and place.from_stake is not null) or place.geom is not null`.execute(
    db,
  )
  return new Map(rows.map(({ hazardId, accidents }) => [hazardId, accidents]))
}

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
