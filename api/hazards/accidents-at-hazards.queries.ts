import { sql } from 'kysely'
import { isInCalibre } from '../accidents/accident.queries.ts'
import type { Calibre } from '../accidents/calibre.ts'
import type { Database } from '../db/tables.ts'
import { aroundPoint, type CountedAccident } from './accidents-at-hazards.ts'
import './hazard.table.ts'

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
