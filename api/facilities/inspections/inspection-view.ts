import type { Selectable } from 'kysely'
import { daysOverdue } from '../../hazards/overdue.ts'
import type { FacilityInspectionTable, FacilityRepairTable } from './inspection.table.ts'
import type { Inspection, Repair } from './inspection.schema.ts'

export const inspectionView = (row: Selectable<FacilityInspectionTable>): Inspection => ({
  id: row.id,
  facilityId: row.facility_id,
  at: row.at.toISOString(),
  by: row.actor_name,
  state: row.state,
  checks: row.checks,
  note: row.note,
  measure: row.measure,
  isLate: row.is_late,
})

export const repairView = (row: Selectable<FacilityRepairTable>, today: string): Repair => ({
  id: row.id,
  facilityId: row.facility_id,
  openedAt: row.opened_at.toISOString(),
  dueOn: row.due_on,
  daysOverdue: row.closed_at ? 0 : daysOverdue(row.due_on, today),
  fault: row.fault,
  closedAt: row.closed_at?.toISOString() ?? null,
  closedBy: row.closed_by_name,
  result: row.result,
  closingNote: row.closing_note,
})
