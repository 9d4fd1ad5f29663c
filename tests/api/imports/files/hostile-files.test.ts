import { afterAll, describe, expect, test } from 'vitest'
import { fileLimits } from '../../../../api/imports/files/file-limits.ts'
import type { FileRefused } from '../../../../api/imports/files/file-refused.ts'
import * as hostile from '../../../fixtures/imports/hostile-files.ts'
import { excel97WithPassword, workbookWithPassword } from '../../../fixtures/imports/other-formats.ts'
import { readAll, removeFiles } from './open-file.ts'

afterAll(removeFiles)

describe('a hostile file is refused with words for the clerk', () => {
  test.each([
    ['zip_too_large', hostile.declaredZipBomb],
    ['zip_bomb', hostile.packedZipBomb],
    ['zip_bomb', hostile.lyingZipBomb],
    ['zip_too_many_parts', hostile.zipWithThousandsOfParts],
    ['zip_bad_path', hostile.zipWithPathTraversal],
    ['file_locked', hostile.zipWithPassword],
    ['file_locked', workbookWithPassword],
    ['file_locked', excel97WithPassword],
    ['zip_no_workbook', hostile.zipThatIsNoWorkbook],
    ['file_is_other', hostile.wordRenamedToXlsx],
    ['file_truncated', hostile.truncatedWorkbook],
    ['file_empty', hostile.zeroBytes],
    ['file_is_other', hostile.pngRenamedToXlsx],
    ['too_many_columns', hostile.valueInTheLastColumn],
  ])('%s', async (code, file) => {
    const refused = await readAll(file()).then(
      () => undefined,
      (error: FileRefused) => error,
    )
    expect(refused?.code).toBe(code)
    expect(refused?.text.zh).toMatch(/[。]$/)
    expect(refused?.text.en).toMatch(/\.$/)
  })
})

describe('a strange file is read at bounded cost', () => {
  test('a million styled empty rows end after two thousand', async () => {
    const started = performance.now()
    const { rows, notes } = await readAll(hostile.emptyRowsWithoutEnd(300_000))
    expect(rows).toHaveLength(1)
    expect(notes).toEqual(['stopped_at_blank_rows'])
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('nesting costs nothing', async () => {
    const { cells } = await readAll(hostile.deeplyNestedXml())
    expect(cells).toEqual([[1]])
  })

  test('entities are never expanded', async () => {
    const { cells } = await readAll(hostile.entityExpansion())
    expect(cells).toEqual([['&e10;']])
  })

  test('a cell of ten megabytes is cut, and that is said', async () => {
    const { cells, notes } = await readAll(hostile.tenMegabyteCell())
    expect((cells[1]?.[0] as string).length).toBe(fileLimits.cellChars)
    expect(notes).toContain('cells_cut')
  })

  test('invisible characters are taken out, and that is said', async () => {
    const { cells, notes } = await readAll(hostile.nulCharacters())
    expect(cells[1]?.[1]).toBe('109国道')
    expect(notes).toEqual(['control_characters_removed'])
  })

  test('macros and links to other files are left alone, and that is said', async () => {
    expect((await readAll(hostile.workbookWithMacros())).notes).toEqual(['macros_ignored'])
    expect((await readAll(hostile.workbookWithExternalLinks())).notes).toEqual(['links_ignored'])
  })

  test('a quote that is never closed does not swallow the file', async () => {
    const bytes = Buffer.from(`编号,地点\n1,"109国道\n${'2,b\n'.repeat(280_000)}`)
    const started = performance.now()
    const { rows } = await readAll({ name: 'a.csv', bytes })
    expect(rows.length).toBeGreaterThan(100_000)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
