import { stat } from 'node:fs/promises'
import { fileLimits } from './file-limits.ts'
import { refusal } from './file-refused.ts'
import { openExcel97 } from './open-excel97.commands.ts'
import { openDelimited, openHtml, openXmlSpreadsheet, readHead } from './open-text.commands.ts'
import { openWorkbook } from './open-workbook.commands.ts'
import type { OpenFile } from './reading-rows.ts'
import { sniffFile, type ContentKind } from './sniff-file.ts'

const sniffedBytes = 8192

function openAs(kind: ContentKind, path: string, name: string): Promise<OpenFile> {
  const sheetName = name.replace(/\.[^.]*$/, '')
  if (kind === 'zip') return openWorkbook(path)
  if (kind === 'ole') return openExcel97(path)
  if (kind === 'html') return openHtml(path, sheetName)
  return kind === 'xmlSpreadsheet' ? openXmlSpreadsheet(path) : openDelimited(path, sheetName)
}

/**
 * The file by its contents, whatever its name says, with the sheets that it holds. Throws `FileRefused` with a text for
 * the clerk. `name`: the name under which it was uploaded.
 */
export async function openSheets(path: string, name: string): Promise<OpenFile> {
  const { size } = await stat(path)
  if (size > fileLimits.fileBytes) throw refusal('file_too_large', fileLimits.fileBytes / 1024 / 1024)
  const sniffed = sniffFile(await readHead(path, sniffedBytes), name)
  if ('refused' in sniffed) throw sniffed.refused
  const file = await openAs(sniffed.kind, path, name)
  if (file.sheets.length === 0) throw refusal('no_sheet')
  return { ...file, notes: [...sniffed.notes, ...file.notes] }
}

export function sheetAt(file: OpenFile, sheet: string | number): number {
  const index = typeof sheet === 'number' ? sheet : file.sheets.findIndex(({ name }) => name === sheet)
  if (!file.sheets[index]) throw refusal('sheet_missing', String(sheet))
  return index
}
