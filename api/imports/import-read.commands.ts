import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '../http/text.ts'
import { FileRefused } from './files/file-refused.ts'
import type { ImportGround, ReadingSettings } from './import-ground.ts'
import { loadImportGround } from './import-ground.queries.ts'
import { linkHazards } from './import-match.queries.ts'
import type { Finding } from './import-types.ts'
import { judgeBatch } from './import-match.commands.ts'
import { importMessages } from './import-messages.ts'
import type { PackedRows } from './import-packing.ts'
import type { PipelineNews } from './import-pipeline.ts'
import type { ImportServices, ReadFile, SheetFacts } from './import-services.ts'
import { deleteRows, insertRows, listDecisions } from './import-row.queries.ts'
import { beat, findBatch, listTemplates, moveBatch, type Batch } from './import.queries.ts'
import { compareWithinFile, type RowKey } from './matching/within-file.ts'

const heartbeatMs = 5_000

export const stagedFile = (folder: string, id: string): string => join(folder, `${id}.upload`)

/** Keeps the batch alive in the eyes of other processes while this one works on it. */
export async function whileBeating<T>(
  { db }: ImportServices,
  id: string,
  work: () => Promise<T>,
): Promise<T> {
  await beat(db, id)
  const timer = setInterval(() => void beat(db, id).catch(() => undefined), heartbeatMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

export function settingsOf(
  batch: Batch,
  sheet: string,
  ground: ImportGround,
  templates: ReadingSettings['templates'],
  now: Date,
): ReadingSettings {
  const { kind, fields, crs, procedure } = batch
  return { kind, sheet, fields, templates, crs, procedure, now, ground }
}

/** Stores rows as they come and remembers what tells them apart. */
function newStore({ db, board }: ImportServices, batchId: string) {
  const keys: RowKey[] = []
  const store = async (rows: PackedRows, share: number | null) => {
    await insertRows(db, batchId, rows.json)
    for (const key of rows.keys) keys.push(key)
    board.tell(batchId, { phase: 'reading', done: keys.length, share })
  }
  return { store, keys }
}

/** Twelve months on twelve sheets: nobody must believe that one upload took them all. */
function otherSheets(read: string, sheets: readonly SheetFacts[]): Text[] {
  const others = sheets.filter(({ name, isHidden, rows }) => name !== read && !isHidden && rows !== 1)
  return others.length > 0
    ? [
        importMessages.otherSheets(
          read,
          others.map(({ name }) => name),
        ),
      ]
    : []
}

interface WholeReading {
  readonly end: PipelineNews
  readonly sheet: string
  readonly sheets: readonly unknown[]
  readonly notes: readonly Text[]
  readonly keys: readonly RowKey[]
}

/** The sheet that was asked for; else the first one that is seen and has a header of the kind. */
async function readSheets(
  services: ImportServices,
  batch: Batch,
  file: ReadFile,
  signal: AbortSignal,
): Promise<WholeReading> {
  const { db, now } = services
  const { sheets, notes } = file
  const ground = await loadImportGround(db)
  const templates = await listTemplates(db, batch.kind)
  const decided = await listDecisions(db, batch.id)
  const seen = [...sheets.filter(({ isHidden }) => !isHidden), ...sheets.filter(({ isHidden }) => isHidden)]
  const wanted = batch.sheet === null ? seen : seen.filter(({ name }) => name === batch.sheet)
  let last: WholeReading | undefined
  for (const { name: sheet } of wanted) {
    await deleteRows(db, batch.id)
    const { store, keys } = newStore(services, batch.id)
    const settings = { ...settingsOf(batch, sheet, ground, templates, now()), decided }
    const end = await file.read(settings, { onRows: store, signal })
    last = { end, sheet, sheets, notes: [...notes, ...end.notes], keys }
    if (end.mapping) return { ...last, notes: [...notes, ...otherSheets(sheet, seen), ...end.notes] }
  }
  return last ?? { end: { notes: [] }, sheet: '', sheets, notes, keys: [] }
}

async function readWhole(services: ImportServices, batch: Batch, signal: AbortSignal) {
  const file = await services.reader.open(stagedFile(services.folder, batch.id), batch.file_name)
  try {
    return await readSheets(services, batch, file, signal)
  } finally {
    await file.close()
  }
}

const hazardUnknown: Finding = {
  field: 'hazardNumber',
  code: 'hazard_unknown',
  severity: 'check',
  message: importMessages.hazardUnknown(),
}

async function readAndJudge(services: ImportServices, batch: Batch, signal: AbortSignal): Promise<void> {
  const { db, board, now } = services
  const { end, sheet, sheets, notes, keys } = await readWhole(services, batch, signal)
  if (batch.kind === 'facilities') await linkHazards(db, batch.id, hazardUnknown)
  await judgeBatch(db, {
    kind: batch.kind,
    batchId: batch.id,
    rows: keys.length,
    withinFile: compareWithinFile(keys),
    onProgress: (done) => board.tell(batch.id, { phase: 'matching', done, total: keys.length }),
    signal,
  })
  const status = end.mapping ? 'preview' : 'failed'
  await moveBatch(db, batch.id, ['reading'], {
    status,
    sheet,
    sheets: JSON.stringify(sheets),
    mapping: end.mapping ? JSON.stringify(end.mapping) : null,
    shape: end.shape ?? null,
    notes: JSON.stringify(notes),
    datum: end.datum ? JSON.stringify(end.datum) : null,
    updated_at: now(),
  })
  board.end(batch.id, { phase: status, done: keys.length, total: keys.length })
}

async function failReading(services: ImportServices, id: string, error: unknown, isCancelled: boolean) {
  const { db, board, now, onError } = services
  const text = (error as { text?: Text }).text
  const isSaid = error instanceof FileRefused || text !== undefined
  if (!isSaid && !isCancelled) onError(error)
  const status = isCancelled ? 'cancelled' : 'failed'
  const notes = isCancelled ? [] : [isSaid && text ? text : importMessages.failed()]
  await deleteRows(db, id)
  await moveBatch(db, id, ['reading'], { status, notes: JSON.stringify(notes), updated_at: now() })
  board.end(id, { phase: status, done: 0 })
}

/** Reads the staged file of a batch into rows to look at. Nothing of it is in the books before the commit. */
export async function readBatch(services: ImportServices, id: string): Promise<void> {
  const signal = services.board.begin(id, 'reading')
  try {
    const batch = await findBatch(services.db, id)
    if (!batch) return
    if (!existsSync(stagedFile(services.folder, id)))
      throw Object.assign(new Error('staged file gone'), { text: importMessages.fileGone() })
    await whileBeating(services, id, () => readAndJudge(services, batch, signal))
  } catch (error) {
    await failReading(services, id, error, signal.aborted).catch(services.onError)
  }
}
