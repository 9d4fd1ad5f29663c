import { sql, type RawBuilder } from 'kysely'
import type { Database, Trx } from '../db/tables.ts'
import '../accidents/accident.table.ts'
import '../auth/auth.table.ts'
import '../facilities/facility.table.ts'
import '../hazards/hazard.table.ts'
import { demoPassword, demoUsers } from './demo-users.ts'

type Row = Readonly<Record<string, unknown>>
/** Column → its type; `geometry` takes GeoJSON. */
type Columns = Readonly<Record<string, string>>

/** Small enough for one message of the embedded engine, large enough that the round trips do not count. */
const rowsPerStatement = 1000

const selected = ([column, type]: readonly [string, string]): RawBuilder<unknown> =>
  type === 'geometry' ? sql`st_setsrid(st_geomfromgeojson(${sql.ref(column)}::text), 4326)` : sql.ref(column)

/** Rows by the thousand in one statement: one by one they would take a minute on the embedded engine. */
export async function insertInBulk(trx: Trx, table: string, columns: Columns, rows: readonly Row[]) {
  const entries = Object.entries(columns)
  const names = sql.join(entries.map(([column]) => sql.ref(column)))
  const values = sql.join(entries.map(selected))
  const types = sql.join(
    entries.map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type === 'geometry' ? 'json' : type)}`),
  )
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const packed = JSON.stringify(rows.slice(start, start + rowsPerStatement))
    await sql`insert into ${sql.table(table)} (${names})
      select ${values} from json_to_recordset(${packed}::text::json) as given(${types})`.execute(trx)
  }
}

export async function hasBusinessRows(db: Database): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists(select 1 from accident) or exists(select 1 from hazard) or exists(select 1 from facility)
      or exists(select 1 from user_account where not is_demo) as has`.execute(db)
  return rows[0]?.has ?? false
}

export async function hasAccounts(db: Database): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists(select 1 from user_account) as has`.execute(db)
  return rows[0]?.has ?? false
}

/** One line per sign-in of the demonstration; none where it is not loaded. */
export async function demoSignIns(db: Database): Promise<string[]> {
  const accounts = await db
    .selectFrom('user_account')
    .select('username')
    .where('is_demo', '=', true)
    .execute()
  const present = new Set(accounts.map(({ username }) => username))
  const lines = demoUsers.flatMap(({ username, post }) =>
    post && present.has(username) ? [`${username.padEnd(10)} ${post}`] : [],
  )
  if (lines.length === 0) return []
  return [`演示账号，密码均为 ${demoPassword} · Demo sign-ins, password ${demoPassword}:`, ...lines]
}

/** The next number that is given out follows the last of the demonstration. */
export async function continueNumbers(
  trx: Trx,
  facilities: number,
  hazardsByYear: ReadonlyMap<number, number>,
) {
  if (facilities > 0) await sql`select setval('facility_number', ${facilities}::bigint)`.execute(trx)
  const rows = [...hazardsByYear].map(([year, last]) => ({ year, last }))
  if (rows.length > 0) await trx.insertInto('hazard_number').values(rows).execute()
}
