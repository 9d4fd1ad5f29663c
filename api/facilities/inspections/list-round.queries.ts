import type { Database } from '../../db/tables.ts'
import { stretchAt } from '../../roads/stretch-at.ts'
import { listSquadStretches } from '../../roads/stretch.queries.ts'
import { formatStake } from '../../roads/stakes/stake-format.ts'
import { isInspected } from '../inspection-clock.ts'
import { listFacilitiesById } from '../facility.queries.ts'
import type { FacilityRow } from '../facility-view.ts'
import { checksFor } from './inspection-checks.ts'
import { daysAfter } from './inspection-view.ts'
import { listRoundRows, type RoundRow } from './inspection.queries.ts'
import type { RoundStop } from './inspection.schema.ts'

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
    squad,
    inspectionDueOn: due,
    daysOverdue: due && isInspected(facility.state) ? daysAfter(due, today) : 0,
    checks: [...checksFor(facility.kind)],
    repair: row.repairDueOn
      ? { dueOn: row.repairDueOn, fault: row.fault!, daysOverdue: daysAfter(row.repairDueOn, today) }
      : null,
  }
}

/** What is to be looked at or mended, along each road by its stakes. */
export async function listRound(
  db: Database,
  { until, squad, road }: RoundFilter,
  today: string,
): Promise<RoundStop[]> {
  const rows = await listRoundRows(db, until)
  const facilities = await listFacilitiesById(
    db,
    rows.map(({ id }) => id),
  )
  const byId = new Map(facilities.map((facility) => [facility.id, facility]))
  const stretches = await listSquadStretches(db)
  return rows.flatMap((row) => {
    const facility = byId.get(row.id)
    if (!facility) return []
    const code = stretchAt(stretches, facility)?.code ?? null
    if (squad && !(code !== null && squad.includes(code))) return []
    if (road && !road.includes(facility.road ?? 'other')) return []
    return [stopOf(facility, row, code, today)]
  })
}
