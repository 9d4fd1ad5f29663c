import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../../api/imports/import-types.ts'
import type { FacilityValues } from '../../../../api/imports/rows/facility-record.ts'
import { mapColumns } from '../../../../api/imports/sheets/map-columns.ts'
import { ledgerContext } from './ledger-context.ts'
import { readFacilityRows } from './read-rows.ts'

const complete: Readonly<Record<string, Cell>> = {
  设施编号: 'SS-150624-00007',
  设施类型: '爆闪灯',
  道路名称: '109国道',
  桩号: 'K1046+200',
  数量: '4盏',
  安装时间: '2018.3.20',
  状态: '正常',
}

function read(change: Readonly<Record<string, Cell>>) {
  const row = { ...complete, ...change }
  const titles = Object.keys(row)
  const rows = [{ number: 2, cells: titles.map((title) => row[title] ?? null) }]
  const [record] = readFacilityRows(rows, mapColumns(titles, 'facilities', [1]), ledgerContext)
  const values: FacilityValues = record!.values
  const toLook = record!.findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code)
  return { record: record!, values, toLook }
}

test('a complete row is a facility without anything to look at', () => {
  const { values, toLook } = read({})
  expect(toLook).toEqual([])
  expect(values).toMatchObject({
    number: 'SS-150624-00007',
    kind: 'solar_strobe',
    quantity: 4,
    unit: '盏',
    road: 'G109',
    stake: 1_046_200,
    state: 'working',
    installedOn: '2018-03-20',
  })
})

describe('kinds', () => {
  test.each([
    ['太阳能爆闪警示灯', 'solar_strobe'],
    ['solar_strobe', 'solar_strobe'],
    ['橡胶减速带', 'speed_bump'],
    ['减速振动标线', 'rumble_line'],
    ['警示标志牌', 'warning_sign'],
    ['道口标柱', 'marker_post'],
    ['广角镜', 'convex_mirror'],
    ['波形护栏', 'barrier'],
    ['线形诱导标', 'chevron'],
    ['雷达测速反馈屏', 'speed_camera'],
  ])('%s is %s', (words, kind) => {
    expect(read({ 设施类型: words, 数量: 1, 长度: 6 }).values.kind).toBe(kind)
  })

  test('what is no known kind keeps its name', () => {
    const { values, toLook } = read({ 设施类型: '除沙机', 数量: '1处' })
    expect(values).toMatchObject({ kind: 'other', legend: '除沙机', unit: '处' })
    expect(toLook).toEqual(['kind_unknown'])
  })
})

describe('quantities', () => {
  test.each<[string, Cell, object]>([
    ['爆闪灯', '4盏', { quantity: 4, unit: '盏' }],
    ['警示桩', '8根', { quantity: 8, unit: '根' }],
    ['减速带', '2条计14米', { quantity: 2, unit: '条', lengthMetres: 14 }],
    ['减速带', '65条共计272米', { quantity: 65, unit: '条', lengthMetres: 272 }],
    ['减速带', '2条（14米）', { quantity: 2, unit: '条', lengthMetres: 14 }],
    ['护栏', '120米', { quantity: 120, unit: '米' }],
    ['警示标牌', '两块', { quantity: 2, unit: '块' }],
    ['爆闪灯', 4, { quantity: 4, unit: '盏' }],
  ])('%s %s', (kind, cell, expected) => {
    const { values, toLook } = read({ 设施类型: kind, 数量: cell })
    expect(values).toMatchObject(expected)
    expect(toLook).toEqual([])
  })

  test('speed bumps without their length are looked at', () => {
    expect(read({ 设施类型: '减速带', 数量: '2条' }).toLook).toEqual(['length_missing'])
  })

  test.each<[Cell, string]>([
    ['若干', 'quantity_unreadable'],
    ['2.5盏', 'quantity_not_whole'],
    [0, 'quantity_not_whole'],
  ])('%s is no quantity', (cell, code) => {
    const { values, toLook } = read({ 数量: cell })
    expect(values.quantity).toBeUndefined()
    expect(toLook).toContain(code)
  })

  test('a lamp is not counted by the metre', () => {
    expect(read({ 数量: '4米' }).toLook).toEqual(['unit_wrong'])
  })
})

test.each([
  ['损坏', 'fault'],
  ['被盗', 'missing'],
  ['缺失/被盗', 'missing'],
  ['已拆除', 'removed'],
  ['完好', 'working'],
])('the state %s is %s', (words, state) => {
  expect(read({ 状态: words }).values.state).toBe(state)
})

test('a stretch stands at its start and keeps its end in words', () => {
  const { values } = read({ 桩号: 'K1046+200-K1046+400' })
  expect(values.stake).toBe(1_046_200)
  expect(values.remark).toContain('K1046+400')
})

describe('beside a numbered road, on one that joins it', () => {
  const onSideRoad = { 道路名称: '接入支路', 桩号: null, 位置: 'G109线K1046+200处接入的支路上' }

  test('a coordinate says where, whatever the words mention', () => {
    const { values } = read({ ...onSideRoad, 经度: 107.123456, 纬度: 39.234567 })
    expect(values).toMatchObject({ roadName: '接入支路', lon: 107.123456, lat: 39.234567 })
    expect([values.road, values.stake]).toEqual([undefined, undefined])
  })

  test('without one the words are all there is', () => {
    expect(read(onSideRoad).values).toMatchObject({ road: 'G109', stake: 1_046_200 })
  })
})

test('cost and linked hazard are read', () => {
  const { values } = read({ '费用(万元)': '0.35', 关联隐患: 'YH-150624-2026-0003' })
  expect(values).toMatchObject({ costYuan: 3500, hazardNumber: 'YH-150624-2026-0003' })
})

test('a row with neither kind nor quantity is refused', () => {
  const { record } = read({ 设施类型: null, 数量: null })
  expect(record.findings.map(({ code }) => code)).toContain('not_a_facility')
})

test('whatever the cells hold, a row becomes a record', () => {
  const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant('2条计米'))
  const titles = fc.constantFrom(...Object.keys(complete), '长度', '费用', '经度', '纬度')
  fc.assert(
    fc.property(fc.dictionary(titles, cell), (change) => {
      expect(read(change).record.rowNumbers).toEqual([2])
    }),
    { numRuns: 200 },
  )
})
