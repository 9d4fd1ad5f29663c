import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { announce } from '../http/announce.ts'
import { databaseMoved, nothingToBackUp, photosElsewhere, photosStay, sayWhere } from './backup-messages.ts'
import { runCommand } from './command-line.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { moveDatabase } from './move.ts'
import { openDatabase } from './open-database.ts'
import { engineFolder } from './open-embedded.ts'
import { withoutPassword } from './open-server.ts'

runCommand({ to: { type: 'string' } }, async ({ dataFolder, photoStore }, { to }) => {
  if (typeof to !== 'string')
    throw new DatabaseRefusal(sayWhere('--to', 'npm run move -- --to postgres://user:password@host/database'))
  if (!existsSync(engineFolder(dataFolder))) throw new DatabaseRefusal(nothingToBackUp(resolve(dataFolder)))
  const target = await openDatabase({ databaseUrl: to, dataFolder, deadlineMs: 0 })
  try {
    const source = await openDatabase({ dataFolder, deadlineMs: 0 })
    try {
      const tables = await moveDatabase(source, target, withoutPassword(to))
      announce(
        databaseMoved(
          withoutPassword(to),
          tables.length,
          tables.reduce((sum, { rows }) => sum + rows, 0),
        ),
      )
      announce(photoStore ? photosElsewhere(photoStore.bucket) : photosStay(resolve(dataFolder, 'photos')))
    } finally {
      await source.close()
    }
  } finally {
    await target.close()
  }
})
