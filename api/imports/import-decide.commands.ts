import { newId } from '../db/id.ts'
import type { Database } from '../db/tables.ts'
import { Conflict, NotFound, Unprocessable } from '../http/problem.ts'
import { loadImportGround } from './import-ground.queries.ts'
import { judgeRows } from './import-match.commands.ts'
import { findStanding } from './import-match.queries.ts'
import { importMessages } from './import-messages.ts'
import { rereadRecord } from './import-pipeline.ts'
import { packedJson, storedRow } from './import-packing.ts'
import { settingsOf } from './import-read.commands.ts'
import {
  findRow,
  replaceRow,
  skipOthersOfKey,
  writeDecision,
  writeVerdicts,
  type ShownRow,
} from './import-row.queries.ts'
import type { Batch } from './import.queries.ts'
import type { RowDecision } from './import-types.ts'
import { newsFor } from './matching/ledger-news.ts'

async function requireRow(db: Database, batchId: string, row: number): Promise<ShownRow> {
  const found = await findRow(db, batchId, row)
  if (!found) throw new NotFound(importMessages.unknownRow())
  return found
}

/** Reads the row anew with what the clerk typed; the cells of the file stay beside it as they came. */
async function rereadRow(db: Database, batch: Batch, row: ShownRow, decision: RowDecision, now: Date) {
  const { mapping } = batch
  if (!mapping || !decision.values) return
  const settings = settingsOf(batch, row.sheet, await loadImportGround(db), {}, now)
  const source = { rowNumbers: row.row_numbers, raw: row.raw, findings: row.findings }
  const record = rereadRecord(mapping, settings, source, decision.values)
  if (!record) throw new Unprocessable(importMessages.unknownRow())
  const json = packedJson([storedRow(record, row.position, decision, newId)])
  await replaceRow(db, batch.id, row.position, json)
}

/** The row is a record that stands under another number: what it says is news of that one. */
async function takeAs(db: Database, batch: Batch, row: ShownRow, of: string | undefined) {
  const standing = of === undefined ? undefined : await findStanding(db, batch.kind, of)
  if (!standing) throw new NotFound(importMessages.unknownRow())
  const { position, outcome, findings, others } = row
  const { match, findings: kept } = newsFor(batch.kind, row.said, standing, findings)
  await writeVerdicts(db, batch.id, [
    { position, outcome, findings: [...findings, ...kept], match, others, target_id: standing.id },
  ])
}

function orRefuse({ outcome, blocking }: ShownRow, { action }: RowDecision): void {
  if (action === 'skip') return
  if (outcome === 'refused') throw new Unprocessable(importMessages.refusedRow())
  if (blocking.length > 0) throw new Unprocessable(importMessages.cannotTake(blocking.join('、')))
}

/** What the clerk decides of one row; null takes a decision back. */
export async function decideRow(
  db: Database,
  batch: Batch,
  number: number,
  decision: RowDecision | null,
  now: Date,
): Promise<ShownRow> {
  if (batch.status !== 'preview') throw new Conflict(importMessages.notInPreview(batch.status))
  const before = await requireRow(db, batch.id, number)
  const { position } = before
  if (decision?.values) await rereadRow(db, batch, before, decision, now)
  await judgeRows(db, batch.kind, { batchId: batch.id, from: position, to: position })
  const row = await requireRow(db, batch.id, number)
  if (decision) orRefuse(row, decision)
  if (decision?.action === 'same') await takeAs(db, batch, row, decision.of)
  await writeDecision(db, batch.id, position, decision)
  if (decision?.action === 'take' && row.record_key !== null)
    await skipOthersOfKey(db, batch.id, position, row.record_key)
  return requireRow(db, batch.id, number)
}
