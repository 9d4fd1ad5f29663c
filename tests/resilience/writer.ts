import { writeSync } from 'node:fs'
import { sql } from 'kysely'
import { openDatabase } from '../../api/db/open-database.ts'

/** Opens a migrated folder, says what is in it, then writes pairs of rows and tells each pair once it is committed. */
const say = (line: string) => writeSync(1, `${line}\n`)

const startedMs = performance.now()
const opened = await openDatabase({ dataFolder: process.argv[2]! }).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
const { db } = opened
const by = '00000000-0000-7000-8000-000000000000'
await sql`
  insert into road (id, code, name, name_en, admin_grade, confidence, quality_note, sort, created_at, created_by, updated_at, updated_by)
  values (${by}, 'W1', '', '', 'county', '', '', 1, now(), ${by}, now(), ${by}) on conflict do nothing`.execute(
  db,
)
say(`opened ${Math.round(performance.now() - startedMs)}`)

const { rows } = await sql<{ ids: number[]; torn: number }>`
  select coalesce(array_agg(coalesce(s.sequence, t.id) order by s.sequence), '{}') as ids,
    count(*) filter (where s.sequence is null or t.id is null) as torn
  from road_section s
  full join (select value::int as id from installation where key like 'written %') t on t.id = s.sequence`.execute(
  db,
)
say(`found ${JSON.stringify(rows[0])}`)

let isStopping = false
process.on('SIGTERM', () => (isStopping = true))

let id = rows[0]!.ids.at(-1) ?? 0
while (!isStopping) {
  id++
  await db.transaction().execute(async (trx) => {
    await sql`
      insert into road_section (id, road_code, sequence, from_stake, to_stake, geom, source, quality_note, valid_from, created_at, created_by)
      values (gen_random_uuid(), 'W1', ${id}, 0, 100,
        st_setsrid(st_makeline(st_makepoint(107, 39), st_makepoint(107 + ${id} / 1e5, 39)), 4326),
        '', '', '2025-01-01', now(), ${by})`.execute(trx)
    await sql`insert into installation values (${`written ${id}`}, ${String(id)}::jsonb, now())`.execute(trx)
  })
  say(`kept ${id}`)
}
await opened.close()
say('closed')
