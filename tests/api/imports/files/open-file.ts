import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cell, SheetRow } from '../../../../api/imports/import-types.ts'
import { openSheets, sheetAt } from '../../../../api/imports/files/open-sheets.commands.ts'
import type { OpenFile } from '../../../../api/imports/files/reading-rows.ts'
import type { ImportFile } from '../../../fixtures/imports/workbook.ts'

const folder = await mkdtemp(join(tmpdir(), 'otog-import-'))
let count = 0

export const removeFiles = () => rm(folder, { recursive: true, force: true })

/** The file as it lies in the staging folder after the upload. */
export async function staged({ bytes }: ImportFile): Promise<string> {
  // The test file before this one may have removed it: one process runs several of them.
  await mkdir(folder, { recursive: true })
  const path = join(folder, String(count++))
  await writeFile(path, bytes)
  return path
}

export const opened = async (file: ImportFile): Promise<OpenFile> => openSheets(await staged(file), file.name)

export interface ReadFile {
  readonly file: OpenFile
  readonly rows: readonly SheetRow[]
  readonly cells: readonly (readonly Cell[])[]
  readonly notes: readonly string[]
}

export async function readAll(file: ImportFile, sheet: string | number = 0): Promise<ReadFile> {
  const open = await opened(file)
  const notes = open.notes.map(({ code }) => code as string)
  const rows: SheetRow[] = []
  const read = open.rows(sheetAt(open, sheet), { onNote: ({ code }) => notes.push(code) })
  for await (const chunk of read) for (const row of chunk) rows.push(row)
  return { file: open, rows, cells: rows.map(({ cells }) => cells), notes }
}
