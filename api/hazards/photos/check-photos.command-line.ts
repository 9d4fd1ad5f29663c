import { createHash } from 'node:crypto'
import { runCommand } from '../../db/command-line.ts'
import { openDatabase } from '../../db/open-database.ts'
import { announce } from '../../http/announce.ts'
import { openPhotoStore } from '../../photos/open-store.commands.ts'
import { photoKey } from '../../photos/photo-key.ts'
import type { PhotoStore } from '../../photos/photo-store.ts'
import { checkMessages } from './check-messages.ts'
import { listPhotoFiles } from './photo-file.queries.ts'

type State = 'whole' | 'missing' | 'damaged'

async function stateOf(store: PhotoStore, sha256: string): Promise<State> {
  const stored = await store.get(photoKey(sha256, 'original'))
  if (!stored) return 'missing'
  const hash = createHash('sha256')
  for await (const chunk of stored.stream) hash.update(chunk as Buffer)
  return hash.digest('hex') === sha256 ? 'whole' : 'damaged'
}

runCommand({}, async (config) => {
  const opened = await openDatabase({ ...config, deadlineMs: 0 })
  const store = openPhotoStore(config.dataFolder, config.photoStore)
  try {
    let bad = 0
    const files = await listPhotoFiles(opened.db)
    for (const { sha256, shownBy } of files) {
      const state = await stateOf(store, sha256)
      if (state === 'whole') continue
      bad++
      announce(checkMessages[state](sha256, shownBy))
    }
    announce(checkMessages.done(files.length, bad, store.where))
    if (bad > 0) process.exitCode = 1
  } finally {
    await opened.close()
  }
})
