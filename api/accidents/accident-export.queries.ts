import { sql } from 'kysely'
import type { Database } from '../db/tables.ts'
import { formatStake } from '../roads/stakes/stake-format.ts'
import type { ExportedAccident } from './accident-data-columns.ts'
import { matches, summaryColumns } from './accident.queries.ts'
import type { AccidentFilter } from './accident.schema.ts'

const detailColumns = sql`
  accident.reg_no as "regNo", accident.stat_no as "statNo", accident.record_type as "recordType",
  accident.time_precision as "timePrecision", accident.raw_coordinate as "rawCoordinate",
  accident.handling_unit as "handlingUnit", accident.killed_scene as "killedScene",
  accident.killed_30d as "killed30d", accident.motor_count as "motorCount",
  accident.non_motor_count as "nonMotorCount", accident.pedestrian_count as "pedestrianCount", accident.cause,
  accident.visibility, accident.surface_state as "surfaceState", accident.surface_condition as "surfaceCondition",
  accident.terrain, accident.alignment, accident.site_type as "siteType",
  accident.road_safety_attribute as "roadSafetyAttribute", accident.hit_and_run as "hitAndRun",
  accident.hazardous_goods as "hazardousGoods", accident.key_vehicles as "keyVehicles"`

/** All that the filter shows, whole, newest first, in one packed value. */
export async function listAccidentsForExport(
  db: Database,
  filter: AccidentFilter,
  limit: number,
): Promise<ExportedAccident[]> {
  const { rows } = await sql<{ packed: Omit<ExportedAccident, 'stakeText'>[] }>`
    select coalesce(json_agg(listed), '[]') as packed from (
      select ${summaryColumns}, ${detailColumns} from accident where ${matches(filter)}
      order by accident.occurred_at desc, accident.id desc limit ${limit}
    ) listed`.execute(db)
  return (rows[0]?.packed ?? []).map((row) => ({
    ...row,
    stakeText: row.stake === null ? null : formatStake(row.stake),
  }))
}
