import { Worker } from 'node:worker_threads'
import { startOf } from '../db/start-of.ts'
import { FileRefused, refusal } from './files/file-refused.ts'
import type { ReadingSettings } from './import-ground.ts'
import type { PipelineNews } from './import-pipeline.ts'
import type { ReaderMessage, ReaderRequest, ReaderTask } from './import-reader-protocol.ts'
import type { FileReader, ReadFile, ReadingHandlers } from './import-services.ts'

/** What one file may take, whatever it holds; beyond it the reader ends and the service goes on. */
const memory = { maxOldGenerationSizeMb: 448, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 } as const

const newWorker = (task: ReaderTask) =>
  new Worker(startOf('import-reader.worker', import.meta.url), {
    execArgv: [],
    workerData: task,
    resourceLimits: memory,
  })

const isOutOfMemory = (error: unknown) => (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'

const faultOf = (error: unknown) =>
  isOutOfMemory(error) ? refusal('reading_out_of_memory') : readingFailed(error)

/** A fault of ours, not of the file: whoever asked logs it. */
const readingFailed = (cause: unknown) => new Error('The file could not be read.', { cause })

type Answer<Kind> = Extract<ReaderMessage, { kind: Kind }>

/** Waits for one answer of the reader; rows that come before it are handed over one packet after the other. */
function answerOf<Kind extends 'end' | 'sheets'>(worker: Worker, kind: Kind, handlers?: ReadingHandlers) {
  return new Promise<Answer<Kind>>((resolve, reject) => {
    // One after the other, also where the reader is ahead; the end comes when all have been taken.
    let taken = Promise.resolve()
    const take = async ({ rows, share }: Answer<'rows'>) => {
      if (handlers?.signal.aborted) return
      await handlers?.onRows(rows, share)
      worker.postMessage({ kind: 'next' } satisfies ReaderRequest)
    }
    const onMessage = (message: ReaderMessage) => {
      if (message.kind === 'rows') {
        taken = taken.then(() => take(message))
        taken.catch(reject)
        return
      }
      worker.off('message', onMessage)
      if (message.kind === 'refused') reject(new FileRefused(message.code, message.text))
      else if (message.kind === 'failed') reject(readingFailed(message.message))
      else if (message.kind === kind) void taken.then(() => resolve(message as Answer<Kind>), reject)
      else reject(readingFailed(`The reader answered ${message.kind}.`))
    }
    worker.on('message', onMessage)
  })
}

/** Rejects when the reader is gone, whatever it was at; nobody may be waiting just then. */
function endOf(worker: Worker): Promise<never> {
  const end = new Promise<never>((_, reject) => {
    worker.on('error', (error) => reject(faultOf(error)))
    worker.on('exit', () => reject(readingFailed('The reader ended without an answer.')))
  })
  end.catch(() => undefined)
  return end
}

function untilAborted(signal: AbortSignal): { aborted: Promise<never>; forget: () => void } {
  let onAbort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error)
    signal.addEventListener('abort', onAbort, { once: true })
  })
  aborted.catch(() => undefined)
  return { aborted, forget: () => signal.removeEventListener('abort', onAbort) }
}

/** Opens a file in a worker; whatever goes wrong then ends the worker at once. */
async function openInWorker(task: ReaderTask): Promise<ReadFile> {
  const worker = newWorker(task)
  const ended = endOf(worker)
  const close = async () => void (await worker.terminate())
  const orClose = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer
    } catch (error) {
      await close()
      throw error
    }
  }
  const read = async (settings: ReadingSettings, handlers: ReadingHandlers): Promise<PipelineNews> => {
    const { signal } = handlers
    const { aborted, forget } = untilAborted(signal)
    if (signal.aborted) return orClose(Promise.reject(signal.reason as Error))
    const answer = answerOf(worker, 'end', handlers)
    worker.postMessage({ kind: 'read', settings } satisfies ReaderRequest)
    const { end } = await orClose(Promise.race([answer, ended, aborted])).finally(forget)
    return end
  }
  const { found } = await orClose(Promise.race([answerOf(worker, 'sheets'), ended]))
  return { ...found, read, close }
}

/** Files are opened and read in threads of their own: a hostile one costs its thread, not the service. */
export const newFileReader = (): FileReader => ({ open: (path, name) => openInWorker({ path, name }) })
