import type { ClosingRates } from '../hazards/figures/closing-rates.ts'
import { fundsText, type MonthRow, type MonthTable } from '../hazards/figures/month-table.ts'
import { roadGroups } from '../hazards/figures/road-groups.ts'
import type { TimelyMedian, TimelyMedians } from '../hazards/figures/timely-medians.ts'
import { percentText } from '../statistics/exact-ratio.ts'
import type { Period } from '../statistics/period.ts'
import type { ReportFrame } from './four-indices-report.ts'
import { dayText, periodTitle } from './period-title.ts'
import type { Report, ReportCell, ReportColumn, ReportTable } from './report.ts'

export interface MonthFigures {
  readonly period: Period
  readonly table: MonthTable
  readonly medians: TimelyMedians
  /** Of the tickets found in the period, and of all that were found up to its end. */
  readonly rates: ClosingRates
  readonly allRates: ClosingRates
}

const monthColumns: readonly ReportColumn[] = [
  { header: '路别', width: 12, isText: true },
  { header: '排查一般隐患(项)', width: 10 },
  { header: '其中已整改(项)', width: 10 },
  { header: '整改率(%)', width: 9 },
  { header: '排查重大隐患(项)', width: 10 },
  { header: '其中已整改销号(项)', width: 11 },
  { header: '整改率(%)', width: 9 },
  { header: '列入治理计划(项)', width: 10 },
  { header: '其中达到"五到位"(项)', width: 12 },
  { header: '挂牌督办(项)', width: 9 },
  { header: '其中自治区级挂牌(项)', width: 12 },
  { header: '累计落实治理资金(万元)', width: 13 },
]

/** A rate of nothing is none. */
function rateCell(part: number, whole: number): ReportCell {
  const text = percentText(part, whole)
  return text === null ? '—' : { text, decimals: 1 }
}

const monthCells = (name: string, row: MonthRow): ReportCell[] => [
  name,
  ...[row.minor, row.minorRemedied, rateCell(row.minorRemedied, row.minor)],
  ...[row.major, row.majorClosed, rateCell(row.majorClosed, row.major)],
  ...[row.planned, row.assured, row.listed, row.listedByRegion],
  { text: fundsText(row.fundsCents), decimals: 2 },
]

const monthSheet = ({ table }: MonthFigures): ReportTable => ({
  sheetName: '排查治理情况',
  columns: monthColumns,
  rows: table.rows.map((row) => monthCells(roadGroups[row.group], row)),
  totals: monthCells('合计', table.total),
})

const medianCells = (
  name: string,
  unit: string,
  { median, of }: TimelyMedian,
  what: string,
): ReportCell[] => [name, median === null ? '—' : { text: median, decimals: 1 }, unit, of, what]

const timelySheet = ({ medians }: MonthFigures): ReportTable => ({
  sheetName: '三个及时',
  columns: [
    { header: '三个及时', width: 20, isText: true },
    { header: '中位数', width: 12 },
    { header: '单位', width: 8 },
    { header: '计入项数', width: 10 },
    { header: '说明', width: 60, isText: true },
  ],
  rows: [
    medianCells('发现→登记', '时', medians.registerHours, '及时发现:从发现到在本系统登记'),
    medianCells('登记→报告', '日', medians.reportDays, '及时报告:从登记到第一次抄告或报告旗委、政府'),
    medianCells('报告→整改完成', '日', medians.remedyDays, '及时治理:从报告到责任单位第一次申请验收'),
  ],
})

const percentCell = (part: number, whole: number) => {
  const text = percentText(part, whole)
  return text === null ? '—' : `${text}%`
}

function rateCells(
  name: string,
  rates: (of: ClosingRates) => readonly [number, number],
  figures: MonthFigures,
) {
  const [part, whole] = rates(figures.rates)
  const [allPart, allWhole] = rates(figures.allRates)
  return [name, part, whole, percentCell(part, whole), allPart, allWhole, percentCell(allPart, allWhole)]
}

const ratesSheet = (figures: MonthFigures): ReportTable => ({
  sheetName: '销号按期反弹',
  columns: [
    { header: '销号、按期、反弹', width: 40, isText: true },
    ...['本期', '期末全部'].flatMap((group) => [
      { group, header: '分子', width: 10 },
      { group, header: '分母', width: 10 },
      { group, header: '比率', width: 10 },
    ]),
  ],
  rows: [
    rateCells('销号率(已销号/应销号)', ({ closed, toClose }) => [closed, toClose], figures),
    rateCells('按期率(时限内销号/曾销号)', ({ inTime, everClosed }) => [inTime, everClosed], figures),
    rateCells('反弹率(反弹重开/曾销号)', ({ relapsed, everClosed }) => [relapsed, everClosed], figures),
  ],
})

/** 隐患排查治理情况月报, for a month or any other period. */
export function monthReport(figures: MonthFigures, frame: ReportFrame): Report {
  const { period, table } = figures
  return {
    kind: 'monthly-hazards',
    title: `${periodTitle(period)}道路交通安全隐患排查治理情况统计表`,
    line: [
      `填报单位:${frame.fillingUnit}(盖章)`,
      `填报日期:${dayText(frame.filledOn)}`,
      `统计截止:${dayText(frame.cutoffOn)}`,
      '单位:项、万元',
    ],
    paragraphs: [],
    tables: [monthSheet(figures), timelySheet(figures), ratesSheet(figures)],
    notes: [
      `统计范围:${dayText(period.from)}至${dayText(period.to)}发现的隐患,状态截至${dayText(frame.cutoffOn)};不含作废、合并、不予立项的。` +
        `一般隐患含"较大"${table.considerable}项、未定级${table.ungraded}项。`,
      '"已整改"指验收合格或已销号,重大隐患须已销号;列入治理计划指已立项并明确责任单位、时限的重大或挂牌隐患;应销号指已销号或时限已到。',
      '"本期"为本期排查的隐患,"期末全部"为截至期末排查的全部隐患,单位:项。"气田路"含其他专用道路;没有路线编号的道路按名称归类。',
    ],
  }
}
