import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface RunningService {
  readonly url: string
  readonly process: ChildProcess
  /** From the start of the process until it answered. */
  readonly startedInMs: number
  output(): string
  /** Lets the service, if it was started for it, believe in a day so far from ours. */
  moveClock(movedByMs: number): Promise<void>
  /** Ends it as a crash would. */
  kill(): Promise<void>
  /** Asks it to stop and waits until it has; gives the exit code. */
  stop(): Promise<number | null>
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok
  } catch {
    return false
  }
}

const clock = ['--import', 'tsx', '--import', './tests/harness/moved-clock.ts']

interface Start {
  readonly clockMayMove?: boolean
}

/** Starts the service as `npm start` does, as a process of its own, and waits until it answers. */
export async function startService(
  environment: Readonly<Record<string, string>>,
  { clockMayMove = false }: Start = {},
): Promise<RunningService> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const startedMs = performance.now()
  const child = spawn(process.execPath, [...(clockMayMove ? clock : []), '.build/service/api/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      ...{ PORT: String(port), HOST: '127.0.0.1' },
      ...(clockMayMove ? { CLOCK_MAY_MOVE: 'yes' } : {}),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe', ...(clockMayMove ? (['ipc'] as const) : [])],
  })
  let output = ''
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr!.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`the service did not start:\n${output}`)
    if (performance.now() - startedMs > 180_000) {
      await end('SIGKILL')
      throw new Error(`the service did not answer within 3 minutes:\n${output}`)
    }
    await sleep(50)
  }
  return {
    url,
    process: child,
    startedInMs: performance.now() - startedMs,
    output: () => output,
    moveClock: async (movedByMs) => {
      const moved = once(child, 'message')
      child.send(movedByMs)
      await moved
    },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}

/** Signs in and gives a fetch that carries the session. */
export async function signedIn(url: string, username: string, password = 'otog-demo') {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`${username} could not sign in: ${answer.status} ${await answer.text()}`)
  return (path: string, init: RequestInit = {}) => {
    // A form names its own type, with the boundary that it chose.
    const type: Record<string, string> =
      init.body instanceof FormData ? {} : { 'content-type': 'application/json' }
    return fetch(`${url}${path}`, { ...init, headers: { cookie, ...type, ...init.headers } })
  }
}
