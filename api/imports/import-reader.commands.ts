import { Worker } from 'node:worker_threads'
import { FileRefused, refusal } from './files/file-refused.ts'
import type { PipelineNews } from './import-pipeline.ts'
import type { FileSheets, ReaderMessage, ReaderTask } from './import-reader-protocol.ts'
import type { FileReader, ReadingHandlers } from './import-services.ts'

/** What one file may take, whatever it holds; beyond it the reader ends and the service goes on. */
const memory = { maxOldGenerationSizeMb: 448, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 } as const

const newWorker = (task: ReaderTask) =>
  new Worker(new URL('./import-reader.start.mjs', import.meta.url), {
    execArgv: [],
    workerData: task,
    resourceLimits: memory,
  })

const isOutOfMemory = (error: unknown) => (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'

type Answer = Extract<ReaderMessage, { kind: 'end' | 'sheets' }>

/** Runs one reader to its end; it is ended at once when the caller gives up or cannot take what it brings. */
function runReader(task: ReaderTask, handlers?: ReadingHandlers): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const signal = handlers?.signal
    if (signal?.aborted) return reject(signal.reason)
    const worker = newWorker(task)
    const giveUp = (error: unknown) => {
      reject(error)
      void worker.terminate()
    }
    // One after the other, also where the reader is ahead; the end comes when all have been taken.
    let taken = Promise.resolve()
    const take = async ({ rows, share }: Extract<ReaderMessage, { kind: 'rows' }>) => {
      if (signal?.aborted) return
      await handlers?.onRows(rows, share)
      worker.postMessage('next')
    }
    const onAbort = () => giveUp(signal!.reason)
    signal?.addEventListener('abort', onAbort, { once: true })
    worker.on('message', (message: ReaderMessage) => {
      if (message.kind === 'rows') taken = taken.then(() => take(message)).catch(giveUp)
      else if (message.kind === 'refused') giveUp(new FileRefused(message.code, message.text))
      else if (message.kind === 'failed') giveUp(readingFailed(message.message))
      else taken = taken.then(() => resolve(message))
    })
    worker.on('error', (error) =>
      reject(isOutOfMemory(error) ? refusal('reading_out_of_memory') : readingFailed(error)),
    )
    worker.on('exit', () => {
      signal?.removeEventListener('abort', onAbort)
      void taken.then(() => reject(readingFailed('The reader ended without an answer.')))
    })
  })
}

/** A fault of ours, not of the file: whoever asked logs it. */
const readingFailed = (cause: unknown) => new Error('The file could not be read.', { cause })

async function sheetsOf(path: string, name: string): Promise<FileSheets> {
  const answer = await runReader({ path, name })
  return answer.kind === 'sheets' ? answer.found : { sheets: [], notes: [] }
}

/** Reads one sheet in a worker and hands over its rows in chunks. */
async function readInWorker(task: Required<ReaderTask>, handlers: ReadingHandlers): Promise<PipelineNews> {
  const answer = await runReader(task, handlers)
  if (answer.kind !== 'end') throw readingFailed('The reader gave no end.')
  return answer.end
}

/** Files are opened and read in threads of their own: a hostile one costs its thread, not the service. */
export const newFileReader = (): FileReader => ({
  sheets: sheetsOf,
  read: (path, name, settings, handlers) => readInWorker({ path, name, settings }, handlers),
})
