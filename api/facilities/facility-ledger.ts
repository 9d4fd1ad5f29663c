import type { WriteOptions } from 'hucre'
import { ledgerWorkbook, type LedgerColumn } from '../http/ledger-workbook.ts'
import { originEntries, originLine, type Edition, type Origin } from '../http/provenance-entries.ts'
import type { SpreadsheetCell } from '../http/spreadsheet-text.ts'
import { facilityFaces, facilityFacings } from './facility-facing.ts'
import { factsOfKind } from './facility-kinds.ts'
import type { Facility } from './facility.schema.ts'
import { facilityStates } from './facility-states.ts'

type Column = LedgerColumn<Facility>
const column = (header: string, width: number, cell: Column['cell']): Column => ({ header, width, cell })

const sides = { left: '左侧', right: '右侧', centre: '中央', across: '横穿' } as const
const directions = { increasing: '桩号递增方向', decreasing: '桩号递减方向', both: '双向' } as const
const consents = { asked: '已征求', granted: '已同意', emergency: '紧急先行' } as const
const degrees = ({ geometry }: Facility, axis: 0 | 1) =>
  geometry ? Number(geometry.coordinates[axis]!.toFixed(7)) : null

/** A point that follows from the stake is no second witness of the place. */
const foundBy = ({ geometry, crsSource, stake }: Facility) => {
  if (!geometry) return '未定位'
  return crsSource === 'unknown' && stake !== null ? '桩号推算' : '坐标'
}

const printed: readonly Column[] = [
  column('设施编号', 17, (facility) => facility.number),
  column('设施类型', 14, (facility) => factsOfKind(facility.kind).zh),
  column('数量', 6, (facility) => facility.quantity),
  column('单位', 5, (facility) => facility.unit),
  column('长度（米）', 7, (facility) => facility.lengthMetres),
  column('版面内容', 18, (facility) => facility.legend),
  column('道路', 12, (facility) => facility.roadName),
  column('道路编号', 7, (facility) => facility.road),
  column('桩号', 11, (facility) => facility.stakeText),
  column('横向位置', 7, (facility) => facility.side && sides[facility.side]),
  column('位置描述', 26, (facility) => facility.placeText),
  column('状态', 9, (facility) => facilityStates[facility.state].zh),
  column('关联隐患', 19, (facility) => facility.hazardNumber),
  column('设置日期', 11, (facility) => facility.installedOn),
  column('最近巡检', 11, (facility) => facility.lastInspectedOn),
  column('应巡检日期', 11, (facility) => facility.inspectionDueOn),
  column('巡检逾期', 6, (facility) => (facility.inspectionOverdue ? '是' : '否')),
  column('备注', 20, (facility) => facility.remark),
]

const details: readonly Column[] = [
  column('方向', 12, (facility) => directions[facility.direction]),
  column('经度', 11, (facility) => degrees(facility, 0)),
  column('纬度', 11, (facility) => degrees(facility, 1)),
  // Points are stored in one system, whatever they came in.
  column('坐标系', 8, (facility) => (facility.geometry ? 'WGS84' : null)),
  column('原始坐标', 24, (facility) => facility.rawCoordinate),
  column('定位', 9, (facility) => foundBy(facility)),
  column('设置单位', 14, (facility) => facility.installedBy),
  column('费用(元)', 9, (facility) => facility.costYuan),
  column('路政意见', 9, (facility) => facility.consent && consents[facility.consent]),
  column('同意文号', 16, (facility) => facility.consentDocument),
  column('供货单位', 14, (facility) => facility.supplier),
  column('型号', 12, (facility) => facility.model),
  column('朝向', 14, (facility) => facility.facing && facilityFacings[facility.facing].zh),
  column('单双面', 7, (facility) => facility.faces && facilityFaces[facility.faces].zh),
  column('经费来源', 12, (facility) => facility.funding),
  column('质保期至', 11, (facility) => facility.warrantyUntil),
  column('拆除原因', 18, (facility) => facility.removalReason),
  column('数据性质', 9, (facility) => (facility.demo ? '演示数据' : '')),
]

const columns: readonly Column[] = [...printed, ...details]

/** What things cost and who sold them stays inside. */
const insideOnly = new Set(['费用(元)', '供货单位', '型号', '经费来源', '原始坐标', '备注'])
const isShown = (edition: Edition) => (one: Column) => edition === 'internal' || !insideOnly.has(one.header)

/** Header first; the cells are made inert where the file is written. */
export function facilityTable(
  facilities: readonly Facility[],
  edition: Edition = 'internal',
): SpreadsheetCell[][] {
  const shown = columns.filter(isShown(edition))
  return [
    shown.map(({ header }) => header),
    ...facilities.map((facility) => shown.map(({ cell }) => cell(facility))),
  ]
}

/** 设施台账 */
export function facilityWorkbook(
  facilities: readonly Facility[],
  today: string,
  origin: Origin,
  watermark: string,
): WriteOptions {
  const isDemo = facilities.some(({ demo }) => demo)
  return ledgerWorkbook({
    title: `道路交通安全设施台账${isDemo ? '（演示数据）' : ''}`,
    line: [`共 ${facilities.length} 条`, `巡检逾期截至 ${today}`].join('　　'),
    smallPrint: originLine(origin),
    meta: originEntries(origin),
    watermark,
    sheetName: '设施台账',
    columns: columns.filter(isShown(origin.edition)),
    printed: printed.filter(isShown(origin.edition)).length,
    rows: facilities,
  })
}
