import type { WriteOptions } from 'hucre'
import { ledgerWorkbook, type LedgerColumn } from '../http/ledger-workbook.ts'
import { originEntries, originLine, type Edition, type Origin } from '../http/provenance-entries.ts'
import type { SpreadsheetCell } from '../http/spreadsheet-text.ts'
import { formatStake } from '../roads/stakes/stake-format.ts'
import { hazardLevels, hazardSources, hazardTypes, supervisionLevels } from './hazard-codes.ts'
import type { HazardSource, HazardType, SupervisionLevel } from './hazard-codes.ts'
import type { Hazard } from './hazard.schema.ts'
import { hazardStatuses, type HazardStatus } from './hazard-status.ts'
import { recordColumns, type LedgerRecord } from './ledger-records.ts'

type Column = LedgerColumn<Hazard>
const column = (header: string, width: number, cell: Column['cell']): Column => ({ header, width, cell })

const typeName = (code: string) => `${code}${hazardTypes[code as HazardType]?.zh ?? ''}`
const stake = (metres: number | null) => (metres === null ? null : formatStake(metres))
/** The clock here, where there is no daylight saving. */
const clockText = (at: string) =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
const directions = { increasing: '桩号递增方向', decreasing: '桩号递减方向', both: '双向' } as const
const sides = { left: '左侧', right: '右侧', centre: '中央', across: '横跨' } as const
const found = {
  unlocated: '未定位',
  stake: '桩号推算',
  manual: '图上点选',
  coordinate: '坐标',
  gps: 'GPS',
} as const
/** A line follows from its stakes; a point may be all that is known. */
const degrees = ({ geometry }: Hazard, axis: 0 | 1) =>
  geometry?.type === 'Point' ? Number(geometry.coordinates[axis]!.toFixed(7)) : null

/** What stands on paper, from left to right. */
export const printed: readonly Column[] = [
  column('隐患编号', 17, (hazard) => hazard.displayNumber),
  column('技术编号', 19, (hazard) => hazard.number),
  column('隐患名称', 30, (hazard) => hazard.title),
  column('状态', 8, (hazard) => hazardStatuses[hazard.status as HazardStatus].zh),
  column('隐患等级', 6, (hazard) => (hazard.level === null ? null : hazardLevels[hazard.level].zh)),
  column('隐患类型', 18, (hazard) => hazard.types.map(typeName).join('、')),
  column('道路', 12, (hazard) => hazard.roadName),
  column('道路编号', 7, (hazard) => hazard.road),
  column('桩号', 20, (hazard) => hazard.stakeText),
  column('苏木镇', 11, (hazard) => hazard.township),
  column('中队', 7, (hazard) => hazard.squad),
  column('隐患描述', 34, (hazard) => hazard.description),
  column('治理责任单位', 16, (hazard) => hazard.responsibleUnitName),
  column('整改时限', 11, (hazard) => hazard.dueDate),
  column('逾期天数', 6, (hazard) => hazard.overdueDays),
  column(
    '督办级别',
    9,
    (hazard) => supervisionLevels[hazard.supervisionLevel as SupervisionLevel]?.zh ?? null,
  ),
  column('临时管控措施', 20, (hazard) => hazard.temporaryControlText),
  column('治理进展', 20, (hazard) => hazard.progressText),
  column('发现时间', 15, (hazard) => clockText(hazard.foundAt)),
]

const details: readonly Column[] = [
  column('方向', 12, (hazard) => directions[hazard.direction]),
  column('路侧', 7, (hazard) => hazard.side && sides[hazard.side]),
  column('起点桩号', 12, (hazard) => stake(hazard.fromStake)),
  column('止点桩号', 12, (hazard) => stake(hazard.toStake)),
  column('位置描述', 28, (hazard) => hazard.placeText),
  column('经度', 11, (hazard) => degrees(hazard, 0)),
  column('纬度', 11, (hazard) => degrees(hazard, 1)),
  // Points are stored in one system, whatever they came in.
  column('坐标系', 8, (hazard) => (degrees(hazard, 0) === null ? null : 'WGS84')),
  column('原始坐标', 24, (hazard) => hazard.rawCoordinate),
  column('定位', 9, (hazard) => found[hazard.locating as keyof typeof found] ?? null),
  column('嘎查', 12, (hazard) => hazard.gacha),
  column('发现来源', 14, (hazard) => hazardSources[hazard.source as HazardSource]?.zh ?? null),
  column('发现人', 10, (hazard) => hazard.foundBy),
  column('成因分析', 30, (hazard) => hazard.analysis),
  column('整改建议', 30, (hazard) => hazard.advice),
  column('应急管理建议', 24, (hazard) => hazard.emergencyAdvice),
  column('整改措施', 30, (hazard) => hazard.remedyPlan),
  column('责任人', 10, (hazard) => hazard.responsiblePerson),
  column('行业主管单位', 16, (hazard) => hazard.regulatorUnitName),
  column('治理资金(万元)', 9, (hazard) => hazard.fundsWan),
  column('备注', 24, (hazard) => hazard.remark),
  column('数据性质', 9, (hazard) => (hazard.demo ? '演示数据' : '')),
]

/** By hazard. */
type Records = ReadonlyMap<string, LedgerRecord>

const columnsOf = (records: Records): readonly Column[] => [
  ...printed,
  ...details,
  ...recordColumns.map(([header, width, cell]) =>
    column(header, width, (hazard) => cell(hazard, records.get(hazard.id))),
  ),
]

/** Persons, and what points to whoever reported it, stay inside. */
const insideOnly = new Set(['责任人', '发现人', '登记人员', '发现来源', '原始坐标', '备注'])
const columnsIn = (edition: Edition, records: Records) =>
  edition === 'internal'
    ? columnsOf(records)
    : columnsOf(records).filter(({ header }) => !insideOnly.has(header))

/** Header first; the cells are made inert where the file is written. */
export function hazardTable(
  hazards: readonly Hazard[],
  records: Records,
  edition: Edition = 'internal',
): SpreadsheetCell[][] {
  const shown = columnsIn(edition, records)
  return [
    shown.map(({ header }) => header),
    ...hazards.map((hazard) => shown.map(({ cell }) => cell(hazard))),
  ]
}

/** 隐患治理台账 */
export function hazardWorkbook(
  { items: hazards, records, today }: { items: readonly Hazard[]; records: Records; today: string },
  origin: Origin,
  watermark: string,
): WriteOptions {
  const isDemo = hazards.some(({ demo }) => demo)
  return ledgerWorkbook({
    title: `道路交通安全隐患治理台账${isDemo ? '（演示数据）' : ''}`,
    line: [`共 ${hazards.length} 条`, `逾期天数截至 ${today}`].join('　　'),
    smallPrint: originLine(origin),
    meta: originEntries(origin),
    watermark,
    sheetName: '隐患台账',
    columns: columnsIn(origin.edition, records),
    // None of the printed columns is left out.
    printed: printed.length,
    rows: hazards,
  })
}
