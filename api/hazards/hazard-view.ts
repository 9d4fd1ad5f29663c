import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { formatRange } from '../roads/stakes/stake-format.ts'
import { dueClock } from './due-clock.ts'
import {
  hazardLevels,
  hazardTypes,
  supervisionLevels,
  type HazardType,
  type SupervisionLevel,
} from './hazard-codes.ts'
import type { HazardRow } from './hazard-row.ts'
import type { Hazard } from './hazard.schema.ts'
import { hazardStatuses, type HazardStatus } from './hazard-status.ts'
import { allowedActions, type Person } from './transition-rules.ts'

export interface Onlooker {
  readonly person: Person
  /** Day in the banner, YYYY-MM-DD. */
  readonly today: string
}

export function hazardView(row: HazardRow, { person, today }: Onlooker): Hazard {
  const { requestHash: _requestHash, past, ...kept } = row
  const { fromStake, toStake } = row
  return {
    ...kept,
    stakeText: fromStake === null ? null : formatRange(fromStake, toStake ?? fromStake),
    foundAt: row.foundAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...dueClock(row.status, row.dueDate, today),
    allowedActions: allowedActions(row.status, person, past),
  }
}

interface Counted {
  readonly total: number
  readonly located: number
}

/** Hazards without a geometry stay in the collection: an unlocated hazard is still a hazard. */
export function hazardFeatures(
  hazards: readonly Hazard[],
  { total, located }: Counted,
): FeatureCollection<Geometry | null> & Counted {
  const features = hazards.map(({ geometry, ...properties }): Feature<Geometry | null> => ({
    type: 'Feature',
    id: properties.id,
    geometry: geometry as Geometry | null,
    properties,
  }))
  return { type: 'FeatureCollection', total, located, features }
}

const typeName = (code: string) => `${code}${hazardTypes[code as HazardType]?.zh ?? ''}`

const csvColumns: readonly (readonly [string, (hazard: Hazard) => string | number | null])[] = [
  ['隐患编号', (hazard) => hazard.displayNumber],
  ['技术编号', (hazard) => hazard.number],
  ['隐患名称', (hazard) => hazard.title],
  ['状态', (hazard) => hazardStatuses[hazard.status as HazardStatus].zh],
  ['隐患等级', (hazard) => (hazard.level === null ? null : hazardLevels[hazard.level].zh)],
  ['隐患类型', (hazard) => hazard.types.map(typeName).join('、')],
  ['道路', (hazard) => hazard.roadName],
  ['道路编号', (hazard) => hazard.road],
  ['桩号', (hazard) => hazard.stakeText],
  ['苏木镇', (hazard) => hazard.township],
  ['中队', (hazard) => hazard.squad],
  ['隐患描述', (hazard) => hazard.description],
  ['治理责任单位', (hazard) => hazard.responsibleUnitName],
  ['整改时限', (hazard) => hazard.dueDate],
  ['逾期天数', (hazard) => hazard.overdueDays],
  ['督办级别', (hazard) => supervisionLevels[hazard.supervisionLevel as SupervisionLevel].zh],
  ['临时管控措施', (hazard) => hazard.temporaryControlText],
  ['治理进展', (hazard) => hazard.progressText],
  ['发现时间', (hazard) => hazard.foundAt],
  ['数据性质', (hazard) => (hazard.demo ? '演示数据' : '')],
]

/** Header first; the cells are escaped where the file is written. */
export function hazardTable(hazards: readonly Hazard[]): (string | number | null)[][] {
  return [
    csvColumns.map(([header]) => header),
    ...hazards.map((hazard) => csvColumns.map(([, cell]) => cell(hazard))),
  ]
}
