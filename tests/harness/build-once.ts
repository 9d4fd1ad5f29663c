import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** Two workers may want the same template at once: the first builds it, the others wait for the mark. */
export async function buildOnce(path: string, build: () => Promise<void>): Promise<void> {
  const mark = `${path}.built`
  const claim = `${path}.claim`
  while (!existsSync(mark)) {
    if (!isClaimed(claim)) {
      try {
        await build()
        writeFileSync(mark, '')
      } finally {
        rmSync(claim, { recursive: true })
      }
    } else await pause(100)
  }
}

function isClaimed(claim: string): boolean {
  try {
    mkdirSync(claim)
    return false
  } catch {
    return true
  }
}
