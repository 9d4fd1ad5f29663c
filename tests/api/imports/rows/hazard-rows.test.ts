import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell, ReadRecord } from '../../../../api/imports/import-types.ts'
import type { HazardValues } from '../../../../api/imports/rows/hazard-record.ts'
import { mapColumns } from '../../../../api/imports/sheets/map-columns.ts'
import { ledgerContext } from './ledger-context.ts'
import { readHazardRows } from './read-rows.ts'

const complete: Readonly<Record<string, Cell>> = {
  隐患路段名称: '运煤专线平交口',
  路线编号: 'G109',
  起止桩号: 'K1046+200—K1047+900',
  所属苏木镇: '棋盘井镇',
  隐患类型: '平交路口',
  隐患情况: '支线无让行标志',
  隐患等级: '重大',
  排查时间: '2018-03-05',
  责任单位: '旗交通运输局',
  责任人: '李某',
  整改措施: '增设爆闪灯',
  整改时限: '2018-12-31',
  整改情况: '正在整改',
}

type Change = Readonly<Record<string, Cell>>

function read(change: Change): {
  values: HazardValues
  record: ReadRecord
  toLook: string[]
  codes: string[]
} {
  const row = { ...complete, ...change }
  const titles = Object.keys(row)
  const rows = [{ number: 2, cells: titles.map((title) => row[title] ?? null) }]
  const [record] = readHazardRows(rows, mapColumns(titles, 'hazards', [1]), ledgerContext)
  const { findings } = record!
  return {
    record: record!,
    values: record!.values,
    toLook: findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code),
    codes: findings.map(({ code }) => code),
  }
}

test('a complete row is a hazard without anything to look at', () => {
  const { values, toLook } = read({})
  expect(toLook).toEqual([])
  expect(values).toMatchObject({
    title: '运煤专线平交口',
    road: 'G109',
    fromStake: 1_046_200,
    toStake: 1_047_900,
    types: ['C1'],
    level: 3,
    township: '棋盘井镇',
    responsibleUnit: 'U01',
    responsiblePerson: '李某',
    dueDate: '2018-12-31',
    status: 40,
  })
})

describe('how far the ledger says it is', () => {
  test.each([
    ['已整改', 50],
    ['整改完成', 50],
    ['正在整改', 40],
    ['部分完成，未全部完工', 40],
    ['未整改', 20],
    ['已上报旗政府', 35],
    ['待签收', 30],
  ])('%s enters as %i', (words, status) => {
    expect(read({ 整改情况: words }).values.status).toBe(status)
  })

  test('未整改 with a notice that went out waits for the receipt', () => {
    expect(read({ 整改情况: '未整改', 抄告文号: '鄂交抄〔2018〕3号' }).values.status).toBe(30)
  })

  test.each<Change>([
    { 整改情况: '已销号' },
    { 是否销号: '是' },
    { 状态: '已销号' },
    { 整改情况: '已整改', 是否销号: '是' },
  ])('what the ledger closed is never closed here: %o', (change) => {
    const { values, toLook } = read(change)
    expect(values.status).toBe(50)
    expect(toLook).toContain('status_never_closed')
  })

  test('what the way to the status asks for and the row does not say is named', () => {
    const { values, codes } = read({ 整改情况: '已整改' })
    expect(values.missingFields).toEqual(
      expect.arrayContaining(['analysis', 'advice', 'documentNumber', 'deliveredOn', 'completeBy']),
    )
    expect(values.missingFields).not.toContain('responsibleUnit')
    expect(codes).toContain('status_fields_missing')
  })

  test('words that say nothing of it enter as to be reviewed and are looked at', () => {
    const { values, toLook } = read({ 整改情况: '见附件' })
    expect(values.status).toBe(10)
    expect(toLook).toContain('status_unknown')
  })
})

describe('time limits in words', () => {
  test.each([
    ['2018年底前', '2018-12-31'],
    ['2018年年底', '2018-12-31'],
    ['2018年6月底前', '2018-06-30'],
    ['2018年6月', '2018-06-30'],
    ['2018年上半年', '2018-06-30'],
    ['2018年第三季度', '2018-09-30'],
    ['2018年6月30日前', '2018-06-30'],
    ['年底前', '2018-12-31'],
    ['15日内', '2018-03-20'],
    ['一个月内', '2018-04-05'],
    ['二〇一八年底前完成', '2018-12-31'],
  ])('%s is %s, and the words are kept', (words, date) => {
    expect(read({ 整改时限: words }).values).toMatchObject({ dueText: words, dueDate: date })
  })

  test.each(['立即整改', '限期', '长期坚持', '限期整改'])(
    '%s has no date, and the words are kept',
    (words) => {
      const { values, toLook } = read({ 整改时限: words })
      expect(values.dueText).toBe(words)
      expect(values.dueDate).toBeUndefined()
      expect(toLook).toEqual([])
    },
  )

  test.each(['15个工作日内', '2018年13月底', '雨季前'])('%s gives no date unseen', (words) => {
    const { values, toLook } = read({ 整改时限: words })
    expect(values.dueDate).toBeUndefined()
    expect(toLook).toContain('due_unreadable')
  })

  test('a year that was not written is looked at', () => {
    expect(read({ 整改时限: '6月30日前' }).toLook).toContain('due_from_words')
  })
})

