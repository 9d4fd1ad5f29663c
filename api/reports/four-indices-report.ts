import { calibreNames, type Calibre } from '../accidents/calibre.ts'
import type { ComparedRow } from '../statistics/compare-years.queries.ts'
import { rateKinds } from '../statistics/death-rate.ts'
import type { Period } from '../statistics/period.ts'
import type { Summary } from '../statistics/statistics.schema.ts'
import { calibresTable, combined, comparisonTable, type NamedComparison } from './comparison-table.ts'
import { dayText, periodTitle } from './period-title.ts'
import type { Report, ReportTable } from './report.ts'

export interface MainRoad {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
}

export interface FourIndicesFigures {
  readonly period: Period
  readonly calibre: Calibre
  readonly summary: Summary
  /** National, provincial and first-class roads, in their order; all others are one row. */
  readonly mainRoads: readonly MainRoad[]
  readonly byRoad: readonly ComparedRow[]
  readonly byForm: readonly ComparedRow[]
  readonly byCause: readonly ComparedRow[]
  readonly byHour: readonly ComparedRow[]
  readonly bySquad: readonly ComparedRow[]
}

export interface ReportFrame {
  readonly fillingUnit: string
  /** The day on which it is filled in. */
  readonly filledOn: string
  /** Last day that is counted. */
  readonly cutoffOn: string
}

const otherRoads = '其他道路(县乡、气田、镇区)'

/** G109京拉线, as lists name it; a road without a national or provincial number stands under its name. */
const roadLabel = ({ code, name, aliases }: MainRoad) =>
  /^[GS]\d/.test(code) ? `${code}${aliases[0] ?? name}` : name

export function roadRows({ mainRoads, byRoad }: FourIndicesFigures): NamedComparison[] {
  const labels = new Map(mainRoads.map((road) => [road.code, roadLabel(road)]))
  return combined([...labels.values(), otherRoads], byRoad, (key) => labels.get(key) ?? otherRoads)
}

const bandOf = (hour: string) => {
  if (hour === 'unknown') return '时间不详'
  const start = Math.floor(Number(hour) / 2) * 2
  return `${start}—${start + 2}时`
}
const bands = Array.from({ length: 12 }, (_, index) => bandOf(String(index * 2)))

/** Two hours each, all twelve of them; an hour that nobody knows has a row of its own. */
export function hourRows(byHour: readonly ComparedRow[]): NamedComparison[] {
  const names = byHour.some(({ key }) => key === 'unknown') ? [...bands, bandOf('unknown')] : bands
  return combined(names, byHour, bandOf)
}

const severeTable = ({ severe }: Summary): ReportTable => ({
  sheetName: '死亡3人以上事故',
  heading: '死亡3人以上事故',
  columns: [
    { header: '事故编号', width: 20, isText: true },
    { header: '发生时间', width: 18 },
    { header: '道路', width: 22, isText: true },
    { header: '地点', width: 40, isText: true },
    { header: '死亡', width: 7 },
    { header: '受伤', width: 7 },
    { header: '财损(元)', width: 11 },
  ],
  rows:
    severe.length === 0
      ? [['无', '', '', '', '', '', '']]
      : severe.map((one) => [
          ...[one.accidentNo, one.occurredAt, one.roadName, one.placeText],
          ...[one.killed, one.injured, one.lossYuan],
        ]),
})

/** 万车死亡率 beside its calibre and what it was divided by; a dash where no base was entered. */
function rateNote({ rates, base }: Summary): string {
  const words = rates
    .filter(({ kind }) => kind === 'vehicles')
    .map(({ calibre, rate }) => `${rate ?? '—'}(${calibreNames[calibre].zh})`)
    .join('、')
  const divisor = base
    ? `按${base.year}年机动车保有量${base.vehicles}辆计算,未折算为全年;来源:${base.source}`
    : '本期没有登记统计基数'
  return `${rateKinds.vehicles.name.zh}:${words}。${divisor}。`
}

/** Where the rows came from, by the numbers of their imports. */
function originText({ origins }: Summary): string {
  const batches = origins.flatMap(({ batch }) => (batch === null ? [] : [batch]))
  const entered = origins.filter(({ batch, demo }) => batch === null && !demo)
  const parts = [
    ...(batches.length > 0 ? [`公安交通管理综合应用平台导出(批次号:${batches.join('、')})`] : []),
    ...(entered.length > 0 ? [`本系统登记${entered.reduce((sum, one) => sum + one.accidents, 0)}起`] : []),
    ...(origins.some(({ demo }) => demo) ? ['演示数据(无导出批次)'] : []),
  ]
  return parts.length > 0 ? parts.join('、') : '本期无数据'
}

function notesOf({ summary, calibre }: FourIndicesFigures, cutoffOn: string): string[] {
  const { general, reported, simple } = summary
  const first = calibre === 'general' ? '' : `分项表口径:${calibreNames[calibre].zh};`
  return [
    `${first}统计口径:一般程序(其中上报统计${reported.current.accidents}起);死亡按7日;` +
      `截至${dayText(cutoffOn)};数据来源:${originText(summary)}。`,
    `简易程序事故${simple.current.accidents}起(上年同期${simple.previous.accidents}起),另行统计,不计入上表。`,
    rateNote(summary),
    `上年同期为${dayText(summary.previousFrom)}至${dayText(summary.previousTo)};` +
      `同比=(本期−上年同期)÷上年同期×100%,保留一位小数;一般程序死亡${general.current.killed}人含统计事故死亡${reported.current.killed}人,两种口径不相加。`,
  ]
}

export function fourIndicesReport(figures: FourIndicesFigures, frame: ReportFrame): Report {
  const { period, summary, calibre } = figures
  const called = calibre === 'general' ? '' : `(${calibreNames[calibre].zh})`
  const table = (sheetName: string, first: string, rows: readonly NamedComparison[], heading: string) =>
    comparisonTable({ sheetName, first, heading: `${heading}${called}` }, rows)
  return {
    kind: 'four-indices',
    title: `${periodTitle(period)} 道路交通事故四项指数对比表`,
    line: [
      `填报单位:${frame.fillingUnit}(盖章)`,
      `填报日期:${dayText(frame.filledOn)}`,
      `统计截止:${dayText(frame.cutoffOn)}`,
      '单位:起、人、万元(分项表为元)',
    ],
    paragraphs: [],
    tables: [
      calibresTable(summary.general, summary.reported),
      table('按路别', '路别(路线)', roadRows(figures), '按路别(路线)'),
      severeTable(summary),
      table('按形态', '事故形态', figures.byForm, '附表1 按事故形态'),
      table('按原因', '认定原因', figures.byCause, '附表2 按认定原因'),
      table('按时段', '时段', hourRows(figures.byHour), '附表3 按时段'),
      table('按中队', '中队', figures.bySquad, '附表4 按中队'),
    ],
    notes: notesOf(figures, frame.cutoffOn),
  }
}
