import { recordChange } from '../audit/audit.commands.ts'
import { isUniqueViolation } from '../db/database-error.ts'
import type { Trx } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { Conflict, Unprocessable } from '../http/problem.ts'
import type { Text } from '../http/text.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import {
  countTaken,
  insertImportTransitions,
  insertRecords,
  listNumbersTakenTwice,
  takeHazardNumbers,
  updateRecords,
  type Writing,
} from './import-commit.queries.ts'
import { importMessages } from './import-messages.ts'
import type { ImportServices } from './import-services.ts'
import { recordLedgerChanges } from './ledger-audit.commands.ts'
import { whileBeating } from './import-read.commands.ts'
import { countOutcomes, moveBatch, saveTemplate, type Batch } from './import.queries.ts'

/** Rows written by one statement: often enough to tell how far it is, seldom enough not to cost. */
const rowsAtOnce = 2000

async function writeRows(
  trx: Trx,
  writing: Writing,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) {
  const { batchId, kind, at } = writing
  const { inserts, updates, last } = await countTaken(trx, writing)
  const year = Number(bannerDay(at).slice(0, 4))
  const firstNumber = kind === 'hazards' && inserts > 0 ? await takeHazardNumbers(trx, year, inserts) : 0
  let [inserted, updated] = [0, 0]
  for (let from = 0; from <= last; from += rowsAtOnce) {
    signal.throwIfAborted()
    const stretch = { batchId, from, to: from + rowsAtOnce - 1 }
    inserted += await insertRecords(trx, writing, stretch, { last: firstNumber + inserted, year })
    if (updates > 0) updated += await updateRecords(trx, writing, stretch)
    onProgress(inserted + updated, inserts + updates)
  }
  if (updated !== updates) throw new Conflict(importMessages.movedMeanwhile(updates - updated))
  if (kind === 'hazards') await insertImportTransitions(trx, writing)
  if (updates > 0) await recordLedgerChanges(trx, writing)
  return { inserted, updated }
}

function orMoved(error: unknown): never {
  if (isUniqueViolation(error)) throw new Conflict(importMessages.movedMeanwhile(1))
  throw error
}

async function commitInOne(services: ImportServices, batch: Batch, actor: Actor, signal: AbortSignal) {
  const { db, board, now } = services
  const { id: batchId, kind, rule } = batch
  const writing = { kind, batchId, rule, actor, at: now() }
  const tell = (done: number, total: number) => board.tell(batchId, { phase: 'committing', done, total })
  const counts = JSON.stringify(await countOutcomes(db, batchId))
  return db
    .transaction()
    .execute(async (trx) => {
      const written = await writeRows(trx, writing, tell, signal)
      signal.throwIfAborted()
      const done = { committed_at: writing.at, committed_by: actor.id, committed_counts: counts }
      const change = { status: 'committed' as const, ...done, updated_at: writing.at }
      // Another process that thought this one dead has taken the batch back: then nothing is written either.
      if (!(await moveBatch(trx, batchId, ['committing'], change)))
        throw new Conflict(importMessages.interruptedCommit())
      const { shape, mapping } = batch
      if (shape !== null && mapping)
        await saveTemplate(trx, { kind, shape, fields: mapping.fields }, actor.id, writing.at)
      await recordChange(trx, actor, {
        action: 'import.commit',
        objectType: 'import',
        objectId: batchId,
        after: { kind, file: batch.file_name, fileHash: batch.file_hash, ...written },
        at: writing.at,
      })
      return written
    })
    .catch(orMoved)
}

/** Back to the preview with a word why; not a row has been written. */
async function backToPreview({ db, board, now, onError }: ImportServices, batch: Batch, error: unknown) {
  const text: Text | undefined = (error as { text?: Text }).text
  const isCancelled = (error as Error).name === 'AbortError'
  if (!text && !isCancelled) onError(error)
  const note = isCancelled ? importMessages.cancelledCommit() : (text ?? importMessages.interruptedCommit())
  const notes = JSON.stringify([...batch.notes.filter(({ zh }) => zh !== note.zh), note])
  await moveBatch(db, batch.id, ['committing'], { status: 'preview', notes, updated_at: now() })
  board.end(batch.id, { phase: 'preview', done: 0 })
}

async function requireSomethingToWrite({ db }: ImportServices, { id, rule }: Batch) {
  const { inserts, updates } = await countTaken(db, { batchId: id, rule })
  if (inserts + updates === 0) throw new Unprocessable(importMessages.nothingToCommit())
  const twice = await listNumbersTakenTwice(db, { batchId: id, rule })
  if (twice.length > 0) {
    const [first = ''] = twice
    throw new Unprocessable(importMessages.takenTwice(first, twice.length))
  }
}

/** Starts the commit and returns; what becomes of it is told by the progress and the batch. */
export async function commitBatch(
  services: ImportServices,
  batch: Batch,
  version: number,
  actor: Actor,
): Promise<() => Promise<void>> {
  const { db, board, now } = services
  if (batch.status !== 'preview')
    throw new Conflict(
      batch.status === 'reading' ? importMessages.stillReading() : importMessages.notInPreview(batch.status),
    )
  if (batch.version !== version)
    throw new Conflict(importMessages.stale(version, batch.version), [], { version: batch.version })
  await requireSomethingToWrite(services, batch)
  if (!(await moveBatch(db, batch.id, ['preview'], { status: 'committing', updated_at: now() })))
    throw new Conflict(importMessages.notInPreview('committing'))
  const signal = board.begin(batch.id, 'committing')
  return async () => {
    try {
      const written = await whileBeating(services, batch.id, () =>
        commitInOne(services, batch, actor, signal),
      )
      const rows = written.inserted + written.updated
      board.end(batch.id, { phase: 'committed', done: rows, total: rows })
    } catch (error) {
      await backToPreview(services, batch, error).catch(services.onError)
    }
  }
}
