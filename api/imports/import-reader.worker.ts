import { parentPort, workerData } from 'node:worker_threads'
import { newId } from '../db/id.ts'
import type { Text } from '../http/text.ts'
import { FileRefused } from './files/file-refused.ts'
import { openSheets, sheetAt } from './files/open-sheets.commands.ts'
import type { OpenFile } from './files/reading-rows.ts'
import type { ReadingSettings } from './import-ground.ts'
import type { PackedRows } from './import-packing.ts'
import type { PipelineNews, PipelineRecord } from './import-pipeline.ts'
import {
  messagesAhead,
  rowsPerMessage,
  type ReaderMessage,
  type ReaderRequest,
  type ReaderTask,
} from './import-reader-protocol.ts'

const { path, name } = workerData as ReaderTask
const port = parentPort!
const send = (message: ReaderMessage) => port.postMessage(message)

let unanswered = 0
let goOn: (() => void) | undefined

/** The main thread writes to the database more slowly than this one reads. */
async function sendRows(rows: PackedRows, share: number | null) {
  send({ kind: 'rows', rows, share })
  unanswered++
  while (unanswered >= messagesAhead) await new Promise<void>((resolve) => (goOn = resolve))
}

/** Telling the sheets of a file needs none of it. */
const pipelineModules = () =>
  Promise.all([import('./import-pipeline.ts'), import('./import-packing.ts')] as const)

async function readSheet(file: OpenFile, reading: ReadingSettings): Promise<PipelineNews> {
  const [{ newPipeline }, { newPacker }] = await pipelineModules()
  const known = { ...reading, is1904: file.is1904 }
  const pipeline = newPipeline(known)
  const pack = newPacker(reading.decided ?? [], newId)
  const notes: Text[] = []
  let waiting: PipelineRecord[] = []
  let share: number | null = null
  const batches = file.rows(sheetAt(file, reading.sheet), {
    onNote: ({ text }) => notes.push(text),
    onProgress: (done, total) => (share = total > 0 ? done / total : null),
  })
  for await (const rows of batches) {
    waiting = waiting.concat(pipeline.push(rows))
    if (waiting.length < rowsPerMessage) continue
    await sendRows(pack(waiting), share)
    waiting = []
  }
  const { records, ...end } = pipeline.end()
  const last = [...waiting, ...records]
  if (last.length > 0) await sendRows(pack(last), 1)
  return { ...end, notes: [...notes, ...end.notes] }
}

/** The end of a reader that cannot go on: it says why. */
function giveUp(error: unknown): void {
  if (error instanceof FileRefused) send({ kind: 'refused', code: error.code, text: error.text })
  else send({ kind: 'failed', message: String((error as Error).stack ?? error) })
  port.close()
}

function onRequest(file: OpenFile, request: ReaderRequest): void {
  if (request.kind === 'read')
    void readSheet(file, request.settings).then((end) => send({ kind: 'end', end }), giveUp)
  else {
    unanswered--
    goOn?.()
  }
}

try {
  const file = await openSheets(path, name)
  port.on('message', (request: ReaderRequest) => onRequest(file, request))
  send({ kind: 'sheets', found: { sheets: file.sheets, notes: file.notes.map(({ text }) => text) } })
  // While the service gets together what reading needs.
  await pipelineModules()
} catch (error) {
  giveUp(error)
}
