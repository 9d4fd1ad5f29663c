import { readFile, stat } from 'node:fs/promises'
import type { CellValue } from 'hucre/xlsx'
import type { Cell, SheetRow } from '../import-types.ts'
import { newRowBounds } from './bounded-rows.ts'
import { fileLimits } from './file-limits.ts'
import { fileNote, fileRefusals } from './file-messages.ts'
import { FileRefused, refusal } from './file-refused.ts'
import { hiddenSheets, oleFacts } from './ole-facts.ts'
import type { OpenFile, ReadOptions } from './reading-rows.ts'

const batchRows = 500

function cellOf(value: CellValue | undefined): Cell {
  if (value === null || value === undefined || value === '') return null
  if (value instanceof Date) {
    const iso = value.toISOString()
    return { kind: 'date', text: `${iso.slice(0, 10)} ${iso.slice(11, 19)}` }
  }
  return typeof value === 'string' ? value.slice(0, fileLimits.cellChars) : value
}

function checkReadable(bytes: Buffer) {
  const facts = oleFacts(bytes)
  if (facts === 'lockedPackage' || facts === 'lockedWorkbook') throw refusal('file_locked')
  if (facts === 'tooOld') throw refusal('xls_too_old')
  if (facts === 'other')
    throw refusal('file_is_other', { zh: ' Word 或其他 Office 文档', en: 'a Word or other Office document' })
}

async function readWorkbook(bytes: Buffer) {
  // Only here: the other kinds of file shall not wait for it.
  const { readXls } = await import('hucre/xlsx')
  try {
    return await readXls(bytes)
  } catch (error) {
    throw new FileRefused('file_damaged', fileRefusals.file_damaged(), error)
  }
}

/** .xls and WPS .et: a container that can only be read as a whole, so its size is held small. */
export async function openExcel97(path: string): Promise<OpenFile> {
  const { size } = await stat(path)
  if (size > fileLimits.wholeFileBytes)
    throw refusal('whole_file_too_large', fileLimits.wholeFileBytes / 1024 / 1024)
  const bytes = await readFile(path)
  checkReadable(bytes)
  const { sheets } = await readWorkbook(bytes)
  async function* rows(sheet: number, { onNote, onProgress, signal }: ReadOptions) {
    const bounds = newRowBounds()
    const all = sheets[sheet]!.rows
    for (let from = 0; from < all.length && !bounds.hasEnded; from += batchRows) {
      signal?.throwIfAborted()
      const batch: SheetRow[] = []
      for (let at = from; at < Math.min(all.length, from + batchRows); at++) {
        const cells = all[at]
        if (!cells) continue
        if (cells.length > fileLimits.columns) throw refusal('too_many_columns', fileLimits.columns, at + 1)
        batch.push({ number: at + 1, cells: Array.from(cells, cellOf) })
      }
      const taken = bounds.take(batch, Math.min(all.length, from + batchRows))
      onProgress?.(Math.min(all.length, from + batchRows), all.length)
      if (taken.length > 0) yield taken
    }
    for (const note of bounds.notes()) onNote?.(note)
  }
  const hidden = hiddenSheets(bytes)
  const facts = sheets.map(({ name, rows: { length } }, index) => ({
    name,
    isHidden: hidden[index] ?? false,
    rows: length,
    pictures: 0,
  }))
  const notes = hidden.length < sheets.length ? [fileNote('hidden_sheets_unknown')] : []
  return { format: 'xls', is1904: false, sheets: facts, notes, rows, close: () => Promise.resolve() }
}
