import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Child {
  readonly process: ChildProcess
  readonly lines: string[]
  readonly errors: () => string
  /** The first line that begins so, now or later; rejects when the process ends without it. */
  untilLine(start: string): Promise<string>
  readonly exited: Promise<number | null>
}

/** A real process of its own, so that it can be killed like one. */
export function startChild(script: string, args: readonly string[], env: Record<string, string> = {}): Child {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const loader = path.endsWith('.ts') ? ['--import', 'tsx'] : []
  const child = spawn(process.execPath, [...loader, path, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const lines: string[] = []
  let errors = ''
  const listeners = new Set<() => void>()
  const exited = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    listeners.forEach((listener) => listener())
  })
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const untilLine = (start: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.find((line) => line.startsWith(start))
        if (found) resolve(found)
      }
      listeners.add(look)
      look()
      void exited.then(() => reject(new Error(`ended without "${start}": ${errors}`)))
    })
  return { process: child, lines, errors: () => errors, untilLine, exited }
}
