import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { migrateToLatest } from '../../api/db/migrate.ts'
import { openDatabase, type OpenedDatabase } from '../../api/db/open-database.ts'
import { ensureCalibratedLines } from '../../api/roads/network/calibrated-line.commands.ts'
import { loadGisData } from '../../api/roads/gis-data/load-gis-data.commands.ts'
import { startTestCluster, type TestCluster } from '../harness/test-cluster.ts'

export interface BenchDatabase {
  readonly name: 'server' | 'embedded'
  readonly db: OpenedDatabase['db']
}

export interface BenchDatabases {
  readonly databases: readonly BenchDatabase[]
  close(): Promise<void>
}

async function opened(options: Parameters<typeof openDatabase>[0]): Promise<OpenedDatabase> {
  const database = await openDatabase(options)
  await migrateToLatest(database.db)
  await loadGisData(database.db, { folder: 'gis-data', at: new Date('2026-11-23T02:00:00Z') })
  await ensureCalibratedLines(database.db)
  return database
}

async function clusterIfInstalled(folder: string): Promise<TestCluster | undefined> {
  try {
    return await startTestCluster(folder)
  } catch (error) {
    console.log(`Without PostGIS on a server: ${(error as Error).message}`)
    return undefined
  }
}

/** The road network in both homes; the server only where PostgreSQL with PostGIS is installed. */
export async function openBenchDatabases(): Promise<BenchDatabases> {
  const folder = mkdtempSync(join(tmpdir(), 'otog-bench-'))
  // The server runs as a user of its own.
  chmodSync(folder, 0o755)
  const cluster = await clusterIfInstalled(folder)
  const server = cluster && (await opened({ databaseUrl: cluster.url, dataFolder: folder }))
  const embedded = await opened({ dataFolder: join(folder, 'embedded') })
  const databases: BenchDatabase[] = [
    ...(server ? [{ name: 'server' as const, db: server.db }] : []),
    { name: 'embedded', db: embedded.db },
  ]
  for (const { db } of databases) await analyse(db)
  return {
    databases,
    async close() {
      await embedded.close()
      await server?.close()
      await cluster?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostGIS shall plan with statistics, as after a day of use. */
async function analyse(db: OpenedDatabase['db']): Promise<void> {
  await sql`analyze`.execute(db)
}
