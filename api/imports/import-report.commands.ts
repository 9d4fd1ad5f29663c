import { Readable } from 'node:stream'
import { existsSync } from 'node:fs'
import { Conflict, NotFound } from '../http/problem.ts'
import { openSheets, sheetAt } from './files/open-sheets.commands.ts'
import type { OpenFile } from './files/reading-rows.ts'
import { importMessages } from './import-messages.ts'
import { stagedFile } from './import-read.commands.ts'
import { listRows, type ShownRow } from './import-row.queries.ts'
import type { ImportServices } from './import-services.ts'
import type { ColumnMapping, SheetRow } from './import-types.ts'
import { countOutcomes, type Batch } from './import.queries.ts'
import { statusWords } from './import-words.ts'
import { columnName } from './matching/column-names.ts'
import { fieldOfColumn } from './matching/field-of-column.ts'
import type { RowResult } from './report/report-result.ts'
import { reportWorkbook } from './report/report-workbook.commands.ts'

const rowsAtOnce = 1000

function resultOf({ row_numbers, outcome, findings, match, others }: ShownRow): RowResult {
  const differences = match?.differences ?? []
  const changes = differences.map(({ column, standing, given }) =>
    column === 'lon' || column === 'lat' || column === 'geometry'
      ? ''
      : `${columnName(column)}：${String(standing ?? '空')} → ${String(given ?? '空')}`,
  )
  const twins = others.map(({ in: where, row, number }) =>
    where === 'file' ? `另见第 ${row} 行` : `另见 ${number}`,
  )
  return {
    rowNumbers: row_numbers,
    outcome,
    findings,
    changedFields: [...new Set(differences.map(({ column }) => fieldOfColumn(column)))],
    remarks: [...new Set([...changes, ...twins])].filter((text) => text !== ''),
  }
}

async function* resultsOf({ db }: ImportServices, batch: Batch): AsyncGenerator<RowResult[]> {
  let after = -1
  for (;;) {
    const rows = await listRows(db, batch.id, { after, limit: rowsAtOnce })
    if (rows.length === 0) return
    yield rows.map(resultOf)
    after = rows.at(-1)!.position
  }
}

async function* rowsOf(file: OpenFile, sheet: string): AsyncGenerator<SheetRow[]> {
  try {
    yield* file.rows(sheetAt(file, sheet), {})
  } finally {
    await file.close()
  }
}

const clock = (at: Date) => at.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })

/** The clerk's own file back, row by row with what became of each, written as it is read. */
export async function reportOf(
  services: ImportServices,
  batch: Batch,
): Promise<{ name: string; body: ReadableStream<Uint8Array> }> {
  const { folder, db, now } = services
  const mapping: ColumnMapping | null = batch.mapping
  if (!mapping || batch.sheet === null) throw new Conflict(importMessages.notInPreview(batch.status))
  const path = stagedFile(folder, batch.id)
  if (!existsSync(path)) throw new NotFound(importMessages.fileGone())
  const file = await openSheets(path, batch.file_name)
  const chunks = reportWorkbook({
    rows: rowsOf(file, batch.sheet),
    results: resultsOf(services, batch),
    mapping,
    facts: {
      kind: batch.kind,
      fileName: batch.file_name,
      fileHash: batch.file_hash,
      sheet: batch.sheet,
      status: statusWords[batch.status].zh,
      ...(batch.crs ? { coordinateSystem: batch.crs } : {}),
      counts: await countOutcomes(db, batch.id),
      userName: batch.created_by_name,
      uploadedAt: clock(batch.created_at),
      writtenAt: clock(now()),
      notes: batch.notes.map(({ zh }) => zh),
    },
  })
  const name = `${batch.file_name.replace(/\.[^.]*$/, '')}-导入结果.xlsx`
  return { name, body: Readable.toWeb(Readable.from(chunks)) as ReadableStream<Uint8Array> }
}
