import { sql } from 'kysely'
import { addingPostgis, postgisNotAllowed, postgisNotInstalled, postgisTooOld } from './database-messages.ts'
import { DatabaseError } from './database-error.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import type { Database } from './tables.ts'
import type { Text } from '../http/text.ts'

export async function postgisVersion(db: Database): Promise<string> {
  const { rows } = await sql<{ version: string }>`select postgis_lib_version() as version`.execute(db)
  return rows[0]!.version
}

async function installedVersion(db: Database): Promise<string | undefined> {
  const { rows } = await sql<{ version: string }>`
    select extversion as version from pg_extension where extname = 'postgis'`.execute(db)
  return rows[0]?.version
}

async function install(db: Database): Promise<void> {
  const { rows } = await sql<{ user: string; available: boolean }>`
    select current_user::text as user,
      exists (select from pg_available_extensions where name = 'postgis') as available`.execute(db)
  if (!rows[0]!.available) throw new DatabaseRefusal(postgisNotInstalled)
  try {
    await db.transaction().execute(async (trx) => {
      // Two services starting at once would otherwise both find it missing and one would fail on the other's row.
      await sql`select pg_advisory_xact_lock(hashtext('create extension postgis'))`.execute(trx)
      await sql`create extension if not exists postgis`.execute(trx)
    })
  } catch (error) {
    const isForbidden = error instanceof DatabaseError && error.code === '42501'
    throw isForbidden ? new DatabaseRefusal(postgisNotAllowed(rows[0]!.user), error) : error
  }
}

const isAtLeast33 = (version: string) => {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  return major > 3 || (major === 3 && minor >= 3)
}

/** Before the migrations, so that a server without PostGIS is refused in words and not by the first geometry column. */
export async function ensurePostgis(db: Database, onProgress?: (text: Text) => void): Promise<void> {
  if ((await installedVersion(db)) === undefined) {
    onProgress?.(addingPostgis)
    await install(db)
  }
  const version = await postgisVersion(db)
  if (!isAtLeast33(version)) throw new DatabaseRefusal(postgisTooOld(version))
}
