import type { ComparedRow, YearOnYear } from '../statistics/compare-years.queries.ts'
import { changesBetween, indexKeys, sumOfIndices, type Indices } from '../statistics/indices.ts'
import { wanInTable } from '../statistics/money.ts'
import { changePercentText, changeText } from './change-text.ts'
import type { ReportCell, ReportColumn, ReportTable } from './report.ts'

/** 本期, 上年同期, 增减, 同比 of the four indices for what stands in the first column. */
const groups = ['本期', '上年同期', '增减'] as const
const indexHeaders = ['起数', '死亡', '受伤', '财损(元)'] as const

export const comparisonColumns = (first: string): readonly ReportColumn[] => [
  { header: first, width: 20, isText: true },
  ...groups.flatMap((group) =>
    indexHeaders.map((header) => ({ group, header, width: header === '财损(元)' ? 11 : 6 })),
  ),
  ...['起数', '死亡', '受伤', '财损'].map((header) => ({ group: '同比(%)', header, width: 9 })),
]

export interface NamedComparison extends YearOnYear {
  readonly name: string
}

const cellsOf = ({ name, current, previous, change }: NamedComparison): ReportCell[] => [
  name,
  ...indexKeys.map((key) => current[key]),
  ...indexKeys.map((key) => previous[key]),
  ...indexKeys.map((key) => change[key].difference),
  ...indexKeys.map((key) => changeText(change[key])),
]

export const compared = (name: string, current: Indices, previous: Indices): NamedComparison => ({
  name,
  current,
  previous,
  change: changesBetween(current, previous),
})

/** Rows that are printed as one; the order is that of the names. */
export function combined(
  names: readonly string[],
  rows: readonly Pick<ComparedRow, 'key' | 'current' | 'previous'>[],
  nameOf: (key: string) => string,
): NamedComparison[] {
  return names.map((name) => {
    const own = rows.filter(({ key }) => nameOf(key) === name)
    return compared(
      name,
      sumOfIndices(own.map(({ current }) => current)),
      sumOfIndices(own.map(({ previous }) => previous)),
    )
  })
}

/** The totals are the sums of the printed rows. */
export function comparisonTable(
  frame: Pick<ReportTable, 'sheetName' | 'heading'> & { readonly first: string },
  rows: readonly NamedComparison[],
): ReportTable {
  const { first, ...names } = frame
  const total = compared(
    '合计',
    sumOfIndices(rows.map(({ current }) => current)),
    sumOfIndices(rows.map(({ previous }) => previous)),
  )
  return { ...names, columns: comparisonColumns(first), rows: rows.map(cellsOf), totals: cellsOf(total) }
}

const joined = ({ accidents, killed, injured, lossYuan }: Indices) =>
  `${accidents}/${killed}/${injured}/${wanInTable(lossYuan)}`

const calibreCells = (name: string, { current, previous, change }: YearOnYear): ReportCell[] => [
  name,
  current.accidents,
  current.killed,
  current.injured,
  { text: wanInTable(current.lossYuan), decimals: 2 },
  joined(previous),
  indexKeys.map((key) => changePercentText(change[key])).join(' '),
]

/** Both calibres under each other: the second is part of the first and is never added to it. */
export const calibresTable = (general: YearOnYear, reported: YearOnYear): ReportTable => ({
  sheetName: '四项指数对比',
  columns: [
    { header: '口径', width: 20, isText: true },
    { header: '起数', width: 9 },
    { header: '死亡', width: 9 },
    { header: '受伤', width: 9 },
    { header: '财损(万元)', width: 12 },
    { header: '上年 起/死/伤/万元', width: 26 },
    { header: '同比 起/死/伤/财损', width: 34 },
  ],
  rows: [calibreCells('一般程序合计', general), calibreCells('其中:统计(上报)', reported)],
})
