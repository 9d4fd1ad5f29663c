import { announce } from '../http/announce.ts'
import { backupRestored, oldFolderKept, photosElsewhere, sayWhere } from './backup-messages.ts'
import { runCommand } from './command-line.ts'
import { DatabaseRefusal } from './database-refusal.ts'
import { restoreEmbedded, restoreServer } from './restore.ts'

runCommand({ from: { type: 'string' }, replace: { type: 'boolean' } }, async (config, { from, replace }) => {
  if (typeof from !== 'string')
    throw new DatabaseRefusal(sayWhere('--from', 'npm run restore -- --from backup.tar.gz'))
  const { databaseUrl, dataFolder } = config
  const { manifest, keptAside } = databaseUrl
    ? await restoreServer({ file: from, databaseUrl, dataFolder })
    : await restoreEmbedded({ file: from, dataFolder, replaces: replace === true, at: new Date() })
  announce(
    backupRestored(
      manifest.tables.length,
      manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
    ),
  )
  if (keptAside) announce(oldFolderKept(keptAside))
  if (config.photoStore) announce(photosElsewhere(config.photoStore.bucket))
})
