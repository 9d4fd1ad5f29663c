import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function newRunFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'otog-test-'))
  // The server runs as another user and has to reach its own folder below.
  chmodSync(folder, 0o755)
  return folder
}

export const removeRunFolder = (folder: string) => rmSync(folder, { recursive: true, force: true })
