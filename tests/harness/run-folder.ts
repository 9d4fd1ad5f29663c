import { chmodSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const neededBytes = 4 * 1024 ** 3

const hasRoomInMemory = () => {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= neededBytes
}

/**
 * Each test file copies, opens and removes a database of a thousand files: on a disk that is four fifths of its time.
 * `onDisk` where a test speaks of the disk itself.
 */
export function newRunFolder({ onDisk = false } = {}): string {
  const folder = mkdtempSync(join(!onDisk && hasRoomInMemory() ? memory : tmpdir(), 'otog-test-'))
  // The server runs as another user and has to reach its own folder below.
  chmodSync(folder, 0o755)
  return folder
}

export const removeRunFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })
