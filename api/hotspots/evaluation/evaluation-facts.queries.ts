import { sql } from 'kysely'
import { isInCalibre } from '../../accidents/accident.queries.ts'
import type { Calibre } from '../../accidents/calibre.ts'
import type { Database } from '../../db/tables.ts'
import { factsOfKind, type FacilityKind } from '../../facilities/facility-kinds.ts'
import type { FacilityState } from '../../facilities/facility-states.ts'
import { monthOf } from '../analysis/before-after/periods.ts'
import type { PlacedAccident, ReferenceRoad } from '../analysis/before-after/reference-group.ts'
import type { Volume } from '../analysis/before-after/calibrated-volumes.ts'
import '../traffic/traffic-volume.table.ts'
import type { Treatment } from './treatment.ts'

interface FacilityFacts extends Omit<Treatment, 'name' | 'kind' | 'isPending' | 'isGone'> {
  readonly facilityKind: FacilityKind
  readonly quantity: number
  readonly unit: string
  readonly state: FacilityState
}
interface HazardFacts extends Omit<Treatment, 'name' | 'kind' | 'isPending' | 'isGone'> {
  readonly title: string
  readonly status: number
}

const facilityColumns = sql`'id', id, 'number', number, 'road', road_code, 'roadName', road_name, 'fromStake', stake,
  'toStake', stake, 'direction', direction, 'on', installed_on, 'facilityKind', kind, 'quantity', quantity, 'unit', unit, 'state', state`

/** Closed is what it is now, since the last time it was closed. */
const closedOn = sql`(select (max(at) at time zone 'Asia/Shanghai')::date from hazard_transition
  where hazard_id = hazard.id and to_status = 70)`
const hazardColumns = sql`'id', id, 'number', display_number, 'road', road_code, 'roadName', road_name,
  'fromStake', from_stake, 'toStake', to_stake, 'direction', direction, 'on', case when status = 70 then ${closedOn} end,
  'title', title, 'status', status`

function facilityTreatment(facts: FacilityFacts): Treatment {
  const { facilityKind, quantity, unit, state, ...rest } = facts
  const { zh, en } = factsOfKind(facilityKind)
  return {
    ...rest,
    kind: 'facility',
    name: { zh: `${zh}${quantity}${unit}`, en: `${en} × ${quantity}` },
    isPending: state === 'planned',
    isGone: ['fault', 'missing', 'removed'].includes(state),
  }
}

function hazardTreatment({ title, status, ...rest }: HazardFacts): Treatment {
  return { ...rest, kind: 'hazard', name: { zh: title, en: title }, isPending: status !== 70, isGone: false }
}

export async function findTreatment(
  db: Database,
  kind: Treatment['kind'],
  id: string,
): Promise<Treatment | undefined> {
  if (kind === 'facility') {
    const { rows } = await sql<{ facts: FacilityFacts }>`
      select json_build_object(${facilityColumns}) as facts from facility
      where id = ${id} and withdrawn_at is null`.execute(db)
    return rows[0] && facilityTreatment(rows[0].facts)
  }
  const { rows } = await sql<{ facts: HazardFacts }>`
    select json_build_object(${hazardColumns}) as facts from hazard
    where id = ${id} and withdrawn_at is null`.execute(db)
  return rows[0] && hazardTreatment(rows[0].facts)
}

/** First and last accident of the calibre anywhere: where the records begin and end. */
export async function findRecordedDays(
  db: Database,
  calibre: Calibre,
): Promise<{ from: string; to: string } | undefined> {
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    select min(occurred_on)::text as "from", max(occurred_on)::text as "to"
    from accident where ${isInCalibre(calibre)}`.execute(db)
  const [row] = rows
  return row?.from && row.to ? { from: row.from, to: row.to } : undefined
}

export interface LikeRoad extends ReferenceRoad {
  readonly technicalClass: string | null
  readonly divided: boolean
}

const classOf = (table: string) =>
  sql`coalesce(${sql.ref(`${table}.technical_class`)}, ${sql.ref(`${table}.admin_grade`)})`

/** The road and those of its class, with the stakes that are drawn; of a road without a line, its official ones. */
export async function listLikeRoads(db: Database, road: string): Promise<LikeRoad[]> {
  const { rows } = await sql<{ packed: LikeRoad[] | null }>`
    select json_agg(json_build_object(
      'code', road.code, 'technicalClass', road.technical_class, 'divided', road.divided,
      'ranges', coalesce((
        select json_agg(json_build_object('from', section.from_stake, 'to', section.to_stake) order by section.from_stake)
        from road_section section where section.road_code = road.code and section.valid_to is null
      ), json_build_array(json_build_object('from', road.from_stake, 'to', road.to_stake))),
      'chainBreaks', coalesce((
        select json_agg(at_stake order by at_stake) from chain_break
        where chain_break.road_code = road.code and chain_break.valid_to is null), '[]')
    ) order by road.code) as packed
    from road join road own on own.code = ${road} and ${classOf('own')} = ${classOf('road')}
    where road.withdrawn_at is null and road.from_stake is not null and road.to_stake is not null`.execute(db)
  return rows[0]?.packed ?? []
}

export interface Span {
  readonly roads: readonly string[]
  readonly from: string
  readonly to: string
}

const areOf = (column: string, roads: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any(${[...roads]}::text[])`

export async function listPlacedAccidents(
  db: Database,
  calibre: Calibre,
  { roads, from, to }: Span,
  heading?: 'increasing' | 'decreasing',
): Promise<PlacedAccident[]> {
  const onSide = heading ? sql`(direction is null or direction in ('both', ${heading}))` : sql`true`
  const { rows } = await sql<{ packed: { road: string; stake: number; on: string }[] | null }>`
    select json_agg(json_build_object('road', road_code, 'stake', stake, 'on', occurred_on)) as packed
    from accident
    where ${areOf('road_code', roads)} and stake is not null
      and occurred_on between ${from}::date and ${to}::date and ${onSide} and ${isInCalibre(calibre)}`.execute(
    db,
  )
  return (rows[0]?.packed ?? []).map(({ road, stake, on }) => ({ road, stake, month: monthOf(on) }))
}

/** What was placed or closed on these roads in the time looked at, oldest first. */
export async function listTreatments(db: Database, { roads, from, to }: Span): Promise<Treatment[]> {
  const { rows } = await sql<{ facilities: FacilityFacts[]; hazards: HazardFacts[] }>`
    select coalesce((
        select json_agg(json_build_object(${facilityColumns}) order by installed_on, number) from facility
        where ${areOf('road_code', roads)} and stake is not null and withdrawn_at is null and state <> 'planned'
          and installed_on between ${from}::date and ${to}::date), '[]') as facilities,
      coalesce((
        select json_agg(json_build_object(${hazardColumns}) order by number) from hazard
        where ${areOf('road_code', roads)} and from_stake is not null and withdrawn_at is null and status = 70
          and ${closedOn} between ${from}::date and ${to}::date), '[]') as hazards`.execute(db)
  const all = [...rows[0]!.facilities.map(facilityTreatment), ...rows[0]!.hazards.map(hazardTreatment)]
  return all.sort((a, b) => (a.on! + a.number < b.on! + b.number ? -1 : 1))
}

export async function listVolumesOf(db: Database, roads: readonly string[]): Promise<Volume[]> {
  return db
    .selectFrom('traffic_volume')
    .select(['road_code as road', 'from_stake as from', 'to_stake as to', 'year', 'aadt'])
    .where('road_code', 'in', [...roads])
    .orderBy('road_code')
    .orderBy('year')
    .orderBy('from_stake')
    .execute()
}
