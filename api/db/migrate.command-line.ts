import { announce } from '../http/announce.ts'
import { runCommand } from './command-line.ts'
import { upToDate } from './database-messages.ts'
import { currentMigration, migrateToLatest } from './migrate.ts'
import { openDatabase } from './open-database.ts'

runCommand({}, async (config) => {
  const opened = await openDatabase({ ...config, onProgress: announce, deadlineMs: 0 })
  try {
    await migrateToLatest(opened.db, announce)
    announce(upToDate((await currentMigration(opened.db)) ?? ''))
  } finally {
    await opened.close()
  }
})
