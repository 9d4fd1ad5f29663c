import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { formatStake } from '../roads/stakes/stake-format.ts'
import { factsOfKind } from './facility-kinds.ts'
import type { Facility } from './facility.schema.ts'
import { facilityStates } from './facility-states.ts'
import { isInspected } from './inspection-clock.ts'

/** A facility as it is kept. */
export interface FacilityRow extends Omit<
  Facility,
  'stakeText' | 'inspectionOverdue' | 'createdAt' | 'updatedAt'
> {
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly requestHash: string
}

export function facilityView(row: FacilityRow, today: string): Facility {
  const { requestHash: _requestHash, ...kept } = row
  return {
    ...kept,
    stakeText: row.stake === null ? null : formatStake(row.stake),
    inspectionOverdue: row.inspectionDueOn !== null && row.inspectionDueOn < today && isInspected(row.state),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

interface Counted {
  readonly total: number
  readonly located: number
}

/** Facilities on roads without a drawn line stay in the collection, without a geometry. */
export function facilityFeatures(
  facilities: readonly Facility[],
  { total, located }: Counted,
): FeatureCollection<Geometry | null> & Counted {
  const features = facilities.map(({ geometry, ...properties }): Feature<Geometry | null> => ({
    type: 'Feature',
    id: properties.id,
    geometry: geometry as Geometry | null,
    properties,
  }))
  return { type: 'FeatureCollection', total, located, features }
}

const sides = { left: '左侧', right: '右侧', centre: '中央', across: '横穿' } as const

const csvColumns: readonly (readonly [string, (facility: Facility) => string | number | null])[] = [
  ['设施编号', (facility) => facility.number],
  ['设施类型', (facility) => factsOfKind(facility.kind).zh],
  ['数量', (facility) => facility.quantity],
  ['单位', (facility) => facility.unit],
  ['长度（米）', (facility) => facility.lengthMetres],
  ['版面内容', (facility) => facility.legend],
  ['道路', (facility) => facility.roadName],
  ['道路编号', (facility) => facility.road],
  ['桩号', (facility) => facility.stakeText],
  ['横向位置', (facility) => (facility.side ? sides[facility.side] : null)],
  ['位置描述', (facility) => facility.placeText],
  ['状态', (facility) => facilityStates[facility.state].zh],
  ['关联隐患', (facility) => facility.hazardNumber],
  ['设置日期', (facility) => facility.installedOn],
  ['最近巡检', (facility) => facility.lastInspectedOn],
  ['应巡检日期', (facility) => facility.inspectionDueOn],
  ['巡检逾期', (facility) => (facility.inspectionOverdue ? '是' : '否')],
  ['备注', (facility) => facility.remark],
  ['数据性质', (facility) => (facility.demo ? '演示数据' : '')],
]

/** Header first; the cells are escaped where the file is written. */
export function facilityTable(facilities: readonly Facility[]): (string | number | null)[][] {
  return [
    csvColumns.map(([header]) => header),
    ...facilities.map((facility) => csvColumns.map(([, cell]) => cell(facility))),
  ]
}