describe('types, units, money, persons', () => {
  test.each<[string, string[]]>([
    ['C1平交路口、F6', ['C1', 'F6']],
    ['急弯陡坡', ['A5']],
    ['标志标线缺失', ['D1', 'D2']],
    ['积沙', ['E5']],
    ['护栏损坏,牲畜横穿', ['D3', 'F1']],
  ])('%s is %j', (words, types) => {
    expect(read({ 隐患类型: words }).values.types).toEqual(types)
  })

  test('without a type the description proposes one, to be looked at', () => {
    const { values, toLook } = read({ 隐患类型: null, 隐患情况: '下坡急弯，护栏缺失' })
    expect(values.types).toEqual(['A1', 'D3'])
    expect(toLook).toContain('types_from_description')
  })

  test.each([
    ['鄂托克旗交通运输局', 'U01'],
    ['旗交通局', 'U01'],
    ['棋盘井镇', 'U06'],
    ['U01', 'U01'],
  ])('%s is the unit %s', (words, code) => {
    expect(read({ 责任单位: words }).values.responsibleUnit).toBe(code)
  })

  test('a unit that is not registered is kept in words', () => {
    const { values, toLook } = read({ 责任单位: '某某公路公司' })
    expect(values.responsibleUnit).toBeUndefined()
    expect(values.remark).toContain('某某公路公司')
    expect(toLook).toContain('unit_unknown')
  })

  test.each<[string, Cell, string]>([
    ['资金(万元)', 12.5, '12.50'],
    ['资金(元)', 125_000, '12.50'],
    ['资金(元)', '12.5万', '12.50'],
    ['资金(万元)', '86', '86.00'],
    ['资金(万元)', 0.1 + 0.2, '0.30'],
  ])('%s %s is %s 万元', (title, cell, wan) => {
    const { values, toLook } = read({ [title]: cell })
    expect(values.fundsWan).toBe(wan)
    expect(toLook).toEqual([])
  })

  test('funds without a unit are looked at', () => {
    expect(read({ 资金: 12.5 })).toMatchObject({ values: { fundsWan: '12.50' }, toLook: ['funds_unit'] })
  })

  test('a mobile number is stored nowhere, an office number in the remark', () => {
    const mobile = read({ 联系电话: '13912345678' })
    expect(JSON.stringify(mobile.record)).not.toContain('13912345678')
    expect(JSON.stringify(read({ 联系电话: 13912345678 }).record)).not.toContain('13912345678')
    expect(read({ 联系电话: '0477-6210000' }).values.remark).toContain('联系电话：0477-6210000')
  })

  test('stakes from the higher to the lower are exchanged', () => {
    const { values } = read({ 起止桩号: null, 起点桩号: 'K1047+900', 止点桩号: 'K1046+200' })
    expect(values).toMatchObject({ fromStake: 1_046_200, toStake: 1_047_900 })
  })

  test.each([
    ['旗级', 2],
    ['否', 0],
    ['市级挂牌', 3],
  ])('listed %s is level %i', (words, level) => {
    expect(read({ 是否挂牌: words }).values.supervisionLevel ?? 0).toBe(level)
  })
})

test('the completeness counts five requirements and the picture, and names what is missing', () => {
  expect(read({}).values.completeness).toEqual({ score: 90, missing: ['photos'] })
  expect(read({ 图片: '见附件' }).values.completeness!.score).toBe(100)
  const poor = read({ 责任人: null, 整改时限: null, 整改措施: null }).values.completeness!
  expect(poor).toEqual({ score: 36, missing: ['remedyPlan', 'dueDate', 'responsiblePerson', 'photos'] })
})

test('the base of the safety works becomes hazards by its columns of ones and zeros', () => {
  const titles = [
    '公路编号',
    '方向',
    '桩号起点',
    '桩号终点',
    '排查时间',
    '路段分类',
    '小半径圆曲线',
    '视距不良',
    '交叉口不规范',
  ]
  const more = ['既有设施', '拟新采取措施', '投资估算(万元)', '计划实施年份']
  const mapping = mapColumns([...titles, ...more], 'hazards', [1])
  const cells = ['S313', 3, 'K226+100', 'K226+900', '2018-06-01', 'A', 1, 1, 0, 0, '加装护栏', 36.5, 2019]
  const [record] = readHazardRows([{ number: 2, cells }], mapping, ledgerContext)
  expect(record!.values).toMatchObject({
    road: 'S313',
    direction: 'both',
    fromStake: 226_100,
    toStake: 226_900,
    types: ['A1', 'A6'],
    advice: '加装护栏',
    fundsWan: '36.50',
    description: '小半径圆曲线、视距不良',
  })
  expect(record!.values.remark).toContain('安防工程路段分类：A')
})

test('a row with neither place nor description is refused', () => {
  const nothing = Object.fromEntries(Object.keys(complete).map((title) => [title, null]))
  const { record } = read({ ...nothing, 责任人: '李某' })
  expect(record.findings.some(({ severity }) => severity === 'refuse')).toBe(true)
})

test('whatever the cells hold, a row becomes a record', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('2018年', '13月底', '约0.3万', 'K1+1500', '是', '１００％', '、'),
  )
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom(...Object.keys(complete), '资金', '联系电话', '方向', '经度', '纬度'),
        cell,
      ),
      (change) => {
        expect(read(change).record.rowNumbers).toEqual([2])
      },
    ),
    { numRuns: 200 },
  )
})
