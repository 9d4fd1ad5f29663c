import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { layOut } from '../../../api/supervision/page-layout.ts'
import type { PrintedList } from '../../../api/supervision/list-provenance.ts'
import { cellOf, columns, csvRows } from '../../../api/supervision/supervision-table.ts'
import { supervisionWorkbook } from '../../../api/supervision/supervision-workbook.ts'
import { sampleList, sampleRow } from './sample-list.ts'

const written = async (list: PrintedList) =>
  (await readXlsx(await writeXlsx(supervisionWorkbook(list)), { readStyles: true })).sheets[0]!

describe('the workbook for the government', () => {
  let sheet: Awaited<ReturnType<typeof written>>
  beforeAll(async () => {
    sheet = await written(sampleList(26))
  })

  test('has the twenty columns in one header row, third from the top', () => {
    expect(sheet.rows[2]).toEqual([
      '序号',
      '隐患编号',
      '道路名称及编号',
      '桩号（起—止）/方向',
      '所在苏木镇（嘎查）',
      '隐患类型',
      '隐患主要情况',
      '近三年事故（起/死/伤）',
      '隐患等级',
      '督办级别',
      '治理责任单位',
      '责任人',
      '行业主管单位',
      '治理措施',
      '治理资金（万元）',
      '完成时限',
      '已采取临时管控措施',
      '应急管理建议',
      '治理进展',
      '备注',
    ])
  })

  test('is A4 landscape with the margins of lists, one page wide, its head repeated and frozen', () => {
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$3',
    })
    const { top, bottom, left, right } = sheet.pageSetup!.margins!
    expect([top, bottom, left, right].map((inch) => Math.round(inch! * 25.4))).toEqual([25, 20, 20, 20])
    expect(sheet.freezePane).toMatchObject({ rows: 3 })
    expect(sheet.headerFooter?.oddFooter).toContain('第 &P 页 共 &N 页')
  })

  test('merges title, head line, signatures and notes, and no cell of the body', () => {
    const bodyRows = [...Array(28).keys()].map((row) => row + 2)
    expect(sheet.merges!.filter(({ startRow }) => bodyRows.includes(startRow))).toEqual([])
    expect(sheet.merges!.length).toBeGreaterThanOrEqual(4)
  })

  test('says unit, dates, calibre and that the data is for demonstration', () => {
    expect(sheet.rows[0]![0]).toBe('鄂托克旗挂牌督办道路交通安全隐患清单（演示数据）')
    expect(sheet.rows[1]![0]).toMatch(
      /填报单位.*2026年12月5日.*2026年12月3日.*口径：一般程序.*单位：处、万元.*草稿/,
    )
    expect(sheet.rows[30]![0]).toMatch(/单位负责人（签字）.*审核人.*填报人.*联系电话/)
  })

  test('ends with the totals, dates being dates and money numbers', () => {
    expect(sheet.rows[29]!.slice(0, 2)).toEqual(['合计', '26处'])
    expect(sheet.rows[29]![7]).toBe('13起/5死/17伤')
    expect(sheet.rows[29]![14]).toBe(774)
    expect(sheet.rows[3]![15]).toEqual(new Date('2027-06-30T00:00:00Z'))
    expect(sheet.rows[3]![14]).toBe(86)
    expect(sheet.rows[4]![14]).toBeNull()
  })

  test('names the fonts of official documents and draws thin borders', () => {
    expect(sheet.cells?.get('0,0')?.style?.font).toMatchObject({ name: '方正小标宋简体', size: 22 })
    expect(sheet.cells?.get('2,0')?.style?.font?.name).toBe('黑体')
    expect(sheet.cells?.get('3,6')?.style).toMatchObject({
      font: { name: '仿宋_GB2312', size: 10.5 },
      alignment: { wrapText: true },
      border: { top: { style: 'thin' } },
    })
  })

  test('is the same file whenever it is written', async () => {
    const [one, two] = [
      await writeXlsx(supervisionWorkbook(sampleList(3))),
      await writeXlsx(supervisionWorkbook(sampleList(3))),
    ]
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })
})

describe('the layout', () => {
  const rowsOf = (situation: string) => [
    columns.map((column) => cellOf(column, { ...sampleRow(1), situation })),
  ]

  test('gives a longer text a higher row, and no row more than a spreadsheet can show', () => {
    const [short, long] = [layOut(rowsOf('路'.repeat(100))), layOut(rowsOf('路'.repeat(300)))]
    expect(long.rowHeights[0]!).toBeGreaterThan(short.rowHeights[0]!)
    const longest = layOut(rowsOf('路'.repeat(500)))
    expect(longest.rowHeights[0]!).toBeLessThanOrEqual(409)
  })

  test('takes smaller type rather than cutting a text off', () => {
    expect(layOut(rowsOf('路'.repeat(100))).fontSize).toBe(10.5)
    expect(layOut(rowsOf('路'.repeat(1200))).fontSize).toBeLessThan(10.5)
  })
})

test('the CSV has the same columns and the totals', () => {
  const rows = csvRows(sampleList(2))
  expect(rows).toHaveLength(4)
  expect(rows[1]![15]).toBe('2027-06-30')
  expect(rows[3]!.slice(0, 2)).toEqual(['合计', '2处'])
})
