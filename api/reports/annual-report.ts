import { placedSentence } from '../facilities/facility-wording.ts'
import type { FacilityTotal } from '../facilities/facility.queries.ts'
import type { ClosingRates } from '../hazards/figures/closing-rates.ts'
import type { TicketFacts } from '../hazards/figures/ticket-facts.ts'
import { percentText } from '../statistics/exact-ratio.ts'
import type { Period } from '../statistics/period.ts'
import type { Summary } from '../statistics/statistics.schema.ts'
import {
  annualSectionIds,
  annualSections,
  manualSentence,
  type AnnualMaterial,
  type AnnualSectionId,
} from './annual-fields.ts'
import { dayText } from './period-title.ts'
import type { Report, ReportParagraph } from './report.ts'

/** What was done about hazards in the days of the period, whenever they had been found. */
export interface HazardWork {
  readonly found: number
  readonly proposed: number
  readonly closed: number
}

export function hazardWork(tickets: readonly TicketFacts[], { from, to }: Period): HazardWork {
  const isWithin = (day: string | null) => day !== null && day >= from && day <= to
  return {
    found: tickets.filter(({ foundOn }) => isWithin(foundOn)).length,
    proposed: tickets.filter(({ proposedOn }) => isWithin(proposedOn)).length,
    closed: tickets.filter(({ closings }) => closings.some(isWithin)).length,
  }
}

/** 排查隐患×处,提请挂牌督办×处,整改销号×处,设置太阳能爆闪警示灯×盏、减速带×条(×米)、警示标牌×块 */
export function workSentence(
  { found, proposed, closed }: HazardWork,
  placed: readonly FacilityTotal[],
): string {
  const facilities = placedSentence(placed).replaceAll('（', '(').replaceAll('）', ')')
  return `排查隐患${found}处,提请挂牌督办${proposed}处,整改销号${closed}处,${facilities}`
}

export interface AnnualFigures {
  readonly period: Period
  readonly summary: Summary
  readonly work: HazardWork
  readonly placed: readonly FacilityTotal[]
  readonly rates: ClosingRates
  readonly material: AnnualMaterial
}

function ratesText({ closed, toClose, inTime, everClosed, relapsed }: ClosingRates): string {
  const rate = (part: number, whole: number) => {
    const percent = percentText(part, whole)
    return percent === null ? '—' : `${percent}%(${part}/${whole})`
  }
  return `销号率${rate(closed, toClose)},按期率${rate(inTime, everClosed)},反弹率${rate(relapsed, everClosed)}。`
}

/** What the system itself knows to say under a heading. */
function ownText(id: AnnualSectionId, figures: AnnualFigures): string {
  if (id !== 'hazards') return ''
  return `${workSentence(figures.work, figures.placed)}。${ratesText(figures.rates)}`
}

const numerals = ['一', '二', '三', '四', '五', '六'] as const

function section(id: AnnualSectionId, index: number, figures: AnnualFigures): ReportParagraph[] {
  const text = ownText(id, figures) + manualSentence(id, figures.material)
  return [
    { heading: `${numerals[index]}、${annualSections[id].name.zh}` },
    text === '' ? { text: '(待填写)', isMissing: true } : { text },
  ]
}

function rateSentence({ rates, base }: Summary): string {
  const of = (calibre: 'general' | 'reported') =>
    rates.find((rate) => rate.kind === 'vehicles' && rate.calibre === calibre)?.rate ?? '—'
  if (!base) return '万车死亡率—(没有登记本年度机动车保有量)。'
  return `万车死亡率${of('general')}(一般程序)、${of('reported')}(其中统计),按机动车保有量${base.vehicles}辆计算。`
}

/** 年度总结素材页: what the system knows in the brigade's own words, and what it was told, under the five mechanisms. */
export function annualReport(figures: AnnualFigures, { cutoffOn }: { readonly cutoffOn: string }): Report {
  const { period, summary } = figures
  return {
    kind: 'annual-summary',
    title: `${period.to.slice(0, 4)}年度道路交通安全工作总结素材`,
    line: [],
    paragraphs: [
      { text: summary.sentence },
      { text: rateSentence(summary) },
      ...annualSectionIds.flatMap((id, index) => section(id, index, figures)),
    ],
    tables: [],
    notes: [
      `统计时段:${dayText(period.from)}至${dayText(period.to)}。统计口径:一般程序(其中上报统计${summary.reported.current.accidents}起);死亡按7日;截至${dayText(cutoffOn)}。` +
        '排查、提请挂牌、销号、设置设施均为本期内发生的数量;销号率、按期率、反弹率为截至期末在册隐患。',
    ],
  }
}
