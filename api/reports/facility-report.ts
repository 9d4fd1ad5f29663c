import { facilityKinds } from '../facilities/facility-kinds.ts'
import type { FacilityTotal } from '../facilities/facility.queries.ts'
import { exactRatio } from '../statistics/exact-ratio.ts'
import type { Period } from '../statistics/period.ts'
import type { ReportFrame } from './four-indices-report.ts'
import { dayText, periodTitle } from './period-title.ts'
import type { Report, ReportCell } from './report.ts'

export interface FacilityFigures {
  readonly period: Period
  /** Placed in the period. */
  readonly placed: readonly FacilityTotal[]
  /** All that stand today. */
  readonly standing: readonly FacilityTotal[]
}

const metres = (length: number): ReportCell =>
  length === 0 ? '' : { text: exactRatio(BigInt(Math.round(length * 10)), 10, 1), decimals: 1 }

function rowsOf({ placed, standing }: FacilityFigures): ReportCell[][] {
  const keyOf = ({ kind, unit }: FacilityTotal) => `${kind} ${unit}`
  const now = new Map(standing.map((total) => [keyOf(total), total]))
  const then = new Map(placed.map((total) => [keyOf(total), total]))
  return [...new Set([...then.keys(), ...now.keys()])].sort().map((key) => {
    const [before, after] = [then.get(key), now.get(key)]
    const { kind, unit } = (before ?? after)!
    return [
      facilityKinds[kind].zh,
      unit,
      ...[before?.placed ?? 0, metres(before?.placedMetres ?? 0)],
      ...[after?.quantity ?? 0, metres(after?.lengthMetres ?? 0), after?.working ?? 0],
    ]
  })
}

/** Kinds are counted in units of their own, so there is no total over them. */
export function facilityReport(figures: FacilityFigures, frame: ReportFrame): Report {
  return {
    kind: 'facility-totals',
    title: `${periodTitle(figures.period)}道路交通安全设施设置情况统计表`,
    line: [
      `填报单位:${frame.fillingUnit}(盖章)`,
      `填报日期:${dayText(frame.filledOn)}`,
      `统计截止:${dayText(frame.cutoffOn)}`,
    ],
    paragraphs: [],
    tables: [
      {
        sheetName: '设施统计',
        columns: [
          { header: '设施类型', width: 26, isText: true },
          { header: '单位', width: 8 },
          { group: '本期设置', header: '数量', width: 12 },
          { group: '本期设置', header: '长度(米)', width: 12 },
          { group: '现在位', header: '数量', width: 12 },
          { group: '现在位', header: '长度(米)', width: 12 },
          { group: '现在位', header: '其中在用、转永久', width: 18 },
        ],
        rows: rowsOf(figures),
      },
    ],
    notes: [
      '本期设置按设置日期计,不论后来是否拆除;规划中的不计。现在位为生成时在用、故障、待拆除和转永久的设施。',
    ],
  }
}
