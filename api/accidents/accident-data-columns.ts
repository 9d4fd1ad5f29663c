import * as codes from './accident-codes.ts'
import type { AccidentSummary } from './accident.schema.ts'
import type { AccidentColumn } from './accident-view.ts'

/** What a list does not show and a file that is read back needs. The brief is not among it: who reads it is recorded. */
export interface AccidentDetails {
  readonly regNo: string | null
  readonly statNo: string | null
  readonly recordType: number
  readonly timePrecision: 'minute' | 'hour' | 'day'
  readonly rawCoordinate: string | null
  readonly handlingUnit: string | null
  readonly killedScene: number
  readonly killed30d: number | null
  readonly motorCount: number | null
  readonly nonMotorCount: number | null
  readonly pedestrianCount: number | null
  readonly cause: string | null
  readonly visibility: string | null
  readonly surfaceState: string | null
  readonly surfaceCondition: string | null
  readonly terrain: string | null
  readonly alignment: string | null
  readonly siteType: string | null
  readonly roadSafetyAttribute: string | null
  readonly hitAndRun: boolean
  readonly hazardousGoods: boolean
  readonly keyVehicles: readonly string[]
}
export type ExportedAccident = AccidentSummary & AccidentDetails

export interface AccidentDataColumn extends Omit<AccidentColumn, 'cell'> {
  readonly cell: (accident: ExportedAccident) => string | number | null
}

const nameOf = (table: codes.CodeTable, code: string | null) =>
  code === null ? null : (table[code]?.zh ?? code)
const yesNo = (value: boolean) => (value ? '是' : '否')
const precisions = { minute: '分', hour: '时', day: '日' } as const
const directions = { increasing: '桩号递增方向', decreasing: '桩号递减方向', both: '双向' } as const
const sides = { left: '左侧', right: '右侧', centre: '中央', across: '横跨' } as const

const column = (header: string, width: number, cell: AccidentDataColumn['cell']): AccidentDataColumn => ({
  header,
  width,
  cell,
})

const standing: readonly AccidentDataColumn[] = [
  column('登记编号', 16, (accident) => accident.regNo),
  column('统计事故编号', 18, (accident) => accident.statNo),
  column('记录类型', 8, (accident) => accident.recordType),
  column('时间精度', 8, (accident) => precisions[accident.timePrecision]),
  column('方向', 12, (accident) => accident.direction && directions[accident.direction]),
  column('路侧', 7, (accident) => accident.side && sides[accident.side]),
  // Points are stored in one system, whatever they came in; the words they came in stand beside.
  column('坐标系', 8, (accident) => (accident.geometry ? 'WGS84' : null)),
  column('原始坐标', 24, (accident) => accident.rawCoordinate),
  column('办案单位', 18, (accident) => accident.handlingUnit),
]

const harm: readonly AccidentDataColumn[] = [
  column('当场死亡人数', 7, (accident) => accident.killedScene),
  column('30日内死亡人数', 7, (accident) => accident.killed30d),
  column('机动车数', 7, (accident) => accident.motorCount),
  column('非机动车数', 7, (accident) => accident.nonMotorCount),
  column('行人数', 7, (accident) => accident.pedestrianCount),
]

const circumstances: readonly AccidentDataColumn[] = [
  column('认定原因代码', 9, (accident) => accident.cause),
  column('能见度', 10, (accident) => nameOf(codes.visibilities, accident.visibility)),
  column('路面状况', 9, (accident) => nameOf(codes.surfaceStates, accident.surfaceState)),
  column('路表情况', 9, (accident) => nameOf(codes.surfaceConditions, accident.surfaceCondition)),
  column('地形', 7, (accident) => nameOf(codes.terrains, accident.terrain)),
  column('道路线形', 10, (accident) => nameOf(codes.alignments, accident.alignment)),
  column('路口路段类型', 12, (accident) => nameOf(codes.siteTypes, accident.siteType)),
  column('道路安全属性', 12, (accident) => nameOf(codes.roadSafetyAttributes, accident.roadSafetyAttribute)),
  column('是否逃逸', 7, (accident) => yesNo(accident.hitAndRun)),
  column('运载危险物品', 7, (accident) => yesNo(accident.hazardousGoods)),
  column(
    '涉重点车辆',
    14,
    (accident) => accident.keyVehicles.map((code) => nameOf(codes.keyVehicles, code)).join('、') || null,
  ),
]

/** To the right of the printed list, under titles that an import knows. */
export const accidentDataColumns: readonly AccidentDataColumn[] = [...standing, ...harm, ...circumstances]
