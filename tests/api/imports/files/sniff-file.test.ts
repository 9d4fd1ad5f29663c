import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { FileRefused } from '../../../../api/imports/files/file-refused.ts'
import { sniffFile } from '../../../../api/imports/files/sniff-file.ts'
import { accidentRow, accidentTitles } from '../../../fixtures/imports/accident-traps.ts'
import {
  csvGbk,
  csvUtf8WithBom,
  excel97,
  htmlRenamedToXls,
  tabSeparatedUtf16,
  wpsSpreadsheet,
  xmlSpreadsheet2003,
} from '../../../fixtures/imports/other-formats.ts'
import { oneSheet } from '../../../fixtures/imports/workbook.ts'
import { readAll, removeFiles } from './open-file.ts'

afterAll(removeFiles)

const plainWorkbook = () => oneSheet('事故.xlsx', [[...accidentTitles], accidentRow()])

describe('a file is known by its contents', () => {
  test.each([
    ['zip', plainWorkbook, 0],
    ['ole', excel97, 0],
    ['ole', wpsSpreadsheet, 0],
    ['html', htmlRenamedToXls, 1],
    ['xmlSpreadsheet', xmlSpreadsheet2003, 1],
    ['text', csvGbk, 0],
    ['text', csvUtf8WithBom, 0],
    ['text', tabSeparatedUtf16, 0],
  ])('%s', (kind, file, notes) => {
    const { bytes, name } = file()
    const sniffed = sniffFile(bytes.subarray(0, 8192), name)
    expect(sniffed).toMatchObject({ kind })
    expect('notes' in sniffed && sniffed.notes).toHaveLength(notes)
  })

  test('a workbook that is called .csv is read as a workbook, and that is said', async () => {
    const { cells, notes } = await readAll({ ...plainWorkbook(), name: '事故.csv' })
    expect(cells).toHaveLength(2)
    expect(notes).toEqual(['wrong_extension'])
  })

  test.each(['utf16le', 'utf16be'] as const)('a table in %s without a mark is a text', (encoding) => {
    const bytes = tabSeparatedUtf16().bytes.subarray(2)
    const text = encoding === 'utf16le' ? bytes : Buffer.from(bytes).swap16()
    expect(sniffFile(text.subarray(0, 8192), '事故.txt')).toMatchObject({ kind: 'text' })
  })

  test('zeros at every second byte make no text of what is none', () => {
    const sound = Uint8Array.from({ length: 4000 }, (_, index) => (index % 2 === 0 ? 1 + (index % 7) : 0))
    const sniffed = sniffFile(sound, '事故.txt')
    expect('refused' in sniffed).toBe(true)
  })

  test.each([
    ['a PDF', '255044462d312e37'],
    ['a RAR archive', '526172211a0700'],
    ['a program', '4d5a90000300000004000000ffff0000'],
  ])('%s is refused by name', (_, hex) => {
    const sniffed = sniffFile(Buffer.from(hex, 'hex'), '事故.xlsx')
    expect('refused' in sniffed && sniffed.refused.code).toBe('file_is_other')
  })
})

describe('a text of another program is refused by name, not read as a table without a header', () => {
  test.each([
    [
      'flat OpenDocument',
      '<?xml version="1.0" encoding="UTF-8"?>\n<office:document office:version="1.3">',
      'XML',
    ],
    ['DIF', 'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n', 'DIF'],
    ['RTF', '{\\rtf1\\ansi', 'RTF'],
    ['JSON', '[{"事故编号": "1"}]', 'JSON'],
  ])('%s', (_, text, word) => {
    const sniffed = sniffFile(Buffer.from(text), '事故.xls')
    expect('refused' in sniffed && sniffed.refused).toMatchObject({ code: 'file_is_other' })
    expect('refused' in sniffed && sniffed.refused.text.zh).toContain(word)
  })

  test('a bracket at the beginning of a list is no JSON', () => {
    expect(sniffFile(Buffer.from('[内部],事故编号\n1,2\n'), '事故.csv')).toMatchObject({ kind: 'text' })
  })
})

describe('whatever the bytes are, they are read or refused with words', () => {
  const attempt = (bytes: Uint8Array) =>
    readAll({ name: 'a.xlsx', bytes }).then(
      () => true,
      (error: unknown) => error instanceof FileRefused && error.text.zh.length > 5,
    )

  test('any bytes', async () => {
    const bytes = fc.uint8Array({ maxLength: 300 })
    await fc.assert(fc.asyncProperty(bytes, attempt), { numRuns: 60 })
  })

  test.each([
    ['a workbook', plainWorkbook],
    ['an Excel 97 file', excel97],
  ])('%s with damaged bytes', async (_, file) => {
    const { bytes } = file()
    const damage = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const damaged = Uint8Array.from(bytes)
        for (const [at, value] of changes) damaged[at] = value
        return attempt(damaged)
      }),
      { numRuns: 60 },
    )
  })
})
