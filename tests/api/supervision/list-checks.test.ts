import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapColumns } from '../../../api/imports/sheets/map-columns.ts'
import { HazardFilter } from '../../../api/hazards/hazard-query.schema.ts'
import { hazardFilterWords } from '../../../api/hazards/hazard-filter-words.ts'
import { AccidentFilter } from '../../../api/accidents/accident.schema.ts'
import { accidentFilterWords } from '../../../api/accidents/accident-filter-words.ts'
import { facilityFilterWords } from '../../../api/facilities/facility-filter-words.ts'
import { checkRows } from '../../../api/supervision/checks/list-checks.ts'
import { compareLists } from '../../../api/supervision/comparison/list-comparison.ts'
import { comparisonRows } from '../../../api/supervision/comparison/comparison-rows.ts'
import { listNumber, nextDocumentNumber } from '../../../api/supervision/list-numbers.ts'
import { listPaper } from '../../../api/supervision/paper/list-paper.ts'
import { csvRows, totalsRow } from '../../../api/supervision/supervision-table.ts'
import { sumOfCents } from '../../../api/supervision/decimal-sum.ts'
import type { SupervisionRow } from '../../../api/supervision/list-content.schema.ts'
import type { Block } from '../../../api/documents/paper.ts'
import { ledgerContext } from '../imports/rows/ledger-context.ts'
import { sampleList, sampleRow } from './sample-list.ts'
import { readHazardRows } from '../imports/rows/read-rows.ts'

const assurances = { responsibility: '甲', measures: '乙', funds: '丙', deadline: '丁', contingency: '戊' }
const facts = {
  ...{ status: 40, level: 3, supervisionLevel: 2, assurances },
  ...{ listingNumber: '鄂安委发〔2026〕3号', urgedOn: null },
}
const photo = {
  ...{ sha256: 'a'.repeat(64), moment: 'before' as const, stage: '发现', caption: '', takenAt: null },
  ...{ width: 4, height: 3, isMasked: false },
}
const whole: SupervisionRow = { ...sampleRow(1), facts, photos: [photo] }
const codesOf = (changes: Partial<SupervisionRow>) =>
  checkRows({ ...sampleList(0), rows: [{ ...whole, ...changes }] }).map(
    ({ code, isBlocking }) => `${isBlocking ? '!' : ''}${code}`,
  )

describe('the check', () => {
  test('finds nothing in a row that has everything', () => {
    expect(codesOf({})).toEqual([])
  })

  test.each<[string, Partial<SupervisionRow>]>([
    ['!responsibleUnit', { responsibleUnit: '' }],
    ['!responsiblePerson', { responsiblePerson: ' ' }],
    ['!dueDate', { dueDate: null }],
    ['!remedy', { remedy: '' }],
    ['!level', { level: '' }],
    ['!supervisionLevel', { facts: { ...facts, supervisionLevel: 0 } }],
    ['!assurances', { facts: { ...facts, assurances: { ...assurances, funds: ' ' } } }],
    ['funds', { fundsWan: null }],
    ['listingNumber', { facts: { ...facts, listingNumber: null } }],
    ['photoBefore', { photos: [{ ...photo, moment: 'after' }] }],
    ['ended', { facts: { ...facts, status: 70 } }],
    // Closed and taken off: to be looked at, and no obstacle.
    ['ended', { facts: { ...facts, status: 70, supervisionLevel: 0 } }],
    ['fatalUncontrolled', { temporaryControl: '' }],
  ])('finds %s', (code, changes) => {
    expect(codesOf(changes)).toEqual([code])
  })

  test('asks whether somebody was urged once the date has passed, and not before', () => {
    const overdue = { dueDate: '2026-12-01' }
    expect(codesOf(overdue)).toEqual(['dueBeforeFilled', 'notUrged'])
    expect(codesOf({ ...overdue, facts: { ...facts, urgedOn: '2026-12-02' } })).toEqual(['dueBeforeFilled'])
    expect(codesOf({ ...overdue, facts: { ...facts, status: 60 } })).toEqual([])
    expect(codesOf({ dueDate: '2026-12-05' })).toEqual([])
  })

  test('names each part of the five assurances that is missing', () => {
    const rows = [{ ...whole, facts: { ...facts, assurances: { measures: '乙' } } }]
    expect(checkRows({ ...sampleList(0), rows })[0]!.message.zh).toBe('五到位缺：责任、资金、时限、预案。')
  })
})

