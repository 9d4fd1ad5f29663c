import type { Feature, FeatureCollection, Point } from 'geojson'
import * as codes from './accident-codes.ts'
import type { Edition } from '../http/provenance-entries.ts'
import {
  accidentDataColumns,
  type AccidentDataColumn,
  type ExportedAccident,
} from './accident-data-columns.ts'
import { columnsIn, outsideView } from './accident-edition.ts'
import type { AccidentSummary } from './accident.schema.ts'
import { calibreNames, type Calibre } from './calibre.ts'
import { causeClasses } from './cause-codes.ts'

interface Counted {
  readonly calibre: Calibre
  readonly total: number
  readonly located: number
}

/** Unlocated accidents stay in the collection without a geometry; the counts say how many there are. */
export function accidentFeatures(
  accidents: readonly AccidentSummary[],
  { calibre, total, located }: Counted,
  edition: Edition = 'internal',
): FeatureCollection<Point | null> & Counted {
  const features = accidents.map((accident): Feature<Point | null> => {
    const { geometry, ...properties } = edition === 'internal' ? accident : outsideView(accident)
    const { id, road: roadCode } = accident
    return {
      type: 'Feature',
      id,
      geometry: geometry as Point | null,
      properties: { ...properties, roadCode },
    }
  })
  return { type: 'FeatureCollection', calibre, total, located, features }
}

const nameOf = (table: codes.CodeTable, code: string | null) =>
  code === null ? null : (table[code]?.zh ?? code)
const severities = { fatal: '死亡', injury: '伤人', damageOnly: '财产损失' } as const
const procedures = { general: '一般程序', simple: '简易程序', self: '自行协商' } as const
const whereFound = { unlocated: '未定位', stake: '桩号推算', manual: '手工标注', coordinate: '坐标' } as const

export type Cell = string | number | null

/** To the minute; where seconds are known they are kept. */
const clockText = (at: string) => at.slice(0, at.slice(17, 19) === '00' ? 16 : 19).replace('T', ' ')
/** Seven decimals of a degree are a centimetre. */
const degrees = (value: number | undefined) => (value === undefined ? null : Number(value.toFixed(7)))

export interface AccidentColumn {
  readonly header: string
  /** Characters wide on paper. */
  readonly width: number
  readonly cell: (accident: AccidentSummary) => Cell
}

const column = (header: string, width: number, cell: AccidentColumn['cell']): AccidentColumn => ({
  header,
  width,
  cell,
})

export const accidentColumns: readonly AccidentColumn[] = [
  column('事故编号', 18, (accident) => accident.accidentNo),
  column('适用程序', 9, (accident) => procedures[accident.procedure]),
  column('是否统计', 6, (accident) => (accident.isStatistical ? '是' : '否')),
  column('发生时间', 15, (accident) => clockText(accident.occurredAt)),
  column('路号', 7, (accident) => accident.road),
  column('路名', 14, (accident) => accident.roadName),
  column('桩号', 10, (accident) => accident.stakeText),
  column('事故地点', 34, (accident) => accident.placeText),
  column('苏木镇', 11, (accident) => accident.township),
  column('中队', 7, (accident) => accident.squad),
  column('事故类型', 9, (accident) => severities[accident.severity]),
  column('死亡(7日内)', 7, (accident) => accident.killed),
  column('受伤', 6, (accident) => accident.injured),
  column('重伤', 6, (accident) => accident.seriouslyInjured),
  column('直接财产损失(元)', 10, (accident) => accident.lossYuan),
  column('事故形态', 13, (accident) => nameOf(codes.forms, accident.form)),
  column('车辆间事故', 14, (accident) => nameOf(codes.collisions, accident.collision)),
  column('撞物', 12, (accident) => nameOf(codes.objectsHit, accident.objectHit)),
  column('认定原因分类', 16, (accident) => nameOf(causeClasses, accident.causeClass)),
  column('天气', 6, (accident) => nameOf(codes.weathers, accident.weather)),
  column('照明', 14, (accident) => nameOf(codes.lights, accident.light)),
  column('经度', 11, (accident) => degrees(accident.geometry?.coordinates[0])),
  column('纬度', 11, (accident) => degrees(accident.geometry?.coordinates[1])),
  column('定位', 9, (accident) => whereFound[accident.locating]),
  column('数据性质', 9, (accident) => (accident.demo ? '演示数据' : '')),
]

/** Header first. The calibre stands in every row: a number never leaves without it. */
export function accidentTable(
  accidents: readonly ExportedAccident[],
  calibre: Calibre,
  edition: Edition = 'internal',
): Cell[][] {
  const all = [...accidentColumns.slice(0, -1), ...accidentDataColumns, ...accidentColumns.slice(-1)]
  const columns = columnsIn<ExportedAccident, AccidentDataColumn>(all, edition)
  return [
    [...columns.map(({ header }) => header), '统计口径'],
    ...accidents.map((accident) => [...columns.map(({ cell }) => cell(accident)), calibreNames[calibre].zh]),
  ]
}
