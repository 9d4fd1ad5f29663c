import { writeSync } from 'node:fs'
import { sql } from 'kysely'
import { openDatabase } from '../../api/db/open-database.ts'

/** Opens the folder, says what is in it, then writes pairs of rows and tells each pair once it is committed. */
const say = (line: string) => writeSync(1, `${line}\n`)

const startedMs = performance.now()
const opened = await openDatabase({ dataFolder: process.argv[2]! }).catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
const { db } = opened
await sql`create table if not exists written (id integer primary key, geom geometry(Point, 4326))`.execute(db)
await sql`create index if not exists written_geom on written using gist (geom)`.execute(db)
await sql`create table if not exists twin (id integer primary key)`.execute(db)
say(`opened ${Math.round(performance.now() - startedMs)}`)

const { rows } = await sql<{ ids: number[]; torn: number }>`
  select coalesce(array_agg(coalesce(w.id, t.id) order by w.id), '{}') as ids,
    count(*) filter (where w.id is null or t.id is null) as torn
  from written w full join twin t using (id)`.execute(db)
say(`found ${JSON.stringify(rows[0])}`)

let isStopping = false
process.on('SIGTERM', () => (isStopping = true))

let id = rows[0]!.ids.at(-1) ?? 0
while (!isStopping) {
  id++
  await db.transaction().execute(async (trx) => {
    await sql`insert into written values (${id}, st_setsrid(st_makepoint(107 + ${id} / 1e5, 39), 4326))`.execute(trx)
    await sql`insert into twin values (${id})`.execute(trx)
  })
  say(`kept ${id}`)
}
await opened.close()
say('closed')
