import type { SheetRow } from '../import-types.ts'
import { fileLimits } from './file-limits.ts'
import { fileNote, type FileNote } from './file-messages.ts'
import { refusal } from './file-refused.ts'
import { newOdsParser } from './ods-rows.ts'
import { rowsOfText, type OpenFile, type ReadOptions, type SheetFacts } from './reading-rows.ts'
import { newSharedStrings } from './shared-strings.ts'
import { newSheetParser, type SheetContext } from './sheet-xml.ts'
import {
  countPictures,
  estimatedRows,
  readDateStyles,
  readRelations,
  readWorkbookPart,
  type Relation,
} from './workbook-parts.ts'
import { openZip, type ZipFile } from './zip-file.commands.ts'

const noBytes = () => Promise.resolve()

async function relationsOf(zip: ZipFile, part: string): Promise<Relation[]> {
  const cut = part.lastIndexOf('/')
  const folder = part.slice(0, Math.max(0, cut))
  const xml = await zip.text(`${folder === '' ? '' : `${folder}/`}_rels/${part.slice(cut + 1)}.rels`)
  return xml === undefined ? [] : readRelations(xml, folder)
}

async function firstChunk(zip: ZipFile, part: string): Promise<string> {
  for await (const chunk of zip.chunks(part)) return chunk
  return ''
}

async function picturesOn(zip: ZipFile, part: string): Promise<number> {
  let count = 0
  for (const { type, target } of await relationsOf(zip, part))
    if (type === 'drawing') count += countPictures((await zip.text(target)) ?? '')
  return count
}

interface WorkbookSheetPart extends SheetFacts {
  readonly part: string
}

async function sheetParts(zip: ZipFile, workbook: string, xml: string): Promise<WorkbookSheetPart[]> {
  const targets = new Map((await relationsOf(zip, workbook)).map(({ id, target }) => [id, target]))
  const parts: WorkbookSheetPart[] = []
  for (const { name, relation, isHidden } of readWorkbookPart(xml).sheets) {
    const part = targets.get(relation)
    // Sheets of charts and of old macros have no rows.
    if (!part || !/worksheets\//i.test(part)) continue
    if (parts.length >= fileLimits.sheets) throw refusal('too_many_sheets', fileLimits.sheets)
    const rows = estimatedRows(await firstChunk(zip, part))
    parts.push({ name, isHidden, part, pictures: await picturesOn(zip, part), ...(rows ? { rows } : {}) })
  }
  return parts
}

function notesOn(zip: ZipFile): FileNote[] {
  const names = [...zip.entries.keys()]
  return [
    ...(names.some((name) => name.endsWith('vbaproject.bin')) ? [fileNote('macros_ignored')] : []),
    ...(names.some((name) => name.includes('externallinks/')) ? [fileNote('links_ignored')] : []),
  ]
}

async function readSharedStrings(zip: ZipFile, part: string | undefined): Promise<readonly string[]> {
  if (part === undefined || !zip.entries.has(part.toLowerCase())) return []
  const strings = newSharedStrings()
  for await (const chunk of zip.chunks(part)) strings.push(chunk)
  return strings.end()
}

async function sheetContext(zip: ZipFile, workbook: string, is1904: boolean): Promise<SheetContext> {
  const relations = await relationsOf(zip, workbook)
  const targetOf = (type: string) => relations.find((relation) => relation.type === type)?.target
  const styles = targetOf('styles')
  return {
    is1904,
    strings: await readSharedStrings(zip, targetOf('sharedStrings')),
    dateStyles: readDateStyles((styles && (await zip.text(styles))) || ''),
  }
}

async function openXlsx(zip: ZipFile, workbook: string): Promise<OpenFile> {
  const xml = (await zip.text(workbook)) ?? ''
  const { is1904 } = readWorkbookPart(xml)
  const sheets = await sheetParts(zip, workbook, xml)
  let context: Promise<SheetContext> | undefined
  async function* rows(sheet: number, options: ReadOptions): AsyncGenerator<SheetRow[]> {
    const { part, pictures } = sheets[sheet]!
    context ??= sheetContext(zip, workbook, is1904)
    const parser = newSheetParser(await context)
    yield* rowsOfText(zip.chunks(part, options.onProgress), parser, options)
    if (pictures > 0) options.onNote?.(fileNote('pictures_ignored', pictures))
  }
  return { format: 'xlsx', is1904, sheets, notes: notesOn(zip), rows, close: noBytes }
}

async function openOds(zip: ZipFile): Promise<OpenFile> {
  const names = newOdsParser(-1)
  for await (const chunk of zip.chunks('content.xml')) names.push(chunk)
  const sheets = names.sheets.map((name) => ({ name, isHidden: false, pictures: 0 }))
  const rows = (sheet: number, options: ReadOptions) =>
    rowsOfText(zip.chunks('content.xml', options.onProgress), newOdsParser(sheet), options)
  return { format: 'ods', is1904: false, sheets, notes: [], rows, close: noBytes }
}

/** Workbooks that are zips: .xlsx, .xlsm and OpenDocument. */
export async function openWorkbook(path: string): Promise<OpenFile> {
  const zip = await openZip(path)
  const root = (await relationsOf(zip, '')).find(({ type }) => type === 'officeDocument')?.target
  if (zip.entries.has('xl/workbook.bin')) throw refusal('zip_xlsb')
  const workbook = root && zip.entries.has(root.toLowerCase()) ? root : 'xl/workbook.xml'
  if (zip.entries.has(workbook.toLowerCase())) return openXlsx(zip, workbook)
  if (zip.entries.has('content.xml') && zip.entries.has('mimetype')) return openOds(zip)
  if (zip.entries.has('word/document.xml'))
    throw refusal('file_is_other', { zh: ' Word 文档', en: 'a Word document' })
  if (zip.entries.has('ppt/presentation.xml'))
    throw refusal('file_is_other', { zh: '演示文稿', en: 'a presentation' })
  throw refusal('zip_no_workbook')
}
