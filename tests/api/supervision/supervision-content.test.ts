import { expect, test } from 'vitest'
import type { HazardRow } from '../../../api/hazards/hazard-row.ts'
import { sumOfCents } from '../../../api/supervision/decimal-sum.ts'
import { threeYearsTo } from '../../../api/hazards/accidents-at-hazards.ts'
import { supervisionContent } from '../../../api/supervision/supervision-content.ts'
import type { ListedHazard } from '../../../api/supervision/supervision-row.ts'
import { defaultOffice } from '../../../api/documents/office/office.ts'
import { abbreviate, lineCount, textWidth } from '../../../api/http/text-layout.ts'

test('amounts add up to the cent, whatever binary fractions would say', () => {
  expect(sumOfCents(['0.10', '0.20'])).toBe('0.30')
  expect(sumOfCents(['86.00', null, '35.5', '7'])).toBe('128.50')
  expect(sumOfCents(Array.from({ length: 1000 }, () => '99999999.99'))).toBe('99999999990.00')
  expect(sumOfCents([])).toBe('0.00')
})

test('three years to a day are that day included and no more', () => {
  expect(threeYearsTo('2026-12-03')).toBe('2023-12-04')
  expect(threeYearsTo('2028-02-29')).toBe('2025-03-02')
  expect(threeYearsTo('2026-12-31')).toBe('2024-01-01')
})

test('a 汉字 is as wide as two letters', () => {
  expect(textWidth('K1046+200')).toBe(9)
  expect(textWidth('重大')).toBe(4)
  expect(textWidth('〔2026〕0001')).toBe(12)
})

test('lines break between 汉字 and keep a stake whole', () => {
  expect(lineCount('一二三四', 4)).toBe(2)
  expect(lineCount('路K1046+200', 9)).toBe(2)
  expect(lineCount('一\n二', 9)).toBe(2)
  expect(lineCount('', 9)).toBe(1)
  expect(lineCount('K1046+200', 4)).toBe(3)
})

test('what does not fit is said to be left out', () => {
  expect(abbreviate('短', 5)).toBe('短')
  const long = abbreviate('路'.repeat(50), 30)
  expect(long.length).toBeLessThanOrEqual(32)
  expect(long).toContain('余见隐患卡')
})

const facts = {
  title: '清单',
  filledOn: '2026-12-05',
  cutoffOn: '2026-12-03',
  countedFrom: '2023-12-04',
  calibre: 'general',
  filter: { words: '全部', query: {} },
  demo: false,
  madeAt: '2026-12-05T02:00:00.000Z',
  madeBy: '李某',
} as const
const hazard = {
  id: 'h1',
  displayNumber: '鄂交隐〔2026〕0001',
  road: 'G109',
  roadName: '京拉线',
  fromStake: 1046200,
  toStake: null,
  direction: 'both',
  township: '棋盘井镇',
  gacha: null,
  types: ['C1'],
  description: '平交路口',
  level: 3,
  status: 40,
  progressText: '方案已批',
  flags: ['extensionPending'],
  supervisionLevel: 2,
  fundsWan: '86.00',
  dueDate: '2027-06-30',
  remark: '演示数据',
  demo: true,
  assurances: {},
  facts: { actedAt: {} },
  temporaryControlText: '值守',
  geometry: null,
} as unknown as HazardRow
const beside = { accidents: [], standing: [], photos: [], listingNumber: null, preset: null }
const listOf = (...listed: ListedHazard[]) => supervisionContent(listed, facts, defaultOffice)
const row = (changes: Partial<HazardRow>) => listOf({ ...beside, hazard: { ...hazard, ...changes } }).rows[0]!

test('a row reads as the government reads it', () => {
  expect(row({})).toMatchObject({
    road: 'G109 京拉线',
    stakeText: 'K1046+200 双向',
    types: 'C1平交路口',
    level: '重大',
    supervisionLevel: '旗级',
    progress: '整改中（延期待批；方案已批）',
    temporaryControl: '值守',
    remark: '演示数据',
  })
  expect(row({ progressText: '整改中，信号灯待采购', flags: [] }).progress).toBe('整改中，信号灯待采购')
  expect(row({ road: 'CAYJ', roadName: '察敖一级公路' }).road).toBe('察敖一级公路')
})

test('what stands at the road is printed before what was only planned in words', () => {
  const standing = [{ kind: 'solar_strobe', unit: '盏', quantity: 4, lengthMetres: null }] as const
  expect(listOf({ ...beside, hazard, standing }).rows[0]!.temporaryControl).toBe('爆闪灯4盏')
})
