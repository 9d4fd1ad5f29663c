import { sql, type RawBuilder } from 'kysely'
import { endedStatuses } from './hazard-status.ts'

/** The squad whose tickets come first; undefined for whoever belongs to none. */
export interface MineFirst {
  readonly squad: string | undefined
}

interface HazardOrder {
  readonly by: RawBuilder<unknown>
  /** What comes after the ticket with this number. */
  after(number: string): RawBuilder<unknown>
}

const byNumber: HazardOrder = {
  by: sql`hazard.number desc`,
  after: (number) => sql`hazard.number < ${number}`,
}

/** The own squad's first, then what is still open, then what is overdue longest or due next. */
function ownFirst({ squad }: MineFirst): HazardOrder {
  const keys = (table: string) =>
    sql.join([
      sql`${sql.ref(`${table}.squad_code`)} is distinct from ${squad ?? null}::text`,
      sql`${sql.ref(`${table}.status`)} in (${sql.join(endedStatuses.map((status) => sql.lit(status)))})`,
      sql`coalesce(${sql.ref(`${table}.due_date`)}, 'infinity'::date)`,
      sql.ref(`${table}.number`),
    ])
  return {
    by: keys('hazard'),
    after: (number) => sql`row(${keys('hazard')}) > (
      select ${keys('last')} from hazard as last where last.number = ${number} limit 1)`,
  }
}

/** Newest number first, unless somebody wants to see first what is theirs to do. */
export const hazardOrder = (mine: MineFirst | undefined): HazardOrder => (mine ? ownFirst(mine) : byNumber)
