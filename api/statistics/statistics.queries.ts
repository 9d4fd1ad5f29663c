import { sql, type RawBuilder } from 'kysely'
import { hourOfAccident, matches, weekdayOfAccident } from '../accidents/accident.queries.ts'
import type { AccidentFilter } from '../accidents/accident.schema.ts'
import type { Database } from '../db/tables.ts'
import type { Dimension } from './dimensions.ts'
import type { Indices } from './indices.ts'
import type { Period } from './period.ts'

/** What a row is called; a value that is not known is counted under `unknown`, never dropped. */
const keys: Readonly<Record<Dimension, RawBuilder<string>>> = {
  road: sql`coalesce(accident.road_code, 'other')`,
  squad: sql`coalesce(accident.squad_code, 'unknown')`,
  township: sql`coalesce(accident.township, 'unknown')`,
  month: sql`to_char(accident.occurred_at at time zone 'Asia/Shanghai', 'MM')`,
  hour: hourOfAccident,
  weekday: weekdayOfAccident,
  severity: sql`accident.severity`,
  form: sql`accident.form`,
  cause: sql`coalesce(accident.cause_class, 'unknown')`,
  light: sql`coalesce(accident.light, 'unknown')`,
  weather: sql`coalesce(accident.weather, 'unknown')`,
}

const sums = sql`count(*)::int as accidents, coalesce(sum(accident.killed), 0)::int as killed,
  coalesce(sum(accident.injured), 0)::int as injured, coalesce(sum(accident.loss_yuan), 0)::bigint as "lossYuan"`

export type LocatedIndices = Indices & { readonly located: number }
export type KeyedIndices = Indices & { readonly key: string }

export async function sumIndices(db: Database, filter: AccidentFilter): Promise<LocatedIndices> {
  const { rows } = await sql<LocatedIndices>`
    select ${sums}, count(accident.geom)::int as located from accident where ${matches(filter)}`.execute(db)
  return rows[0]!
}

export async function sumIndicesBy(
  db: Database,
  filter: AccidentFilter,
  dimension: Dimension,
): Promise<KeyedIndices[]> {
  const { rows } = await sql<KeyedIndices>`
    select ${keys[dimension]} as key, ${sums} from accident where ${matches(filter)}
    group by 1 order by 1`.execute(db)
  return rows
}

export type CrossedIndices = Indices & { readonly row: string; readonly column: string }

export async function sumIndicesByTwo(
  db: Database,
  filter: AccidentFilter,
  { rows: down, columns: across }: { readonly rows: Dimension; readonly columns: Dimension },
): Promise<CrossedIndices[]> {
  const { rows } = await sql<CrossedIndices>`
    select ${keys[down]} as row, ${keys[across]} as "column", ${sums} from accident where ${matches(filter)}
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export interface SevereAccident {
  readonly id: string
  readonly accidentNo: string
  readonly occurredAt: string
  readonly roadName: string
  readonly placeText: string
  readonly killed: number
  readonly injured: number
  readonly lossYuan: number
}

/** 死亡3人以上事故; 以上 includes the number. */
export async function listSevereAccidents(db: Database, filter: AccidentFilter): Promise<SevereAccident[]> {
  const { rows } = await sql<SevereAccident>`
    select accident.id, accident.accident_no as "accidentNo",
      to_char(accident.occurred_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "occurredAt",
      accident.road_name as "roadName", accident.place_text as "placeText", accident.killed, accident.injured,
      accident.loss_yuan as "lossYuan"
    from accident where ${matches(filter)} and accident.killed >= 3
    order by accident.occurred_at, accident.id`.execute(db)
  return rows
}

export interface DataOrigin {
  /** Number, file and day of an import; null: entered here. */
  readonly batch: string | null
  readonly demo: boolean
  readonly accidents: number
}

/** Where the counted accidents came from. */
export async function listOrigins(db: Database, filter: AccidentFilter & Period): Promise<DataOrigin[]> {
  const { rows } = await sql<DataOrigin>`
    select left(batch.id::text, 13) || '，' || batch.file_name as batch, accident.is_demo as demo,
      count(*)::int as accidents
    from accident left join import_batch batch on batch.id = accident.import_batch_id
    where ${matches(filter)} group by 1, 2 order by 1 nulls last, 2`.execute(db)
  return rows
}
