import type { Database } from '../../db/tables.ts'
import { stretchAt } from '../../roads/stretch-at.ts'
import { listSquadStretches } from '../../roads/stretch.queries.ts'
import { formatStake } from '../../roads/stakes/stake-format.ts'
import { isInspected } from '../inspection-clock.ts'
import { listFacilitiesById } from '../facility.queries.ts'
import type { FacilityRow } from '../facility-view.ts'
import { checksFor } from './inspection-checks.ts'
import { daysOverdue } from '../../hazards/overdue.ts'
import { listInspectedOn, listRoundRows, type RoundRow } from './inspection.queries.ts'
import type { Round, RoundStop } from './inspection.schema.ts'

export interface RoundFilter {
  readonly until: string
  readonly squad?: readonly string[] | undefined
  readonly road?: readonly string[] | undefined
}

function stopOf(facility: FacilityRow, row: RoundRow, squad: string | null, today: string): RoundStop {
  const { inspectionDueOn: due } = facility
  return {
    facilityId: facility.id,
    number: facility.number,
    kind: facility.kind,
    quantity: facility.quantity,
    unit: facility.unit,
    state: facility.state,
    road: facility.road,
    roadName: facility.roadName,
    stake: facility.stake,
    stakeText: facility.stake === null ? null : formatStake(facility.stake),
    direction: facility.direction,
    side: facility.side,
    placeText: facility.placeText,
    point: facility.geometry?.coordinates ?? null,
    squad,
    inspectionDueOn: due,
    daysOverdue: due && isInspected(facility.state) ? daysOverdue(due, today) : 0,
    checks: [...checksFor(facility.kind)],
    repair: row.repairDueOn
      ? { dueOn: row.repairDueOn, fault: row.fault!, daysOverdue: daysOverdue(row.repairDueOn, today) }
      : null,
  }
}

type Spot = Pick<FacilityRow, 'road' | 'stake'>

/** What is to be looked at or mended, along each road by its stakes, and how much was looked at today. */
export async function listRound(
  db: Database,
  { until, squad, road }: RoundFilter,
  today: string,
): Promise<Round> {
  const rows = await listRoundRows(db, until)
  const ids = rows.map(({ id }) => id)
  const byId = new Map((await listFacilitiesById(db, ids)).map((facility) => [facility.id, facility]))
  const stretches = await listSquadStretches(db)
  const squadOf = (spot: Spot) => stretchAt(stretches, spot)?.code ?? null
  const isAsked = (spot: Spot) =>
    (!squad || squad.includes(squadOf(spot) ?? '')) && (!road || road.includes(spot.road ?? 'other'))
  const items = rows.flatMap((row) => {
    const facility = byId.get(row.id)
    return facility && isAsked(facility) ? [stopOf(facility, row, squadOf(facility), today)] : []
  })
  return { until, items, inspectedToday: (await listInspectedOn(db, today)).filter(isAsked).length }
}
