import postgres from 'postgres'
import { arrayParsers, arraySerializers } from './array-types.ts'
import { defaultDeadlineMs, timeZone } from './database-defaults.ts'
import { serverTooOld, unreachable } from './database-messages.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { homeDialect } from './home-driver.ts'
import type { DatabaseConfig, OpenedDatabase } from './open-database.ts'
import { postgisVersion } from './postgis-version.ts'
import { serverSource } from './server-source.ts'
import { newGuardedKysely, newHeldConnection } from './transaction-guard.ts'
import { parsers, serializers } from './value-types.ts'

/** postgres.js takes conversions by name; ours are by type number, the same ones the embedded engine gets. */
function typesByName() {
  const read = { ...parsers, ...arrayParsers }
  const write = { ...serializers, ...arraySerializers }
  const ids = Object.keys({ ...read, ...write }).map(Number)
  const named = ids.map((id) => [
    `type${id}`,
    { to: id, from: [id], serialize: write[id] ?? String, parse: read[id] ?? ((text: string) => text) },
  ])
  return Object.fromEntries(named) as Record<string, postgres.PostgresType>
}

function newPool(url: string, deadlineMs: number): postgres.Sql {
  return postgres(url, {
    max: 10,
    types: typesByName(),
    onnotice: () => undefined,
    connect_timeout: 10,
    connection: {
      application_name: 'otog-road-safety-map',
      TimeZone: timeZone,
      statement_timeout: deadlineMs,
    },
  })
}

/** The address without its password. */
export function withoutPassword(url: string): string {
  return url.replace(/(\/\/[^:/@]*):[^@]*@/, '$1@')
}

async function requireVersion(sql: postgres.Sql, url: string) {
  let rows: { number: string; version: string }[]
  try {
    rows = await sql`
      select current_setting('server_version_num') as number, current_setting('server_version') as version`
  } catch (error) {
    const { message, code } = error as Error & { code?: string }
    throw new DatabaseRefusal(unreachable(withoutPassword(url), message || String(code)), error)
  }
  if (Number(rows[0]!.number) < 150_000) throw new DatabaseRefusal(serverTooOld(rows[0]!.version))
}

async function connect(url: string, deadlineMs: number): Promise<postgres.Sql> {
  const sql = newPool(url, deadlineMs)
  try {
    await requireVersion(sql, url)
    return sql
  } catch (error) {
    await sql.end({ timeout: 1 })
    throw error
  }
}

export async function openServer(config: DatabaseConfig & { databaseUrl: string }): Promise<OpenedDatabase> {
  const deadlineMs = config.deadlineMs ?? defaultDeadlineMs
  const held = newHeldConnection()
  const open = async (url: string) =>
    newGuardedKysely(homeDialect(serverSource(await connect(url, deadlineMs))), held)
  const db = await open(config.databaseUrl)
  const readDb = config.readUrl
    ? await open(config.readUrl).catch(async (error: unknown) => {
        await db.destroy()
        throw error
      })
    : db
  const close = async () => {
    await db.destroy()
    if (readDb !== db) await readDb.destroy()
  }
  return { db, readDb, engine: 'server', postgisVersion: () => postgisVersion(db), close }
}
