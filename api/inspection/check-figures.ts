import { calibreNames, calibres } from '../accidents/calibre.ts'
import type { ClosingRates } from '../hazards/figures/closing-rates.ts'
import type { Text } from '../http/text.ts'
import { percentText } from '../statistics/exact-ratio.ts'
import { badShare, goodShare, inspectionLimits as limits, relapseShare } from './inspection-limits.ts'
import type { InspectionFigure } from './inspection.schema.ts'
import type { SquadTimes } from './squad-times.ts'

const text = (zh: string, en: string): Text => ({ zh, en })
const figure = (label: Text, value: Text, isOver = false): InspectionFigure => ({ label, value, isOver })

/** "3/4 = 75.0%"; without anything to divide by, words instead of a number. */
export function shareText(part: number, whole: number, none: Text): Text {
  const percent = percentText(part, whole)
  if (percent === null) return none
  const share = `${part}/${whole} = ${percent}%`
  return text(share, share)
}

const clockOf = (at: Date) =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

export interface ProvedEntries {
  readonly upTo: number
  readonly at: Date
  readonly earlier: { readonly upTo: number; readonly at: Date } | null
}

/** Which entries were walked now and which before: nothing is called proved that was not. */
export function chainFigures({ upTo, at, earlier }: ProvedEntries, faults: number): InspectionFigure[] {
  const walked = (from: number) =>
    from > upTo
      ? text('此后没有新记录', 'nothing was written since')
      : text(`第 ${from}—${upTo} 条 ${clockOf(at)} 核验`, `${from}–${upTo} at ${clockOf(at)}`)
  const now = walked((earlier?.upTo ?? 0) + 1)
  const value = earlier
    ? text(
        `第 1—${earlier.upTo} 条此前已核验（${clockOf(earlier.at)} 从头核验），${now.zh}`,
        `1–${earlier.upTo} before (from the beginning at ${clockOf(earlier.at)}), ${now.en}`,
      )
    : now
  return [figure(text('审计记录逐条核验', 'Audit entries proved'), value, faults > 0)]
}

export interface FacilityCounts {
  readonly standing: number
  readonly expected: number
  readonly inspected: number
  readonly toInspect: number
}
export const facilityFigures = (counts: FacilityCounts): InspectionFigure[] => [
  figure(
    text('在位率', 'In place'),
    shareText(
      counts.standing,
      counts.expected,
      text('没有在册的临时设施', 'no temporary facility on record'),
    ),
    counts.standing < goodShare * counts.expected,
  ),
  figure(
    text('巡检率', 'Inspected'),
    shareText(counts.inspected, counts.toInspect, text('没有应巡检的设施', 'none to be inspected')),
    counts.inspected < goodShare * counts.toInspect,
  ),
]

export const rateFigures = (rates: ClosingRates): InspectionFigure[] => [
  figure(
    text('销号率', 'Closed'),
    shareText(rates.closed, rates.toClose, text('时段内没有应销号的隐患', 'none was to be closed')),
    rates.closed < badShare * rates.toClose,
  ),
  figure(
    text('按期率', 'In time'),
    shareText(rates.inTime, rates.everClosed, text('还没有销号的隐患', 'none has been closed')),
    rates.inTime < badShare * rates.everClosed,
  ),
  figure(
    text('反弹率', 'Relapsed'),
    shareText(rates.relapsed, rates.everClosed, text('还没有销号的隐患', 'none has been closed')),
    rates.relapsed > relapseShare * rates.everClosed,
  ),
]

type Measured = Pick<SquadTimes, 'registeredHours' | 'reportedWorkingDays' | 'remediedDays'>
const times: readonly { key: keyof Measured; label: Text; unit: Text; limit: number }[] = [
  {
    key: 'registeredHours',
    label: text('发现→登记', 'find → entry'),
    unit: text('小时', 'h'),
    limit: limits.foundToRegisteredHours,
  },
  {
    key: 'reportedWorkingDays',
    label: text('登记→报告', 'entry → report'),
    unit: text('个工作日', 'working days'),
    limit: limits.registeredToReportedWorkingDays,
  },
  {
    key: 'remediedDays',
    label: text('报告→整改完成', 'report → remedy'),
    unit: text('天', 'd'),
    limit: limits.reportedToRemediedDays,
  },
]

export function timeFigures(squads: readonly SquadTimes[]): InspectionFigure[] {
  return squads.flatMap((squad) =>
    times.map(({ key, label, unit, limit }) => {
      const median = squad[key]
      const name = { zh: squad.squadName ?? '未分中队', en: squad.squadName ?? 'no squad' }
      const value =
        median === null
          ? text('还没有', 'none yet')
          : text(`${median.toFixed(1)} ${unit.zh}`, `${median.toFixed(1)} ${unit.en}`)
      return figure(
        text(`${name.zh} ${label.zh}`, `${name.en}: ${label.en}`),
        value,
        median !== null && median > limit,
      )
    }),
  )
}

export interface Reader {
  readonly name: string
  readonly department: string
  readonly reads: number
  readonly exports: number
  readonly rows: number
}
export const readerFigures = (readers: readonly Reader[]): InspectionFigure[] =>
  readers.map(({ name, department, reads, exports, rows }) =>
    figure(
      text(`${name}（${department}）`, `${name} (${department})`),
      text(
        `查看全文 ${reads} 次，导出 ${exports} 次共 ${rows} 行`,
        `${reads} whole briefs read, ${exports} exports with ${rows} rows`,
      ),
      reads > limits.readsInMonth || exports > limits.exportsInMonth,
    ),
  )

export interface CalibreCounts {
  readonly general: number
  readonly reported: number
  readonly simple: number
  readonly all: number
  readonly lastOn: string | null
  readonly enteredAt: Date | null
}
export function calibreFigures({ lastOn, enteredAt, ...counts }: CalibreCounts): InspectionFigure[] {
  const entered = enteredAt ? clockOf(enteredAt) : '—'
  return [
    ...calibres.map((calibre) =>
      figure(calibreNames[calibre], text(`${counts[calibre]} 起`, `${counts[calibre]} accidents`)),
    ),
    figure(text('最近一起事故', 'Last accident'), text(lastOn ?? '—', lastOn ?? '—')),
    figure(text('数据最近更新', 'Last change of the data'), text(entered, entered)),
  ]
}
