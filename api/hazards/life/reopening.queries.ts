import { sql } from 'kysely'
import type { Database, Trx } from '../../db/tables.ts'
import type { ReopeningDismissalTable } from '../hazard-records.table.ts'

/** Along the road, or straight where one of the two is off the network. */
export const reopeningRadius = 200

/** Roughly 300 m in degrees: only to ask the index before measuring. */
const nearby = 0.004

/** Follows `from … hazard`: people were hurt at a closed place within a year, and nobody said why that is another matter. */
export const accidentsSinceClosing = sql`
  (select max(at) as at from hazard_transition where hazard_id = hazard.id and action = 'close') closing,
  accident
  where accident.withdrawn_at is null and accident.record_type <> 9 and (accident.killed > 0 or accident.injured > 0)
    and accident.occurred_at > closing.at and accident.occurred_at <= closing.at + interval '12 months'
    and case when hazard.from_stake is not null and accident.road_code = hazard.road_code and accident.stake is not null
      then accident.stake between hazard.from_stake - ${sql.lit(reopeningRadius)}
        and coalesce(hazard.to_stake, hazard.from_stake) + ${sql.lit(reopeningRadius)}
      else accident.geom && st_expand(hazard.geom, ${sql.lit(nearby)})
        and st_dwithin(hazard.geom::geography, accident.geom::geography, ${sql.lit(reopeningRadius)}) end
    and not exists (select 1 from reopening_dismissal dismissal
      where dismissal.hazard_id = hazard.id and dismissal.accident_id = accident.id)`

export interface ReopeningProposal {
  readonly hazardId: string
  readonly number: string
  readonly title: string
  readonly cause: 'accident' | 'revisit'
  readonly accidentId: string | null
  readonly accidentNo: string | null
  readonly occurredAt: Date
  readonly killed: number
  readonly injured: number
  /** Metres along the road, or straight where one of the two is off the network; 0 within the stretch. */
  readonly distance: number | null
}

const distance = sql`case
  when hazard.from_stake is not null and accident.road_code = hazard.road_code and accident.stake is not null
    then greatest(0, hazard.from_stake - accident.stake, accident.stake - coalesce(hazard.to_stake, hazard.from_stake))
  else round(st_distance(hazard.geom::geography, accident.geom::geography))::int end`

/** Closed hazards that something speaks for reopening, the newest reason first. */
export async function listReopeningProposals(db: Database, hazardId?: string): Promise<ReopeningProposal[]> {
  const one = hazardId === undefined ? sql`true` : sql`hazard.id = ${hazardId}`
  const closed = sql`hazard.status = 70 and hazard.withdrawn_at is null and ${one}`
  const { rows } = await sql<ReopeningProposal>`
    select hazard.id as "hazardId", hazard.number, hazard.title, 'accident' as cause, found.id as "accidentId",
      found.accident_no as "accidentNo", found.occurred_at as "occurredAt", found.killed, found.injured, found.distance
    from hazard, lateral (select accident.id, accident.accident_no, accident.occurred_at, accident.killed, accident.injured,
      ${distance} as distance from ${accidentsSinceClosing}) found where ${closed}
    union all
    select hazard.id, hazard.number, hazard.title, 'revisit', null, null, latest.at, 0, 0, null::int
    from hazard, lateral (select at, result from revisit where hazard_id = hazard.id order by at desc, id desc limit 1) latest
    where latest.result = 'relapsed' and ${closed}
    order by "occurredAt" desc, number`.execute(db)
  return rows
}

export async function insertDismissal(trx: Trx, row: ReopeningDismissalTable): Promise<void> {
  await trx.insertInto('reopening_dismissal').values(row).execute()
}
