import { expect, test } from 'vitest'
import type { ExportedAccident } from '../../../../api/accidents/accident-data-columns.ts'
import { accidentTable } from '../../../../api/accidents/accident-view.ts'
import { facilityTable } from '../../../../api/facilities/facility-ledger.ts'
import type { Facility } from '../../../../api/facilities/facility.schema.ts'
import { hazardTable } from '../../../../api/hazards/hazard-ledger.ts'
import type { LedgerRecord } from '../../../../api/hazards/ledger-records.ts'
import type { Hazard } from '../../../../api/hazards/hazard.schema.ts'
import type { ImportKind, ReadRecord, SheetRow } from '../../../../api/imports/import-types.ts'
import { mapColumns } from '../../../../api/imports/sheets/map-columns.ts'
import { ledgerContext } from './ledger-context.ts'
import { readAccidentRows, readFacilityRows, readHazardRows } from './read-rows.ts'

type Table = readonly (readonly (string | number | null)[])[]

function mapped([titles = []]: Table, kind: ImportKind) {
  const mapping = mapColumns(titles.map(String), kind, [1])
  const open = mapping.notes.filter(({ code }) => code !== 'column_left_out')
  return { mapping, open: open.map(({ message }) => message.zh) }
}
const bodyOf = ([, ...rows]: Table): SheetRow[] => rows.map((cells, index) => ({ number: index + 2, cells }))
const toLook = ([record]: ReadRecord[]) =>
  record!.findings.filter(({ severity }) => severity !== 'note').map(({ field, code }) => `${field} ${code}`)

const accident: ExportedAccident = {
  id: '0190f000-0000-7000-8000-000000000001',
  accidentNo: '1506241202500001',
  regNo: 'DJ2025001',
  statNo: '1506242025000001',
  procedure: 'general',
  recordType: 3,
  isStatistical: true,
  occurredAt: '2025-03-05T14:30:25+08:00',
  timePrecision: 'hour',
  road: 'G109',
  roadName: '国道109线（京拉线）',
  stake: 1_046_200,
  stakeText: 'K1046+200',
  direction: 'decreasing',
  side: 'right',
  placeText: '国道109线K1046+200处',
  geometry: { type: 'Point', coordinates: [107.97612345678, 39.0912345678] },
  rawCoordinate: '107.976123456,39.09123456',
  locating: 'coordinate',
  locatingGrade: 'good',
  township: '棋盘井镇',
  squad: 'L03',
  handlingUnit: '事故中队',
  severity: 'fatal',
  killed: 1,
  killedScene: 1,
  killed30d: 1,
  injured: 2,
  seriouslyInjured: 1,
  lossYuan: 12_000,
  motorCount: 2,
  nonMotorCount: 0,
  pedestrianCount: 0,
  form: '11',
  collision: '5',
  objectHit: null,
  causeClass: '12',
  cause: '1201',
  weather: '7',
  visibility: '2',
  light: '3',
  surfaceState: '1',
  surfaceCondition: '9',
  terrain: '1',
  alignment: '01',
  siteType: '21',
  roadSafetyAttribute: '1',
  hitAndRun: true,
  hazardousGoods: false,
  keyVehicles: ['heavyTruck', 'coach'],
  demo: false,
  version: 1,
}

test('an exported accident comes back to the field', () => {
  const table = accidentTable([accident], 'general')
  const { mapping, open } = mapped(table, 'accidents')
  expect(open).toEqual([])
  const records = readAccidentRows(bodyOf(table), mapping, { ...ledgerContext, crs: undefined })
  expect(toLook(records)).toEqual([])
  const { id, version, demo, geometry, stakeText, severity, locatingGrade, objectHit, ...fields } = accident
  expect(records[0]!.values).toMatchObject({ ...fields, lon: 107.9761235, lat: 39.0912346, crs: 'wgs84' })
  expect(records[0]!.values.objectHit).toBeUndefined()
})

const hazard: Hazard = {
  id: '0190f000-0000-7000-8000-000000000002',
  number: 'YH-150624-2026-0003',
  displayNumber: '鄂交隐〔2026〕0003',
  title: 'G109 K1046+200—K1047+900 运煤专线平交口',
  status: 40,
  level: 3,
  types: ['C1', 'F6'],
  description: '支线未设停车让行标志，夜间无照明',
  road: 'G109',
  roadName: '国道109线（京拉线）',
  fromStake: 1_046_200,
  toStake: 1_047_900,
  stakeText: 'K1046+200—K1047+900',
  direction: 'both',
  side: 'right',
  placeText: 'G109 K1046+200—K1047+900',
  geometry: null,
  rawCoordinate: null,
  crsSource: 'unknown',
  locating: 'stake',
  accuracy: null,
  township: '棋盘井镇',
  gacha: '某嘎查',
  squad: 'L03',
  source: '03',
  foundAt: '2026-03-05T06:30:00.000Z',
  foundBy: '赵某',
  analysis: '主线车速快',
  advice: '交叉口综合处置',
  emergencyAdvice: '派员值守',
  responsibleUnit: 'U01',
  responsibleUnitName: '旗交通运输局',
  responsiblePerson: '王某',
  regulatorUnit: 'U06',
  regulatorUnitName: '棋盘井镇政府',
  remedyPlan: '增设信号灯',
  fundsWan: '86.00',
  dueDate: '2026-12-31',
  originalDueDate: '2026-12-31',
  overdueDays: 0,
  warning: null,
  supervisionLevel: 2,
  temporaryControl: 'inPlace',
  temporaryControlText: '爆闪灯4盏',
  progressText: '基础施工中',
  flags: [],
  isBlackSpot: false,
  screeningSiteId: null,
  mergedInto: null,
  sensitivity: 'internal',
  remark: '备注一句',
  demo: false,
  version: 3,
  createdAt: '2026-03-05T06:30:00.000Z',
  updatedAt: '2026-03-05T06:30:00.000Z',
  clocks: [],
  urgingDue: null,
  threeTimely: { registerHours: null, reportDays: null, remedyDays: null },
  extensions: 0,
  isExtensionPending: false,
  parentId: null,
  assurances: { funds: '已列入预算', contingency: '派员值守' },
  photoCounts: {},
  withdrawnAt: null,
  withdrawnReason: null,
  allowedActions: [],
  furtherActs: [],
}

