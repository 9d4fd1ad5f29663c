import { sql } from 'kysely'
import { stoppedStatuses } from './overdue.ts'

/** The same hazards as `dueClock` finds late. */
export const isOverdue = (today: string) => sql<boolean>`coalesce(
  hazard.due_date < ${today}::date and hazard.status not in (${sql.join(stoppedStatuses)}), false)`
