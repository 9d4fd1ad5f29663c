import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Finding, SheetRow } from '../../../../api/imports/import-types.ts'
import type { ReportFacts } from '../../../../api/imports/report/report-facts.ts'
import type { RowResult } from '../../../../api/imports/report/report-result.ts'
import { reportSheet } from '../../../../api/imports/report/report-sheet.ts'
import { reportWorkbook } from '../../../../api/imports/report/report-workbook.commands.ts'
import { mapColumns } from '../../../../api/imports/sheets/map-columns.ts'

const titles = ['事故编号', '发生时间', '桩号', '事故地点', '备用']
const mapping = mapColumns(titles, 'accidents', [2])
const facts: ReportFacts = {
  kind: 'accidents',
  fileName: '事故<1>.xlsx',
  fileHash: 'ab'.repeat(32),
  sheet: '一般程序/2018',
  status: '预览',
  counts: { new: 1, changed: 1, duplicate: 0, check: 1, refused: 1 },
  userName: '赵某',
  uploadedAt: '2026-11-23 12:00',
  writtenAt: '2026-11-23 12:01',
  notes: ['第 9 行以下没有读取。'],
}

const finding = (field: string, severity: Finding['severity'], zh: string): Finding => ({
  field,
  column: titles.findIndex((_, column) => mapping.fields[column] === field),
  code: 'x',
  severity,
  message: { zh, en: zh },
})

const rows: SheetRow[] = [
  { number: 1, cells: ['某年事故'] },
  { number: 2, cells: titles },
  {
    number: 3,
    cells: ['1506241201800001', { kind: 'date', text: '2018-03-05 14:30:00' }, 'K1+1500', '=1+1', 'x'],
  },
  { number: 4, cells: ['1506241201800002', '2018-03-06', 'K12+000', 'a&b', null] },
  { number: 7, cells: [1.50624e17, null, null, null, null] },
  { number: 8, cells: ['合计', null, null, null, null] },
]
const results: RowResult[] = [
  {
    rowNumbers: [3],
    outcome: 'check',
    findings: [finding('stake', 'check', '米数超过 1000'), finding('stake', 'note', '提示')],
  },
  {
    rowNumbers: [4],
    outcome: 'changed',
    findings: [],
    changedFields: ['placeText'],
    remarks: ['与库中不同'],
  },
  { rowNumbers: [7], outcome: 'refused', findings: [finding('accidentNo', 'refuse', '编号精度丢失')] },
]

async function* batches<T>(items: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

const report = (size: number) =>
  bytesOf(reportWorkbook({ rows: batches(rows, size), results: batches(results, size), mapping, facts }))

test("the clerk's rows stand at their own row numbers with what became of each", async () => {
  const { sheets } = await readXlsx(await report(2), { readStyles: true })
  const [data, said] = sheets
  expect(data!.name).toBe('一般程序 2018')
  expect(data!.rows[1]!.slice(0, 5)).toEqual(['结果', '原因', '行号', '事故编号', '发生时间'])
  expect(data!.rows[2]!.slice(0, 4)).toEqual([
    '待核',
    '桩号：米数超过 1000\n桩号：（提示）提示',
    3,
    '1506241201800001',
  ])
  expect(data!.rows[2]!.slice(5)).toEqual(['K1+1500', '=1+1', 'x'])
  expect(data!.rows[3]!.slice(0, 3)).toEqual(['更新', '与库中不同', 4])
  expect(data!.rows[3]![6]).toBe('a&b')
  expect(data!.rows[6]!.slice(0, 4)).toEqual(['拒绝', '事故编号：编号精度丢失', 7, 1.50624e17])
  expect(data!.rows[7]![3]).toBe('合计')
  expect(data!.rows[0]![3]).toBe('某年事故')
  expect(said!.name).toBe('说明')
  const words = JSON.stringify(said!.rows)
  for (const word of ['事故<1>.xlsx', 'ab'.repeat(32), '赵某', '第 9 行以下没有读取。', '未采用'])
    expect(words).toContain(word)
})

test('a date stays a date and its header is frozen and filtered', async () => {
  const { sheets } = await readXlsx(await report(50))
  const [data] = sheets
  expect(data!.rows[2]![4]).toEqual(new Date('2018-03-05T14:30:00Z'))
  expect(data!.autoFilter?.range).toBe('A2:H8')
  expect(data!.freezePane).toMatchObject({ rows: 2, columns: 3 })
})

test('it is the same file however its rows come', async () => {
  expect(Buffer.compare(await report(1), await report(50))).toBe(0)
})

test('rows are asked for as they are written, a few at a time', async () => {
  let asked = 0
  async function* many(): AsyncGenerator<SheetRow[]> {
    for (let batch = 0; batch < 200; batch++) {
      asked++
      yield Array.from({ length: 100 }, (_, index) => {
        const number = batch * 100 + index + 3
        return { number, cells: [`${number}-${Math.sin(number)}`, '2018-03-05', 'K1+000', '地点', null] }
      })
    }
  }
  const stream = reportWorkbook({ rows: many(), results: batches<RowResult>([], 1), mapping, facts })
  for await (const chunk of stream) if (chunk.length > 1000 && asked > 0) break
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThan(100)
})

test('a row is as high as its reasons, for programs that do not fit it themselves', async () => {
  let xml = ''
  for await (const part of reportSheet({ rows: batches(rows, 2), results: batches(results, 2), mapping }))
    xml += part
  expect(xml).toContain('<row r="3" ht="30" customHeight="1">')
  expect(xml).toContain('<row r="7">')
})
