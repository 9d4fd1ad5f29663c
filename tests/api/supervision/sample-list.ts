import type { PrintedList } from '../../../api/supervision/list-provenance.ts'
import type { SupervisionRow } from '../../../api/supervision/list-content.schema.ts'
import { sumOfCents } from '../../../api/supervision/decimal-sum.ts'

/** The longest row that officers are known to write, and what a usual one looks like. */
const longRow = {
  road: '京拉线（G109）',
  stakeText: 'K1046+200—K1047+900 双向',
  township: '棋盘井镇（额尔和图嘎查）',
  types: 'C1平交路口、F6运煤/工业园区重车出入口、D4照明不足',
  situation:
    '运煤专线与主线平交，支线未设停车让行标志标线，夜间无照明，重型货车左转切入频繁；路口东侧加油站开口过宽，车辆逆行进出，近三年多起侧面碰撞，早晚高峰重车与通勤车混行，雨雪天气制动距离明显加长。',
  accidents: { accidents: 9, killed: 4, injured: 11 },
  level: '重大',
  supervisionLevel: '旗级',
  responsibleUnit: '旗交通运输局',
  responsiblePerson: '王某某',
  regulatorUnit: '旗交通运输局',
  remedy:
    '增设信号灯1套，渠化路口，补设停车让行标志标线，增设照明12盏，封闭加油站多余开口，支线设减速振动标线',
  fundsWan: '86.00',
  dueDate: '2027-06-30',
  temporaryControl: '爆闪灯4盏、警示标牌4块、减速振动标线2组',
  emergencyAdvice: '大风沙尘和雨雪天气由棋盘井中队派员值守，重车限行，备足应急照明和反光锥',
  progress: '整改中（方案已批，信号灯待采购）',
  remark: '演示数据',
} as const

const shortRow = {
  ...longRow,
  road: '察靖线（S216）',
  stakeText: 'K97+500 双向',
  township: '苏米图苏木',
  types: 'C1平交路口',
  situation: '与乡道斜交，视线被沙丘遮挡。',
  accidents: { accidents: 0, killed: 0, injured: 0 },
  level: '一般',
  supervisionLevel: '未督办',
  remedy: '清除沙丘',
  fundsWan: null,
  temporaryControl: '',
  emergencyAdvice: '',
  progress: '待研判',
  remark: '',
} as const

export function sampleRow(position: number): SupervisionRow {
  return {
    ...(position % 3 === 1 ? longRow : shortRow),
    position,
    hazardId: `018f0000-0000-7000-8000-${String(position).padStart(12, '0')}`,
    hazardNumber: `鄂交隐〔2026〕${String(position).padStart(4, '0')}`,
    geometry: null,
  }
}

export function sampleList(count: number, changes: Partial<PrintedList> = {}): PrintedList {
  const rows = Array.from({ length: count }, (_, index) => sampleRow(index + 1))
  return {
    id: '018f0000-0000-7000-8000-000000000000',
    number: 'QD-150624-2026-0003',
    status: 'draft',
    documentNumber: null,
    issuedOn: null,
    issuedAt: null,
    issuedByName: null,
    issueReason: null,
    submittedAt: null,
    submittedByName: null,
    returnedAt: null,
    returnedReason: null,
    withdrawnAt: null,
    withdrawnReason: null,
    contentHash: 'a'.repeat(64),
    version: 1,
    createdAt: '2026-12-05T02:00:00.000Z',
    title: '鄂托克旗挂牌督办道路交通安全隐患清单',
    fillingUnit: '鄂托克旗交管大队',
    filledOn: '2026-12-05',
    cutoffOn: '2026-12-03',
    countedFrom: '2023-12-04',
    calibre: 'general',
    demo: true,
    madeAt: '2026-12-05T02:00:00.000Z',
    madeBy: '李某',
    rows,
    totals: {
      hazards: count,
      accidents: 13,
      killed: 5,
      injured: 17,
      fundsWan: sumOfCents(rows.map(({ fundsWan }) => fundsWan)),
    },
    notes: ['近三年事故统计自 2023-12-04 至 2026-12-03。', '死亡按 7 日内统计。'],
    ...changes,
  }
}