test('the next number follows the highest of its prefix and year, whoever took it', () => {
  const taken = [
    '鄂公交发〔2026〕9号',
    '鄂公交发〔2026〕12号',
    '鄂公交发〔2025〕40号',
    '鄂公交隐函〔2026〕77号',
  ]
  expect(nextDocumentNumber('鄂公交发', 2026, taken)).toBe('鄂公交发〔2026〕13号')
  expect(nextDocumentNumber('鄂公交发', 2027, taken)).toBe('鄂公交发〔2027〕1号')
  expect(nextDocumentNumber('鄂公交发', 2026, ['鄂公交发〔2026〕12号附', '鄂公交发〔2026〕号'])).toBe(
    '鄂公交发〔2026〕1号',
  )
  expect(listNumber({ year: 2026, serial: 7 })).toBe('QD-150624-2026-0007')
})

test('the total is the sum of the printed rows, to the cent', () => {
  const amounts = fc.array(fc.option(fc.integer({ min: 0, max: 9_999_999_999 })), { maxLength: 60 })
  fc.assert(
    fc.property(amounts, (cents) => {
      const money = cents.map((cent) =>
        cent === null ? null : `${Math.floor(cent / 100)}.${String(cent % 100).padStart(2, '0')}`,
      )
      const rows = money.map((fundsWan, index) => ({ ...sampleRow(index + 1), fundsWan }))
      const list = sampleList(0, { rows })
      const content = { ...list, totals: { ...list.totals, fundsWan: sumOfCents(money) } }
      const printed = csvRows(content)
        .slice(1, -1)
        .map((row) => BigInt(Math.round(Number(row[14] ?? 0) * 100)))
      expect(Math.round(Number(totalsRow(content)[14]) * 100)).toBe(
        Number(printed.reduce((sum, cent) => sum + cent, 0n)),
      )
    }),
  )
})

test('the filter is printed as the screen words it', () => {
  const filter = HazardFilter.parse({
    road: ['G109', 'other'],
    status: ['40', '50'],
    open: 'true',
    type: 'E5',
    from: '2026-01-01',
    squad: 'L03',
  })
  expect(hazardFilterWords(filter, { L03: { zh: '棋盘井中队', en: 'Qipanjing Squad' } })).toBe(
    '道路：G109、其他道路；状态：整改中、待验收；隐患类型：积沙（风积沙）；中队：棋盘井中队；办理：未办结；发现时间：2026-01-01以后',
  )
  expect(hazardFilterWords(filter, { L03: { zh: '棋盘井中队', en: 'Qipanjing Squad' } }, 'en')).toBe(
    'Road: G109, other roads; State: Being remedied, To be accepted; Type: Blown sand; Squad: Qipanjing Squad; Handling: not finished; Found: from 2026-01-01',
  )
  expect(hazardFilterWords({})).toBe('全部')
  expect(hazardFilterWords({}, {}, 'en')).toBe('all')
  expect(
    accidentFilterWords(
      AccidentFilter.parse({ fromStake: 'K10', toStake: 'K20', severity: 'fatal', to: '2026-12-03' }),
    ),
  ).toBe('期间：2026-12-03以前；桩号：K10+000—K20+000；事故类型：死亡；口径：一般程序')
  expect(facilityFilterWords({ kind: ['solar_strobe'], inspectionOverdue: true })).toBe(
    '设施类型：太阳能爆闪警示灯；巡检：已逾期',
  )
})

