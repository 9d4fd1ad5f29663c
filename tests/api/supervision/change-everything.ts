import { sql } from 'kysely'
import type { TestApp } from '../../harness/test-app.ts'
import { newAccident } from '../accidents/new-accident.ts'
import { newHazardId } from '../hazards/new-hazard.ts'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

/** What keeps the frozen lists and the trail themselves, and what signing in needs. */
const untouched = /^(supervision_|audit|kysely|session|sign_in|login|api_token|spatial_ref_sys)/
const signIn = /^(username|password.*|is_active|locked.*|must_.*|kind|department|squad|role)$/

const changes: Readonly<Record<string, string>> = {
  text: `|| '变'`,
  integer: '+ 1',
  smallint: '+ 1',
  bigint: '+ 1',
  numeric: '+ 1',
  'double precision': '+ 0.001',
  date: '+ 30',
  'timestamp with time zone': `+ interval '30 days'`,
}

function changed({ name, type }: Column): string | undefined {
  if (type === 'boolean') return `not "${name}"`
  if (type === 'ARRAY') return `"${name}"[1:0]`
  const change = changes[type]
  return change && `"${name}" ${change}`
}

/** Every column of every row is overwritten, as far as the database lets it; gives the names of those that were. */
export async function overwriteEverything({ database: { db } }: TestApp): Promise<Set<string>> {
  const { rows } = await sql<Column>`
    select c.table_name as "table", c.column_name as name, c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
    order by c.table_name, c.ordinal_position`.execute(db)
  const overwritten = new Set<string>()
  for (const column of rows) {
    const value = changed(column)
    const { table, name } = column
    if (!value || untouched.test(table) || (table === 'user_account' && signIn.test(name))) continue
    try {
      const { numAffectedRows } =
        await sql`update ${sql.table(table)} set ${sql.ref(name)} = ${sql.raw(value)}`.execute(db)
      if (numAffectedRows) overwritten.add(`${table}.${name}`)
    } catch {
      // A key or a rule of the table holds it.
    }
  }
  return overwritten
}

async function done(answer: Promise<Response>): Promise<Record<string, unknown>> {
  const { status, ok } = await answer
  if (!ok) throw new Error(`${status} ${await (await answer).text()}`)
  return (await (await answer).json()) as Record<string, unknown>
}

const office = {
  letterhead: '另一机关文件',
  organ: '另一机关',
  fillingUnit: '另一单位',
  letterPrefix: '另函',
  reportPrefix: '另发',
  reportTo: '另一政府',
  signer: '另某',
  unitHead: '另某',
  reviewer: '另某',
  compiler: '另某',
  contact: '另某',
  phone: '0477-7654321',
  watermark: '另一水印',
}

/** By the ways that people have: what is printed, what lies beside the hazard, when offices are closed. */
export async function changeByHand(
  app: TestApp,
  hazardId: string,
  accidents: readonly string[],
): Promise<void> {
  const [corrected, withdrawn] = accidents
  const { version, updatedAt, updatedByName, proposedNumbers, ...settings } = await done(
    app.as('leader')('/api/office'),
  )
  const seen = { headers: { 'if-match': `"${String(version)}"` } }
  await done(app.as('clerk')('/api/office', { method: 'PUT', ...seen, body: { ...settings, ...office } }))
  const beside = { body: newAccident({ stake: 'K1061+000', killed: 2 }) }
  await done(app.as('accident')('/api/accidents', beside))
  const correction = { killed: 4, reason: '核对' }
  const first = { headers: { 'if-match': '"1"' } }
  await done(
    app.as('accident')(`/api/accidents/${corrected}`, { method: 'PATCH', ...first, body: correction }),
  )
  await done(
    app.as('accident')(`/api/accidents/${withdrawn}/withdraw`, { ...first, body: { reason: '重复' } }),
  )
  await done(
    app.as('facility')(`/api/facilities/${newHazardId()}`, {
      method: 'PUT',
      body: { kind: 'solar_strobe', quantity: 9, hazardId },
    }),
  )
  const holiday = { kind: 'holiday', name: '另一节日' }
  await done(app.as('leader')('/api/holidays/2026-11-27', { method: 'PUT', body: holiday }))
}
