import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { delimiterOf, newDelimitedParser } from './delimited-rows.ts'
import { fileNote, type FileNote } from './file-messages.ts'
import { newTablesParser } from './html-rows.ts'
import { rowsOfText, type OpenFile, type ReadOptions } from './reading-rows.ts'
import { encodingOfHead, newUtf8Check, type Encoding } from './text-encoding.ts'
import { newSpreadsheetParser } from './xml-spreadsheet-rows.ts'

const headBytes = 64 * 1024
const chunkBytes = 256 * 1024

export async function readHead(path: string, bytes = headBytes): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The whole file decides: one page of ASCII says nothing about what follows. */
async function encodingOf(path: string): Promise<Encoding> {
  const known = encodingOfHead(await readHead(path))
  if (known) return known
  const isUtf8 = newUtf8Check()
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes }))
    if (!isUtf8(chunk as Buffer, false)) return 'gb18030'
  return isUtf8(new Uint8Array(0), true) ? 'utf-8' : 'gb18030'
}

async function* textOf(
  path: string,
  encoding: Encoding,
  onProgress?: ReadOptions['onProgress'],
): AsyncGenerator<string> {
  const { size } = await stat(path)
  const decoder = new TextDecoder(encoding)
  let done = 0
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    done += (chunk as Buffer).length
    onProgress?.(done, size)
    yield decoder.decode(chunk as Buffer, { stream: true })
  }
  yield decoder.decode()
}

const encodingNotes = (encoding: Encoding): FileNote[] =>
  encoding === 'gb18030' ? [fileNote('read_as_gbk')] : []

const single = (name: string) => [{ name, isHidden: false, pictures: 0 }]
const noBytes = () => Promise.resolve()

export async function openDelimited(path: string, sheetName: string): Promise<OpenFile> {
  const encoding = await encodingOf(path)
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(await readHead(path)))
  return {
    format: 'csv',
    is1904: false,
    sheets: single(sheetName),
    notes: encodingNotes(encoding),
    rows: (_, options) =>
      rowsOfText(textOf(path, encoding, options.onProgress), newDelimitedParser(delimiter), options),
    close: noBytes,
  }
}

export async function openHtml(path: string, sheetName: string): Promise<OpenFile> {
  const encoding = await encodingOf(path)
  return {
    format: 'html',
    is1904: false,
    sheets: single(sheetName),
    notes: encodingNotes(encoding),
    rows(_, options) {
      const parser = newTablesParser()
      const notes = () => (parser.pictures() > 0 ? [fileNote('pictures_ignored', parser.pictures())] : [])
      return rowsOfText(textOf(path, encoding, options.onProgress), { ...parser, notes }, options)
    },
    close: noBytes,
  }
}

export async function openXmlSpreadsheet(path: string): Promise<OpenFile> {
  const encoding = await encodingOf(path)
  const names = newSpreadsheetParser(-1)
  for await (const chunk of textOf(path, encoding)) names.push(chunk)
  return {
    format: 'xmlSpreadsheet',
    is1904: false,
    sheets: names.sheets.map((name) => ({ name, isHidden: false, pictures: 0 })),
    notes: encodingNotes(encoding),
    rows: (sheet, options) =>
      rowsOfText(textOf(path, encoding, options.onProgress), newSpreadsheetParser(sheet), options),
    close: noBytes,
  }
}