const ledgerRecord: LedgerRecord = {
  registeredBy: '张某',
  notice: { number: '鄂公交隐函〔2026〕8号', on: '2026-03-12', receiptOn: '2026-03-15' },
  listing: { number: '鄂旗安委〔2026〕3号', on: '2026-04-01', delistedBy: null },
  acceptance: {
    on: '2026-06-28',
    conclusion: 'partial',
    attendees: [{ unit: '事故中队' }, { unit: '旗交通运输局' }, { unit: '事故中队' }],
  },
  ...{ appliedOn: '2026-06-25', closedOn: '2026-07-01', reopenedOn: null, revisitedOn: null },
}

test('an exported hazard comes back to the field, with what became of it beside it', () => {
  const table = hazardTable([hazard], new Map([[hazard.id, ledgerRecord]]))
  const written = Object.fromEntries(table[0]!.map((header, x) => [header, table[1]![x]]))
  expect(written).toMatchObject({
    '五到位（责/措/资/时/预）': '资预',
    挂牌文号: '鄂旗安委〔2026〕3号',
    抄告文号: '鄂公交隐函〔2026〕8号',
    签收日期: '2026-03-15',
    验收单位: '事故中队、旗交通运输局',
    验收结论: '部分合格',
    销号日: null,
    是否反弹: '否',
  })
  const waiting = hazardTable([{ ...hazard, status: 50 }], new Map([[hazard.id, ledgerRecord]]))
  expect(waiting[1]).not.toContain('部分合格')
  const { mapping, open } = mapped(table, 'hazards')
  expect(open).toEqual([])
  const records = readHazardRows(bodyOf(table), mapping, ledgerContext)
  expect(toLook(records)).toEqual([])
  const kept = [
    'number title status level types description road roadName fromStake toStake direction side placeText township',
    'gacha squad source foundBy analysis advice emergencyAdvice responsibleUnit responsiblePerson regulatorUnit',
    'remedyPlan fundsWan dueDate supervisionLevel progressText remark',
  ].flatMap((fields) => fields.split(' '))
  const { values } = records[0]!
  for (const field of kept) expect([field, values[field]]).toEqual([field, hazard[field as keyof Hazard]])
  expect(values.foundAt).toBe('2026-03-05T14:30:00+08:00')
})

const facility: Facility = {
  id: '0190f000-0000-7000-8000-000000000003',
  number: 'SS-150624-00007',
  kind: 'speed_bump',
  quantity: 2,
  unit: '条',
  lengthMetres: 14.5,
  legend: '减速慢行',
  road: 'S216',
  roadName: '省道216线',
  stake: 12_700,
  stakeText: 'K12+700',
  direction: 'increasing',
  side: 'across',
  placeText: '弯道前',
  geometry: { type: 'Point', coordinates: [107.9, 39.1] },
  rawCoordinate: null,
  crsSource: 'unknown',
  hazardId: null,
  hazardNumber: 'YH-150624-2026-0003',
  state: 'missing',
  installedOn: '2026-03-20',
  installedBy: '设施保障中队',
  costYuan: 3500,
  consent: 'granted',
  consentDocument: '鄂交路〔2026〕5号',
  supplier: '某厂',
  model: 'TY-300',
  facing: 'decreasing',
  faces: 'double',
  funding: '道路交通安全专项资金',
  removalReason: '被盗后不再恢复',
  warrantyUntil: '2028-03-20',
  lastInspectedOn: '2026-11-01',
  inspectionDueOn: '2026-11-16',
  inspectionOverdue: true,
  remark: '备注一句',
  demo: false,
  version: 1,
  createdAt: '2026-03-20T06:30:00.000Z',
  updatedAt: '2026-03-20T06:30:00.000Z',
}

test('an exported facility comes back to the field', () => {
  const table = facilityTable([facility])
  const { mapping, open } = mapped(table, 'facilities')
  expect(open).toEqual([])
  const records = readFacilityRows(bodyOf(table), mapping, ledgerContext)
  expect(toLook(records)).toEqual([])
  const kept = [
    'number kind quantity unit lengthMetres legend road roadName stake direction side placeText hazardNumber state',
    'installedOn installedBy costYuan consent consentDocument supplier warrantyUntil lastInspectedOn remark',
    'model facing faces funding removalReason',
  ].flatMap((fields) => fields.split(' '))
  const { values } = records[0]!
  for (const field of kept) expect([field, values[field]]).toEqual([field, facility[field as keyof Facility]])
  // The point follows from the stake and is not taken for a second witness.
  expect(values.lon).toBeUndefined()
})
