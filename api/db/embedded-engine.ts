import { Worker } from 'node:worker_threads'
import { connectionLost, DatabaseError, pastDeadline } from './database-error.ts'
import type { EngineMessage, EngineResult } from './embedded-protocol.ts'

export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly input?: Uint8Array
  /** Bulk copies are as long as the data; everything else has a deadline. */
  readonly isUnlimited?: boolean
}

export interface EmbeddedEngine {
  /** Waits until the engine can be used and says which of its lives this is: a transaction is bound to one. */
  whenReady(): Promise<number>
  run(life: number, statement: Statement): Promise<EngineResult>
  close(): Promise<void>
}

interface Waiting {
  resolve(result: EngineResult): void
  reject(error: Error): void
  timer: NodeJS.Timeout | undefined
}

interface EngineOptions {
  readonly folder: string
  readonly timeZone: string
  readonly deadlineMs: number
}

const reopened = 'The embedded database was reopened; the transaction is rolled back.'

const lost = (message: string) => new DatabaseError({ code: connectionLost, message })

function newWorker(data: unknown): Worker {
  return new Worker(new URL('./embedded-worker.start.mjs', import.meta.url), { execArgv: [], workerData: data })
}

/**
 * PGlite in a worker thread, so that a long query does not stall the service. It can neither cancel a statement nor
 * survive a fault in its WebAssembly: both end the worker, and the next statement finds a reopened one.
 */
export function startEmbeddedEngine(options: EngineOptions): EmbeddedEngine {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let life = 0
  let isClosing = false
  let worker: Worker | undefined
  let ready: Promise<number> | undefined
  let exited: Promise<void> = Promise.resolve()

  function endLife(of: Worker, error: Error) {
    if (of !== worker) return
    worker = undefined
    life++
    ready = undefined
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer)
      reject(error)
    }
    waiting.clear()
  }

  function settle(message: EngineMessage & { id: number }) {
    const entry = waiting.get(message.id)
    if (!entry) return
    waiting.delete(message.id)
    clearTimeout(entry.timer)
    if (message.kind === 'answer') entry.resolve(message.result)
    else if (message.kind === 'failure') entry.reject(new DatabaseError(message.error))
  }

  function onExit(of: Worker, wasReady: boolean, cause: string) {
    endLife(of, lost(`The embedded database stopped (${cause}) and is being reopened; try again.`))
    if (wasReady && !isClosing) void reopen().catch(() => undefined)
  }

  function begin(): Promise<number> {
    const mine = newWorker({ folder: options.folder, timeZone: options.timeZone })
    worker = mine
    let isReady = false
    let cause = 'ended'
    mine.on('error', (error) => (cause = String(error)))
    exited = new Promise((resolve) => mine.on('exit', () => resolve()))
    return new Promise((resolve, reject) => {
      mine.on('message', (message: EngineMessage) => {
        if (message.kind === 'ready') {
          isReady = true
          resolve(life)
        } else if (message.kind === 'unusable') cause = message.message
        else if ('id' in message) settle(message)
      })
      mine.on('exit', () => {
        onExit(mine, isReady, cause)
        reject(lost(`The embedded database does not open: ${cause}`))
      })
    })
  }

  /** Never two engines on one folder: the next begins when the last has exited. A failed opening is tried again by the next statement. */
  function reopen(): Promise<number> {
    if (isClosing) return Promise.reject(lost('The database is closed.'))
    if (ready) return ready
    const opening = exited.then(begin)
    ready = opening
    opening.catch(() => {
      if (ready === opening) ready = undefined
    })
    return opening
  }

  function endAtDeadline(id: number) {
    const late = worker
    waiting.get(id)?.reject(
      new DatabaseError({ code: pastDeadline, message: `The statement was ended after ${options.deadlineMs} ms.` }),
    )
    waiting.delete(id)
    if (!late) return
    endLife(late, lost(reopened))
    void late.terminate()
    void reopen().catch(() => undefined)
  }

  function run(expected: number, { sql, parameters, input, isUnlimited }: Statement): Promise<EngineResult> {
    if (expected !== life || !worker) return Promise.reject(lost(reopened))
    const id = ++lastId
    const target = worker
    return new Promise((resolve, reject) => {
      const hasDeadline = !isUnlimited && options.deadlineMs > 0
      const timer = hasDeadline ? setTimeout(endAtDeadline, options.deadlineMs, id) : undefined
      waiting.set(id, { resolve, reject, timer })
      target.postMessage({ id, sql, parameters, input })
    })
  }

  async function close() {
    const isUsable = await ready?.then(() => true).catch(() => false)
    isClosing = true
    if (isUsable) worker?.postMessage({ id: 'close' })
    else await worker?.terminate()
    await exited
  }

  return { whenReady: reopen, run, close }
}
