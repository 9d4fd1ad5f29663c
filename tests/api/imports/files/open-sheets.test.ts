import { afterAll, describe, expect, test } from 'vitest'
import {
  accidentNo,
  accidentNumbersAsNumbers,
  accidentRow,
  accidentTitles,
  datesFrom1904,
  dateWritings,
  errorsAndFormulas,
  floatingPictures,
  hiddenParts,
  severalSheets,
  simpleProcedureCsvInGbk,
  twoLevelMergedHeader,
} from '../../../fixtures/imports/accident-traps.ts'
import {
  csvGbk,
  csvRagged,
  csvSemicolons,
  csvUtf8,
  csvUtf8WithBom,
  excel97,
  excel97WithHiddenSheet,
  htmlRenamedToXls,
  htmlUtf8RenamedToXls,
  htmlWithSpans,
  tabSeparatedUtf16,
  wpsSpreadsheet,
  xmlSpreadsheet2003,
} from '../../../fixtures/imports/other-formats.ts'
import { oneSheet, workbook, workbookParts } from '../../../fixtures/imports/workbook.ts'
import { zipArchive } from '../../../fixtures/imports/zip-archive.ts'
import { readAll, removeFiles } from './open-file.ts'

afterAll(removeFiles)

const titles = [...accidentTitles]
const asTexts = accidentRow().map(String)
const columnOf = (title: (typeof accidentTitles)[number]) => accidentTitles.indexOf(title)

describe('a workbook', () => {
  test('gives texts as texts and numbers as numbers', async () => {
    const { cells } = await readAll(oneSheet('a.xlsx', [titles, accidentRow()]))
    expect(cells).toEqual([titles, accidentRow()])
  })

  test('gives a damaged number of an accident as the number that it has become', async () => {
    const { cells } = await readAll(accidentNumbersAsNumbers())
    expect(cells.slice(1).map(([no]) => no)).toEqual([150624120180000000, 1.50624e17, 150624120180000128])
  })

  test('gives dates by the clock of the sheet and leaves bare serial numbers alone', async () => {
    const { cells } = await readAll(dateWritings())
    const column = cells.slice(1).map((row) => row[columnOf('事故发生时间')])
    expect(column[7]).toBe(43164.604)
    expect(column.slice(8, 11)).toEqual([
      { kind: 'date', text: '2018-03-05 14:30:00' },
      { kind: 'date', text: '2018-03-05 00:00:00' },
      { kind: 'date', text: '2018-03-05 00:00:00' },
    ])
  })

  test('that counts from 1904 shows the same day', async () => {
    const { cells, file } = await readAll(datesFrom1904())
    expect(file.is1904).toBe(true)
    expect(cells[1]?.[columnOf('事故发生时间')]).toEqual({ kind: 'date', text: '2018-03-05 14:30:00' })
  })

  test('keeps row numbers over blank rows and merged values in their first cell only', async () => {
    const { rows } = await readAll(twoLevelMergedHeader())
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(rows[0]!.cells.slice(3, 7)).toEqual(['死亡', null, null, '受伤'])
    expect(rows[1]!.cells.slice(0, 5)).toEqual([null, null, null, '当场', '7日'])
    const { rows: sparse } = await readAll(oneSheet('a.xlsx', [['a'], [], [' '], ['b']]))
    expect(sparse.map(({ number }) => number)).toEqual([1, 4])
  })

  test('gives the last value of a formula, errors as their text, and says which formula has no value', async () => {
    const { cells, notes } = await readAll(errorsAndFormulas())
    expect(cells[1]?.slice(7, 9)).toEqual([2, '#N/A'])
    expect(cells[2]?.[5]).toBe('109国道1023公里处')
    expect(notes).toEqual(['formulas_without_value'])
  })

  test('counts floating pictures and ignores them', async () => {
    const { file, notes } = await readAll(floatingPictures())
    expect(file.sheets[0]?.pictures).toBe(2)
    expect(notes).toEqual(['pictures_ignored'])
  })

  test('lists hidden sheets as hidden and reads hidden rows with a note', async () => {
    const { file, rows, notes } = await readAll(hiddenParts())
    expect(file.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['三月', false],
      ['旧表', true],
    ])
    expect(rows).toHaveLength(3)
    expect(notes).toEqual(['hidden_rows_read', 'hidden_columns_read'])
  })

  test('reads the sheet that was asked for', async () => {
    const { cells } = await readAll(severalSheets(), '二月')
    expect(cells[1]?.[0]).toBe(accidentNo(2))
    await expect(readAll(severalSheets(), '三月')).rejects.toMatchObject({ code: 'sheet_missing' })
  })

  test('of a streaming writer, whose sizes stand in the wide fields, is read too', async () => {
    const parts = workbookParts({ sheets: [{ name: 'a', rows: [titles] }] })
    const bytes = zipArchive(parts.map((part) => ({ ...part, isWide: true })))
    expect((await readAll({ name: 'a.xlsx', bytes })).cells).toEqual([titles])
  })

  test('shares texts, joins rich text, leaves out how it is spoken', async () => {
    const shared = {
      name: 'xl/sharedStrings.xml',
      bytes:
        '<sst><si><r><t>109</t></r><r><t xml:space="preserve">国道 &amp; </t></r><rPh><t>读音</t></rPh></si><si><t>第一行_x000D_</t></si></sst>',
    }
    const rows = [[{ shared: 'a' }, { shared: 'b' }]]
    const { cells } = await readAll(workbook('a.xlsx', { sheets: [{ name: 'a', rows }], more: [shared] }))
    expect(cells).toEqual([['109国道 & ', '第一行\r']])
  })
})

