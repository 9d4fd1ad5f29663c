import { describe, expect, test } from 'vitest'
import type { ImportBatch, ImportFinding, ImportRow } from '../../../web/src/api/import-types.ts'
import { commitBarOf, spanOf, stepOf, totalOf } from '../../../web/src/imports/batch-state.ts'
import {
  cellText,
  columnLetter,
  fieldName,
  fieldOfColumn,
  findingsByColumn,
  reasonsOf,
  valueText,
} from '../../../web/src/imports/cell-text.ts'
import { guessKind, refuseFile } from '../../../web/src/imports/file-choice.ts'
import { columnWidths, rowWindow, scrollTo } from '../../../web/src/imports/row-window.ts'

const finding = (severity: ImportFinding['severity'], message: string, column?: number): ImportFinding => ({
  field: 'stake',
  code: message,
  severity,
  message,
  ...(column === undefined ? {} : { column }),
})
const batchOf = (part: Partial<ImportBatch>) => ({
  ...{ willWrite: { inserts: 0, updates: 0 }, crs: null, datum: null, rows: [] },
  ...part,
})

describe('choosing a file', () => {
  test('a ledger is told by the words the brigade uses in file names', () => {
    expect(guessKind('2018年隐患排查治理台账.xls')).toBe('hazards')
    expect(guessKind('爆闪灯、减速带安装统计.xlsx')).toBe('facilities')
    expect(guessKind('一般事故导出20181203.csv')).toBe('accidents')
  })

  test('a picture, an empty file and one beyond 200 MB are refused before they are sent', () => {
    expect(refuseFile({ name: '现场.jpg', size: 10 })).toBe('notTable')
    expect(refuseFile({ name: '事故.xlsx', size: 0 })).toBe('empty')
    expect(refuseFile({ name: '事故.csv', size: 200 * 1024 * 1024 + 1 })).toBe('tooLarge')
    expect(refuseFile({ name: '事故.ET', size: 10 })).toBeUndefined()
  })
})

describe('the way of a batch', () => {
  test('goes from the file by checking and writing to the end, and back to the end once undone', () => {
    expect(stepOf(undefined)).toBe('choose')
    expect((['reading', 'preview', 'failed'] as const).map(stepOf)).toEqual(['check', 'check', 'check'])
    expect(stepOf('committing')).toBe('commit')
    expect((['committed', 'undone'] as const).map(stepOf)).toEqual(['done', 'done'])
  })

  test('rows of all five sorts are counted', () => {
    expect(totalOf({ new: 1, changed: 2, duplicate: 3, check: 4, refused: 5 })).toBe(15)
  })

  test('a file without a row to write cannot be committed', () => {
    expect(commitBarOf(batchOf({}))).toBe('nothing')
    expect(commitBarOf(batchOf({ willWrite: { inserts: 0, updates: 1 } }))).toBe('ready')
  })

  test('coordinates in a system nobody named hold the file back until it is said', () => {
    const rows = [
      { findings: [{ ...finding('check', 'x'), code: 'crs_undeclared' }] } as unknown as ImportRow,
    ]
    const datum = {} as ImportBatch['datum']
    const willWrite = { inserts: 3, updates: 0 }
    expect(commitBarOf(batchOf({ willWrite, rows, datum }))).toBe('answerFirst')
    expect(commitBarOf(batchOf({ willWrite, rows, datum, crs: 'gcj02' }))).toBe('ready')
  })
})

describe('what was taken in, on the map', () => {
  test('is shown for the days it happened on, whatever the order of the rows', () => {
    const rows = ['2018-11-30T23:50:00+08:00', '2018-01-02T08:00:00+08:00', undefined].map((occurredAt) => ({
      values: { occurredAt },
    }))
    expect(spanOf(rows)).toEqual({ period: 'custom', from: '2018-01-02', to: '2018-11-30' })
    expect(spanOf([])).toEqual({})
  })
})

describe('a cell and a value in words', () => {
  test('a cell stays as the spreadsheet shows it, on one line', () => {
    expect(cellText({ kind: 'date', text: '2018-03-05 14:30:00' })).toBe('2018-03-05 14:30:00')
    expect(cellText('国道109线\n 1046公里')).toBe('国道109线 1046公里')
    expect(cellText(null)).toBe('')
    expect(cellText(0)).toBe('0')
  })

  test('columns are lettered as in the spreadsheet', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })

  test('codes, stakes and instants are said as officers say them', () => {
    const field = (name: string) => ({ kind: 'accidents' as const, field: name })
    expect(valueText(field('form'), '21', 'zh')).toBe('刮撞行人')
    expect(valueText(field('stake'), 1_046_200, 'zh')).toBe('K1046+200')
    expect(valueText(field('occurredAt'), '2018-03-05T06:30:00Z', 'zh')).toBe('2018年3月5日 14:30')
    expect(valueText(field('killed'), 0, 'zh')).toBe('0')
    expect(valueText(field('brief'), null, 'zh')).toBe('')
  })

  test('a column of the table is called by the name of its field', () => {
    expect(['killed_30d', 'road_code', 'place_text'].map(fieldOfColumn)).toEqual([
      'killed30d',
      'road',
      'placeText',
    ])
    expect(fieldName('accidents', 'accidentNo', 'zh')).toBe('事故编号')
    expect(fieldName('accidents', 'nobodyKnows', 'zh')).toBe('nobodyKnows')
  })

  test('of several remarks on one cell the gravest colours it', () => {
    const row = {
      findings: [finding('note', '甲', 2), finding('refuse', '乙', 2), finding('check', '丙', 2)],
    }
    expect(findingsByColumn(row).get(2)?.severity).toBe('refuse')
  })

  test('the gravest reason stands first, and none stands twice', () => {
    const row = { findings: [finding('note', '甲'), finding('refuse', '乙'), finding('note', '甲')] }
    expect(reasonsOf(row)).toEqual(['乙', '甲'])
  })
})

describe('thousands of rows in one table', () => {
  test('only those in sight and a few beyond the edges are drawn', () => {
    const { first, end } = rowWindow({ scrollTop: 64_000, height: 640 }, 64, 300_000)
    expect(first).toBeLessThanOrEqual(1000)
    expect(end).toBeGreaterThanOrEqual(1010)
    expect(end - first).toBeLessThan(30)
  })

  test('a short list shorter than the place it scrolled to draws nothing outside itself', () => {
    expect(rowWindow({ scrollTop: 9000, height: 640 }, 64, 3)).toEqual({ first: 0, end: 3 })
    expect(rowWindow({ scrollTop: 0, height: 640 }, 64, 0)).toEqual({ first: 0, end: 0 })
  })

  test('moving to a row scrolls no more than is needed', () => {
    const view = { scrollTop: 640, height: 640 }
    expect(scrollTo(view, 64, 12)).toBe(640)
    expect(scrollTo(view, 64, 5)).toBe(320)
    expect(scrollTo(view, 64, 20)).toBe(21 * 64 - 640)
  })

  test('a column is as wide as its words, within limits', () => {
    const [number, place, empty] = columnWidths(['编号', '事故地点', ''], [['7', '国'.repeat(80), '']])
    expect(number).toBeLessThan(place!)
    expect(place).toBe(16)
    expect(empty).toBe(4)
  })
})
