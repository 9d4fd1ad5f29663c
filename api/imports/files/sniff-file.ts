import type { Text } from '../../http/text.ts'
import { fileNote, type FileNote } from './file-messages.ts'
import { refusal, type FileRefused } from './file-refused.ts'
import { encodingOfHead } from './text-encoding.ts'

/** What the bytes are, whatever the name says. A zip is told apart by its parts later: xlsx, xlsm, ods. */
export type ContentKind = 'zip' | 'ole' | 'html' | 'xmlSpreadsheet' | 'text'

export type Sniffed =
  { readonly kind: ContentKind; readonly notes: readonly FileNote[] } | { readonly refused: FileRefused }

const foreign: readonly (readonly [hex: string, what: Text])[] = [
  ['89504e47', { zh: '图片（PNG）', en: 'a picture (PNG)' }],
  ['ffd8ff', { zh: '图片（JPEG）', en: 'a picture (JPEG)' }],
  ['47494638', { zh: '图片（GIF）', en: 'a picture (GIF)' }],
  ['424d', { zh: '图片（BMP）', en: 'a picture (BMP)' }],
  ['25504446', { zh: ' PDF 文档', en: 'a PDF document' }],
  ['52617221', { zh: ' RAR 压缩包', en: 'a RAR archive' }],
  ['377abcaf', { zh: ' 7z 压缩包', en: 'a 7z archive' }],
  ['1f8b', { zh: ' gzip 压缩包', en: 'a gzip archive' }],
  ['4d5a', { zh: '程序', en: 'a program' }],
  ['7f454c46', { zh: '程序', en: 'a program' }],
]

const kindNames: Readonly<Record<ContentKind, Text>> = {
  zip: { zh: ' .xlsx 工作簿', en: 'an .xlsx workbook' },
  ole: { zh: ' Excel 97-2003（.xls）工作簿', en: 'an Excel 97-2003 workbook (.xls)' },
  html: { zh: '网页表格（HTML）', en: 'a table in HTML' },
  xmlSpreadsheet: { zh: ' XML 电子表格 2003', en: 'an XML Spreadsheet 2003' },
  text: { zh: '分隔文本（CSV）', en: 'delimited text (CSV)' },
}

const extensionsOf: Readonly<Record<ContentKind, readonly string[]>> = {
  zip: ['xlsx', 'xlsm', 'xltx', 'xltm', 'ods', 'ett', 'xlsb'],
  ole: ['xls', 'et', 'xlt'],
  html: ['html', 'htm'],
  xmlSpreadsheet: ['xml'],
  text: ['csv', 'tsv', 'txt', 'tab'],
}

const startsWith = (bytes: Uint8Array, hex: string) =>
  hex.match(/../g)!.every((pair, index) => bytes[index] === Number.parseInt(pair, 16))

/** Only ASCII matters here, in whichever encoding: zeros of UTF-16 fall out. */
function asciiOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) if (byte > 0 && byte < 0x80) text += String.fromCharCode(byte)
  return text.trimStart().toLowerCase()
}

/** Of UTF-16 the characters are judged, for every second byte of a table in Latin letters is zero. */
function looksBinary(bytes: Uint8Array): boolean {
  const encoding = encodingOfHead(bytes)
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  const codes = isWide
    ? [...new TextDecoder(encoding).decode(bytes)].map((sign) => sign.charCodeAt(0))
    : bytes
  let strange = 0
  for (const code of codes) if (code < 9 || (code > 13 && code < 32 && code !== 27)) strange++
  return strange * 20 > codes.length
}

function textKind(bytes: Uint8Array): ContentKind | undefined {
  const text = asciiOf(bytes)
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && text.startsWith('<?xml'))
    return 'xmlSpreadsheet'
  if (
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|meta|body|table|style|div)\b/.test(
      text,
    )
  )
    return 'html'
  return looksBinary(bytes) ? undefined : 'text'
}

function kindOf(bytes: Uint8Array): ContentKind | undefined {
  if (startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')) return 'zip'
  if (startsWith(bytes, 'd0cf11e0a1b11ae1')) return 'ole'
  return textKind(bytes)
}

function notesOn(kind: ContentKind, name: string): readonly FileNote[] {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  if (!extension || extensionsOf[kind].includes(extension)) return []
  return [fileNote('wrong_extension', `.${extension}`, kindNames[kind])]
}

/** Texts of other programs: read as delimited text they would only say that no header was found. */
const otherTexts: readonly (readonly [begin: RegExp, what: Text])[] = [
  [/^<\?xml|^<[a-z]+:/, { zh: ' XML 文档', en: 'an XML document' }],
  [/^table\r?\n0,1\r?\n/, { zh: ' DIF 数据交换文件', en: 'a DIF file' }],
  [/^\{\\rtf/, { zh: ' RTF 文档', en: 'an RTF document' }],
  [/^[[{]\s*["{[]/, { zh: ' JSON 数据', en: 'JSON data' }],
]

/** From the first some thousand bytes. */
export function sniffFile(firstBytes: Uint8Array, name: string): Sniffed {
  if (firstBytes.length === 0) return { refused: refusal('file_empty') }
  const stranger = foreign.find(([hex]) => startsWith(firstBytes, hex))
  const kind = kindOf(firstBytes)
  // "BM" and "MZ" may begin a text as well.
  if (stranger && (stranger[0].length > 4 || kind !== 'text'))
    return { refused: refusal('file_is_other', stranger[1]) }
  const other = kind === 'text' && otherTexts.find(([begin]) => begin.test(asciiOf(firstBytes)))
  if (other) return { refused: refusal('file_is_other', other[1]) }
  return kind ? { kind, notes: notesOn(kind, name) } : { refused: refusal('file_unknown') }
}
