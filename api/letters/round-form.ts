import type { Office } from '../documents/office/office.ts'
import type { Paper } from '../documents/paper.ts'
import { factsOfKind } from '../facilities/facility-kinds.ts'
import { inspectionChecks } from '../facilities/inspections/inspection-checks.ts'
import type { RoundStop } from '../facilities/inspections/inspection.schema.ts'
import { placeInWords } from '../roads/stakes/place-wording.ts'
import { dayInWords, wide } from './wording.ts'

export interface RoundFacts {
  readonly office: Office
  readonly stops: readonly RoundStop[]
  readonly squadName: string
  readonly until: string
  readonly isDemo: boolean
}

const sides = { left: '左侧', right: '右侧', centre: '中央', across: '横跨' } as const
const directions = { increasing: '桩号增方向', decreasing: '桩号减方向', both: '双向' } as const
/** What whoever stands there may find. */
const states = ['完好', '故障', '缺失', '需拆除'] as const

function whereOf({ road, roadName, stake, side, direction, placeText, repair }: RoundStop): string {
  const place = placeInWords({ road, roadName, fromStake: stake, placeText })
  const seen = [side && sides[side], directions[direction]].filter(Boolean).join('，')
  return [place, seen, repair ? `在修：${repair.fault}` : ''].filter(Boolean).join('\n')
}

const rowOf = (stop: RoundStop, index: number) => [
  String(index + 1),
  `${factsOfKind(stop.kind).zh}${stop.quantity}${stop.unit}\n${stop.number}`,
  whereOf(stop),
  stop.checks.map((check) => `□${inspectionChecks[check].zh}`).join(wide),
  states.map((state) => `□${state}`).join('\n'),
  '',
  '',
]

/** 临时设施巡检表: to be filled in by hand along the road and entered afterwards. */
export function roundPaper({ office, stops, squadName, until, isDemo }: RoundFacts): Paper {
  const title = '临时管控设施巡检表'
  const marks = [...(isDemo ? ['演示数据'] : []), ...(office.watermark ? [office.watermark] : [])]
  return {
    title,
    layout: 'list',
    ...(marks.length > 0 ? { watermark: marks.join(wide) } : {}),
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'spread',
        parts: [
          `巡检单位：${squadName}`,
          `应检截止：${dayInWords(until)}`,
          `巡检日期：${wide.repeat(6)}`,
          `巡检人：${wide.repeat(6)}`,
          `天气：${wide.repeat(3)}`,
        ],
      },
      {
        kind: 'table',
        columns: [
          { header: '序号', width: 5, align: 'centre' },
          { header: '设施及编号', width: 20 },
          { header: '位置', width: 26 },
          { header: '检查项目（正常打√，异常打×）', width: 34 },
          { header: '现状', width: 11 },
          { header: '情况说明及处置', width: 22 },
          { header: '签字', width: 11 },
        ],
        rows: stops.map(rowOf),
      },
      {
        kind: 'note',
        text: `共${stops.length}处。故障、缺失须拍照，当日录入系统；设施保障中队3个工作日内修复。`,
      },
    ],
  }
}
