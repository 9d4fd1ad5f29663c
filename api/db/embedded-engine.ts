import { Worker } from 'node:worker_threads'
import { connectionLost, DatabaseError, pastDeadline } from './database-error.ts'
import { startOf } from './start-of.ts'
import type { EngineMessage, EngineResult } from './embedded-protocol.ts'

export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly input?: Uint8Array
  /** Bulk copies are as long as the data; everything else has a deadline. */
  readonly isUnlimited?: boolean
}

interface Waiting {
  resolve(result: EngineResult): void
  reject(error: Error): void
  timer: NodeJS.Timeout | undefined
}

interface EngineOptions {
  readonly folder: string
  readonly postgisArchive: string
  readonly timeZone: string
  readonly deadlineMs: number
}

const reopened = 'The embedded database was reopened; the transaction is rolled back.'

const lost = (message: string) => new DatabaseError({ code: connectionLost, message })

function newWorker(data: unknown): Worker {
  return new Worker(startOf('embedded-worker', import.meta.url), {
    execArgv: [],
    workerData: data,
  })
}

/**
 * PGlite in a worker thread, so that a long query does not stall the service. It can neither cancel a statement nor
 * survive a fault in its WebAssembly: both end the worker, and the next statement finds a reopened one. A class, since
 * all of it works on the state of that one worker.
 */
export class EmbeddedEngine {
  readonly #options: EngineOptions
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #life = 0
  #isClosing = false
  #worker: Worker | undefined
  #ready: Promise<number> | undefined
  #exited: Promise<void> = Promise.resolve()

  constructor(options: EngineOptions) {
    this.#options = options
  }

  /**
   * Waits until the engine can be used and says which of its lives this is: a transaction is bound to one. Never two
   * engines on one folder: the next begins when the last has exited. A failed opening is tried again by the next caller.
   */
  whenReady(): Promise<number> {
    if (this.#isClosing) return Promise.reject(lost('The database is closed.'))
    if (this.#ready) return this.#ready
    const opening = this.#exited.then(() => this.#begin())
    this.#ready = opening
    opening.catch(() => {
      if (this.#ready === opening) this.#ready = undefined
    })
    return opening
  }

  run(life: number, { sql, parameters, input, isUnlimited }: Statement): Promise<EngineResult> {
    const worker = this.#worker
    if (life !== this.#life || !worker) return Promise.reject(lost(reopened))
    const id = ++this.#lastId
    const { deadlineMs } = this.#options
    return new Promise((resolve, reject) => {
      const hasDeadline = !isUnlimited && deadlineMs > 0
      const timer = hasDeadline ? setTimeout(() => this.#endAtDeadline(id), deadlineMs) : undefined
      this.#waiting.set(id, { resolve, reject, timer })
      worker.postMessage({ id, sql, parameters, input })
    })
  }

  async close(): Promise<void> {
    const isUsable = await this.#ready?.then(() => true).catch(() => false)
    this.#isClosing = true
    if (isUsable) this.#worker?.postMessage({ id: 'close' })
    else await this.#worker?.terminate()
    await this.#exited
  }

  #begin(): Promise<number> {
    const { folder, postgisArchive, timeZone } = this.#options
    const worker = newWorker({ folder, postgisArchive, timeZone })
    this.#worker = worker
    this.#exited = new Promise((resolve) => worker.on('exit', () => resolve()))
    return new Promise((resolve, reject) => {
      let isReady = false
      let cause = 'ended'
      worker.on('error', (error) => (cause = String(error)))
      worker.on('message', (message: EngineMessage) => {
        if (message.kind === 'ready') {
          isReady = true
          resolve(this.#life)
        } else if (message.kind === 'unusable') cause = message.message
        else this.#settle(message)
      })
      worker.on('exit', () => {
        reject(lost(`The embedded database does not open: ${cause}`))
        this.#onExit(worker, isReady, cause)
      })
    })
  }

  #settle(message: Extract<EngineMessage, { id: number }>): void {
    const entry = this.#waiting.get(message.id)
    if (!entry) return
    this.#waiting.delete(message.id)
    clearTimeout(entry.timer)
    if (message.kind === 'answer') entry.resolve(message.result)
    else entry.reject(new DatabaseError(message.error))
  }

  #endAtDeadline(id: number): void {
    const worker = this.#worker
    const message = `The statement was ended after ${this.#options.deadlineMs} ms.`
    this.#waiting.get(id)?.reject(new DatabaseError({ code: pastDeadline, message }))
    this.#waiting.delete(id)
    if (!worker) return
    this.#endLife(worker, lost(reopened))
    void worker.terminate()
    void this.whenReady().catch(() => undefined)
  }

  #onExit(worker: Worker, wasReady: boolean, cause: string): void {
    this.#endLife(worker, lost(`The embedded database stopped (${cause}) and is being reopened; try again.`))
    if (wasReady && !this.#isClosing) void this.whenReady().catch(() => undefined)
  }

  #endLife(of: Worker, error: Error): void {
    if (of !== this.#worker) return
    this.#worker = undefined
    this.#life++
    this.#ready = undefined
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      reject(error)
    }
    this.#waiting.clear()
  }
}
