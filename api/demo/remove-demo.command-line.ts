import { existsSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { openDatabase } from '../db/open-database.ts'
import { announce, announceFailure } from '../http/announce.ts'
import { openPhotoStore } from '../photos/open-store.commands.ts'
import { demoMessages } from './demo-messages.ts'
import { makeFirstAdministrator } from './first-administrator.commands.ts'
import { removeDemoData } from './remove-demo.commands.ts'

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const config = readConfig(process.env)
  const database = await openDatabase({ ...config, onProgress: announce })
  try {
    const now = new Date()
    const removed = await removeDemoData(database.db, {
      now,
      photos: openPhotoStore(config.dataFolder, config.photoStore),
    })
    announce(removed ? demoMessages.removed(removed.rows) : demoMessages.nothingToRemove())
    const administrator = await makeFirstAdministrator(database.db, now)
    if (administrator)
      announce(demoMessages.firstAdministrator(administrator.username, administrator.password))
  } finally {
    await database.close()
  }
}

main().catch((error: unknown) => {
  announceFailure(error, process.env.LOG_LEVEL === 'debug')
  process.exit(1)
})