test('a list comes back through the import with every column read', () => {
  const [titles = [], ...body] = csvRows(sampleList(1))
  const mapping = mapColumns(titles.map(String), 'hazards', [1])
  expect(mapping.notes.filter(({ code }) => code !== 'column_left_out')).toEqual([])
  const rows = body.slice(0, 1).map((cells, index) => ({ number: index + 4, cells }))
  const [record] = readHazardRows(rows, mapping, { ...ledgerContext, crs: undefined })
  expect(record!.findings.filter(({ severity }) => severity !== 'note')).toEqual([])
  expect(record!.values).toMatchObject({
    ...{
      number: '鄂交隐〔2026〕0001',
      road: 'G109',
      fromStake: 1_046_200,
      toStake: 1_047_900,
      direction: 'both',
    },
    ...{
      township: '棋盘井镇',
      types: ['C1', 'F6', 'D4'],
      level: 3,
      supervisionLevel: 2,
      responsibleUnit: 'U01',
    },
    ...{ responsiblePerson: '王某某', fundsWan: '86.00', dueDate: '2027-06-30', status: 40 },
    ...{ description: sampleRow(1).situation, remedyPlan: sampleRow(1).remedy },
    temporaryControlText: sampleRow(1).temporaryControl,
  })
})

const asKept = (id: string, rows: SupervisionRow[]) => {
  const list = { ...sampleList(0), id, rows }
  return { ...list, content: list }
}

test('two lists are compared by what both have printed', () => {
  const moved = { ...whole, position: 2 }
  const before = asKept('018f0000-0000-7000-8000-0000000000a1', [whole, { ...sampleRow(2), facts }])
  const after = asKept('018f0000-0000-7000-8000-0000000000a2', [
    { ...sampleRow(3), facts, dueDate: '2026-12-01' },
    { ...moved, fundsWan: '90.00', geometry: null },
  ])
  const fate = { hazardId: sampleRow(2).hazardId, fate: 'closed', on: '2026-11-01', document: null } as const
  const diff = compareLists(after, before, [fate])
  expect(diff.changed.map(({ changes }) => changes)).toEqual([
    [{ column: '治理资金（万元）', before: '86.00', after: '90.00' }],
  ])
  expect(comparisonRows(diff).map((row) => row.slice(1))).toEqual([
    ['新增', '鄂交隐〔2026〕0003', expect.anything(), '', '', '第 3 项'],
    ['退出', '鄂交隐〔2026〕0002', expect.anything(), '', '第 2 项', '已销号（2026-11-01）'],
    ['变动', '鄂交隐〔2026〕0001', expect.anything(), '治理资金（万元）', '86.00', '90.00'],
    ['逾期', '鄂交隐〔2026〕0003', expect.anything(), '完成时限', '2026-12-01', '逾期 4 天'],
  ])
  expect(compareLists(after, undefined, [])).toMatchObject({ against: null, unchanged: 0, gone: [] })
})

describe('the paper', () => {
  const blocksOf = (edition: 'internal' | 'external') => [
    ...(listPaper(
      sampleList(2, {
        office: {
          organ: '',
          unitHead: '张某',
          reviewer: '',
          compiler: '',
          phone: '',
          watermark: '内部资料 注意保存',
        },
      }),
      { edition },
    ).blocks as Iterable<Block>),
  ]

  test('has the twenty columns, the totals and the line to sign on', () => {
    const blocks = blocksOf('internal')
    const table = blocks.find((block) => block.kind === 'table')!
    expect(table.columns).toHaveLength(20)
    expect(table.rows[0]!.slice(0, 2)).toEqual(['1', '鄂交隐〔2026〕0001'])
    expect(table.totals).toEqual(expect.arrayContaining(['合计', '2处', '13起/5死/17伤', '86.00']))
    expect(JSON.stringify(blocks)).toMatch(/单位负责人（签字）：张某.*QD-150624-2026-0003.*校验码：a{64}/)
  })

  test('names no person outside', () => {
    expect(JSON.stringify(blocksOf('external'))).not.toContain('王某某')
  })
})