describe('delimited text', () => {
  test.each([
    ['UTF-8', csvUtf8],
    ['UTF-8 with its mark', csvUtf8WithBom],
    ['GBK', csvGbk],
    ['UTF-16 with tabs', tabSeparatedUtf16],
    ['semicolons', csvSemicolons],
  ])('in %s gives the same cells', async (_, file) => {
    const { cells } = await readAll(file())
    expect(cells).toEqual([titles, asTexts])
  })

  test('says when it was read as GBK', async () => {
    const { notes, cells } = await readAll(simpleProcedureCsvInGbk())
    expect(notes).toEqual(['read_as_gbk'])
    expect(cells[1]?.[6]).toBe('109国道1046公里200米,路口')
    expect(cells[3]?.slice(0, 3)).toEqual(['合计', '2起', null])
  })

  test('keeps quotes, line breaks in cells and ragged rows as they are', async () => {
    const { cells } = await readAll(csvRagged())
    expect(cells.slice(1)).toEqual([
      ['1', '109国道,1023公里', '第一行\n第二行 "引"文'],
      ['2', '216省道'],
      ['3', 'a', 'b', '多出'],
    ])
  })

  test('keeps all digits of a long number', async () => {
    const bytes = Buffer.from('编号,地点\n="150624120180000123",a\n150624120180000124,b')
    const { cells } = await readAll({ name: 'a.csv', bytes })
    expect(cells.slice(1).map(([no]) => no)).toEqual(['150624120180000123', '150624120180000124'])
  })
})

describe('old formats', () => {
  test.each([
    ['Excel 97', excel97],
    ['WPS', wpsSpreadsheet],
  ])('%s is read like a workbook', async (_, file) => {
    const { cells, file: open } = await readAll(file())
    expect(cells).toEqual([titles, accidentRow()])
    expect(open.sheets[0]?.name).toBe('三月')
  })

  test('a hidden sheet of Excel 97 is listed as hidden', async () => {
    const { file, notes } = await readAll(excel97WithHiddenSheet())
    expect(file.sheets[0]?.isHidden).toBe(true)
    expect(notes).toEqual([])
  })

  test.each([
    ['GBK', htmlRenamedToXls],
    ['UTF-8', htmlUtf8RenamedToXls],
  ])('a web page in %s renamed to .xls is read by its contents, with a note', async (_, file) => {
    const { cells, notes, rows } = await readAll(file())
    expect(notes).toContain('wrong_extension')
    expect(cells[0]?.[0]).toBe('交通事故 列表')
    expect(cells.slice(1)).toEqual([titles, asTexts])
    expect(rows[2]?.number).toBe(3)
  })

  test('cells of a web page that reach over columns and rows leave the others blank', async () => {
    const { cells } = await readAll(htmlWithSpans())
    expect(cells).toEqual([
      ['编号', '死亡', null, '地点'],
      [null, '当场', '7日'],
      ['1', '0', '1', '109国道\n<1023公里>'],
    ])
  })

  test('an XML spreadsheet of 2003 keeps its places and types', async () => {
    const { rows, file } = await readAll(xmlSpreadsheet2003())
    expect(file.sheets[0]?.name).toBe('三月')
    expect(rows).toEqual([
      { number: 1, cells: ['编号', null, '时间'] },
      { number: 4, cells: [7, null, { kind: 'date', text: '2018-03-05 14:30:00' }] },
    ])
  })
})
