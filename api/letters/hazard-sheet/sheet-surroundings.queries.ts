import { sql, type RawBuilder } from 'kysely'
import { isInCalibre } from '../../accidents/accident.queries.ts'
import type { Database } from '../../db/tables.ts'
import type { Severity } from '../../accidents/severity.ts'
import type { FacilityKind } from '../../facilities/facility-kinds.ts'
import { standingStates } from '../../facilities/facility-states.ts'
import type { HazardStatus } from '../../hazards/hazard-status.ts'
import type { PhotoStage } from '../../hazards/photos/photo-stages.ts'
import type { LonLat } from '../../roads/network/geodesy.ts'

export interface NearFacility {
  readonly id: string
  readonly kind: FacilityKind
  readonly legend: string | null
  readonly quantity: number
  readonly unit: string
  readonly lengthMetres: number | null
  readonly stake: number | null
  readonly side: 'left' | 'right' | 'centre' | 'across' | null
  readonly point: LonLat | null
  readonly isLinked: boolean
}

export interface NearAccident {
  readonly id: string
  readonly severity: Severity
  readonly killed: number
  readonly injured: number
  readonly stake: number | null
  readonly point: LonLat | null
  /** Counts as one of the hazard: the others only lie on the same piece of road. */
  readonly isOwn: boolean
}

export interface NearTicket {
  readonly id: string
  readonly fromStake: number
  readonly toStake: number
  readonly status: HazardStatus
  readonly level: number | null
  readonly dueDate: string | null
}

export interface StandingPhoto {
  readonly id: string
  readonly sha256: string
  readonly stage: PhotoStage
  readonly takenAt: string | null
  readonly at: string
  readonly isMasked: boolean
}

export interface SheetSurroundings {
  readonly facilities: readonly NearFacility[]
  readonly accidents: readonly NearAccident[]
  readonly tickets: readonly NearTicket[]
  readonly photos: readonly StandingPhoto[]
}

export interface SurroundingsScope {
  readonly from: string
  readonly to: string
  /** Metres of stake before and after the hazard. */
  readonly reach: number
  /** Metres around a point within which an accident is its own. */
  readonly around: number
}

const pointOf = (table: string) =>
  sql`case when geometrytype(${sql.ref(`${table}.geom`)}) = 'POINT'
    then json_build_array(st_x(${sql.ref(`${table}.geom`)}), st_y(${sql.ref(`${table}.geom`)})) end`

const list = (from: RawBuilder<unknown>) => sql`coalesce((select json_agg(row) from (${from}) as row), '[]')`

const isOnStretch = (stake: RawBuilder<unknown>, reach: RawBuilder<unknown>) =>
  sql`${stake} between place.from_stake - ${reach} and place.to_stake + ${reach}`

const isBeside = (table: string, metres: number) =>
  sql`st_dwithin(${sql.ref(`${table}.geom`)}::geography, place.geom::geography, ${metres}::float8)`

/** The road where there is one, else the air around the hazard; a hazard without any place has no surroundings. */
const isNear = (table: string, reach: number) => sql`case
  when place.road_code is not null and place.from_stake is not null
    then ${sql.ref(`${table}.road_code`)} = place.road_code
      and ${isOnStretch(sql.ref(`${table}.stake`), sql`${reach}::int`)}
  else coalesce(${isBeside(table, reach)}, false) end`

const facilities = ({ reach }: SurroundingsScope) => sql`
  select facility.id, kind, legend, quantity, unit, length_metres::float8 as "lengthMetres", stake, side, ${pointOf('facility')} as point,
    facility.hazard_id is not distinct from place.id as "isLinked"
  from facility, place
  where facility.withdrawn_at is null and state in (${sql.join(standingStates)})
    and (facility.hazard_id = place.id or ${isNear('facility', reach)})
  order by facility.stake, facility.number`

const accidents = ({ from, to, reach, around }: SurroundingsScope) => sql`
  select accident.id, severity, killed, injured, stake, ${pointOf('accident')} as point,
    case when place.road_code is not null and place.from_stake is not null
      then ${isOnStretch(sql`accident.stake`, sql`place.margin`)}
      else ${isBeside('accident', around)} end as "isOwn"
  from accident, place
  where accident.occurred_on between ${from}::date and ${to}::date and ${isInCalibre('general')}
    and ${isNear('accident', reach)}
  order by accident.stake, accident.id`

const tickets = ({ reach }: SurroundingsScope) => sql`
  select hazard.id, hazard.from_stake as "fromStake", coalesce(hazard.to_stake, hazard.from_stake) as "toStake",
    hazard.status, hazard.level, hazard.due_date as "dueDate"
  from hazard, place
  where hazard.withdrawn_at is null and hazard.road_code = place.road_code and hazard.id <> place.id
    and hazard.status not in (16, 17)
    and hazard.from_stake <= place.to_stake + ${reach}::int
    and coalesce(hazard.to_stake, hazard.from_stake) >= place.from_stake - ${reach}::int
  order by hazard.from_stake, hazard.number`

const photos = sql`
  select photo.id, photo.sha256, photo.stage, photo.is_masked as "isMasked", photo.at, file.taken_at as "takenAt"
  from hazard_photo photo join place on place.id = photo.hazard_id
  join photo_file file on file.sha256 = photo.sha256
  where photo.withdrawn_at is null and photo.stage <> 'receipt'
  order by coalesce(file.taken_at, photo.at), photo.id`

/** One value: four round trips for each of a thousand tickets would take longer than drawing them. */
export async function findSheetSurroundings(
  db: Database,
  hazardId: string,
  scope: SurroundingsScope,
): Promise<SheetSurroundings> {
  const { rows } = await sql<{ found: SheetSurroundings }>`
    with place as materialized (
      select id, road_code, from_stake, coalesce(to_stake, from_stake) as to_stake, geom,
        case when coalesce(to_stake, from_stake) = from_stake then ${scope.around}::int else 0 end as margin
      from hazard where id = ${hazardId})
    select json_build_object('facilities', ${list(facilities(scope))}, 'accidents', ${list(accidents(scope))},
      'tickets', ${list(tickets(scope))}, 'photos', ${list(photos)}) as found`.execute(db)
  return rows[0]!.found
}
