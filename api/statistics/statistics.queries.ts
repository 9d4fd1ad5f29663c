import { sql, type RawBuilder } from 'kysely'
import { matches } from '../accidents/accident.queries.ts'
import type { AccidentFilter } from '../accidents/accident.schema.ts'
import type { Database } from '../db/tables.ts'
import type { Indices } from './indices.ts'
import type { Dimension } from './statistics.schema.ts'

const local = sql`(accident.occurred_at at time zone 'Asia/Shanghai')`

/** What a row is called; a value that is not known is counted under `unknown`, never dropped. */
const keys: Readonly<Record<Dimension, RawBuilder<string>>> = {
  road: sql`coalesce(accident.road_code, 'other')`,
  squad: sql`coalesce(accident.squad_code, 'unknown')`,
  township: sql`coalesce(accident.township, 'unknown')`,
  month: sql`to_char(${local}, 'MM')`,
  hour: sql`to_char(${local}, 'HH24')`,
  weekday: sql`to_char(${local}, 'ID')`,
  severity: sql`accident.severity`,
  form: sql`accident.form`,
  cause: sql`coalesce(accident.cause_class, 'unknown')`,
  light: sql`coalesce(accident.light, 'unknown')`,
  weather: sql`coalesce(accident.weather, 'unknown')`,
}

const sums = sql`count(*)::int as accidents, coalesce(sum(accident.killed), 0)::int as killed,
  coalesce(sum(accident.injured), 0)::int as injured, coalesce(sum(accident.loss_yuan), 0)::bigint as "lossYuan",
  count(accident.geom)::int as located`

export type LocatedIndices = Indices & { readonly located: number }

export async function sumIndices(db: Database, filter: AccidentFilter): Promise<LocatedIndices> {
  const { rows } = await sql<LocatedIndices>`select ${sums} from accident where ${matches(filter)}`.execute(
    db,
  )
  return rows[0]!
}

export async function sumIndicesBy(
  db: Database,
  filter: AccidentFilter,
  dimension: Dimension,
): Promise<(Indices & { readonly key: string })[]> {
  const { rows } = await sql<Indices & { key: string }>`
    select ${keys[dimension]} as key, ${sums} from accident where ${matches(filter)} group by 1 order by 1`.execute(
    db,
  )
  return rows
}
