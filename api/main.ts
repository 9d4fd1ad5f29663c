import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { keepAnchored } from './audit/keep-anchored.commands.ts'
import { readConfig, type Config } from './config.ts'
import { migrateToLatest } from './db/migrate.ts'
import { openDatabase, type OpenedDatabase } from './db/open-database.ts'
import { demoSignIns } from './demo/demo.queries.ts'
import { loadDemoData } from './demo/load-demo.commands.ts'
import { systemActor } from './http/actor.ts'
import { announce, announceFailure } from './http/announce.ts'
import { settleLine } from './road-editing/change-road.commands.ts'
import { ensureCalibratedLines } from './roads/network/calibrated-line.commands.ts'
import { openPhotoStore } from './photos/open-store.commands.ts'
import { bannerDay } from './areas/calendar-days.ts'
import { loadGisData } from './roads/gis-data/load-gis-data.commands.ts'

const now = () => new Date()
const webFolder = '.build/web'

/** Everything a fresh database needs, in the order it depends on itself; each step is skipped where it was done before. */
async function prepare(database: OpenedDatabase, config: Config): Promise<void> {
  await migrateToLatest(database.db, announce)
  const at = now()
  await loadGisData(database.db, {
    folder: 'gis-data',
    at,
    onRedrawn: (trx, redrawn) => settleLine(trx, redrawn, { actor: systemActor, at }),
  })
  await ensureCalibratedLines(database.db)
  if (config.loadsDemoData) {
    const photos = openPhotoStore(config.dataFolder, config.photoStore)
    await loadDemoData(database.db, { now: now(), photos, onProgress: announce })
  }
}

async function announceReady(database: OpenedDatabase, address: AddressInfo): Promise<void> {
  const url = `http://${address.address.includes(':') ? `[${address.address}]` : address.address}:${address.port}`
  announce({ zh: `已就绪：${url}`, en: `Ready at ${url}` })
  for (const line of await demoSignIns(database.db)) console.log(`         ${line}`)
}

function listen(database: OpenedDatabase, config: Config) {
  const logger = pino({ level: config.logLevel })
  const app = createApp({
    database,
    now,
    logger,
    webFolder: existsSync(webFolder) ? webFolder : undefined,
    dataFolder: config.dataFolder,
    photoStore: config.photoStore,
    trustsProxy: config.trustsProxy,
    auditAnchorFile: config.auditAnchorFile,
    passwordMaxAgeDays: config.passwordMaxAgeDays,
  })
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, (address) => {
    announceReady(database, address).catch((error: unknown) => announceFailure(error, true))
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === 'EADDRINUSE'
    if (isTaken) {
      announce({
        zh: `端口 ${config.port} 已被占用，请设 PORT 换一个。`,
        en: `Port ${config.port} is taken: set PORT to another one.`,
      })
    } else announceFailure(error, true)
    void database.close().finally(() => process.exit(1))
  })
  return server
}

/** Answers what is under way, then closes the database; a second signal does not wait. */
function stopOnSignal(server: ReturnType<typeof serve>, database: OpenedDatabase): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    announce({ zh: '正在停止……', en: 'Stopping …' })
    server.close(() => void database.close().finally(() => process.exit(0)))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5_000).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const database = await openDatabase({ ...config, onProgress: announce })
  announce({ zh: '数据库已打开。', en: 'The database is open.' })
  try {
    await prepare(database, config)
    await keepAnchored(database, {
      file: config.auditAnchorFile,
      now,
      dayOf: bannerDay,
      onError: announceFailure,
    })
    stopOnSignal(listen(database, config), database)
  } catch (error) {
    await database.close()
    throw error
  }
}

main().catch((error: unknown) => {
  announceFailure(error, process.env.LOG_LEVEL === 'debug')
  process.exit(1)
})
