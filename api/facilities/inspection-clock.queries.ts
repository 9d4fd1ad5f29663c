import { sql } from 'kysely'
import { inspectedStates } from './inspection-clock.ts'
import './facility.table.ts'

/** The same states as `isInspected`. */
export const isInspectedNow = sql<boolean>`facility.state in (${sql.join(inspectedStates)})`

export const isInspectionOverdue = (today: string) =>
  sql<boolean>`coalesce(facility.inspection_due_on < ${today}::date and ${isInspectedNow}, false)`
