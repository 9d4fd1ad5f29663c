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

  test.each([
    ['a PDF', '255044462d312e37'],
    ['a RAR archive', '526172211a0700'],
    ['a program', '4d5a90000300000004000000ffff0000'],
  ])('%s is refused by name', (_, hex) => {
    const sniffed = sniffFile(Buffer.from(hex, 'hex'), '事故.xlsx')
    expect('refused' in sniffed && sniffed.refused.code).toBe('file_is_other')
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
