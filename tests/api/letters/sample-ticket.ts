import { defaultOffice, type Office } from '../../../api/documents/office/office.ts'
import type { Hazard } from '../../../api/hazards/hazard.schema.ts'
import type { LetterFacts, TicketFacts } from '../../../api/letters/letter-facts.ts'

const id = '019a0000-0000-7000-8000-000000000007'

/** The ticket of the sample letter: a level junction of the coal road, to the digit. */
export const sampleHazard: Hazard = {
  id,
  number: 'YH-150624-2026-0007',
  displayNumber: '鄂交隐〔2026〕0007',
  title: 'G109 K1046+200—K1047+900 棋盘井镇运煤专线平交口',
  status: 40,
  level: 3,
  types: ['C1', 'F6'],
  description: '运煤专线与主线平面交叉，支线未设置减速让行标志标线；夜间无照明，重型货车左转切入频繁',
  road: 'G109',
  roadName: '京拉线',
  fromStake: 1_046_200,
  toStake: 1_047_900,
  stakeText: 'K1046+200—K1047+900',
  direction: 'both',
  side: null,
  placeText: 'G109线K1046+200—K1047+900处',
  geometry: {
    type: 'LineString',
    coordinates: [
      [107.1, 39.3],
      [107.11, 39.3],
    ],
  },
  rawCoordinate: null,
  crsSource: 'unknown',
  locating: 'stake',
  accuracy: null,
  township: '棋盘井镇',
  gacha: null,
  squad: 'L03',
  source: '02',
  foundAt: '2026-03-01T02:00:00.000Z',
  foundBy: '协勤',
  analysis: '重型货车由支线左转时主线车速快，夜间不易察觉',
  advice: '增设信号灯1套，完善渠化；照明；标志标线处置',
  emergencyAdvice: null,
  responsibleUnit: 'U01',
  responsibleUnitName: '旗交通运输局',
  responsiblePerson: '王某某',
  regulatorUnit: 'U16',
  regulatorUnitName: '旗工信和能源局',
  remedyPlan: '增设信号灯1套、渠化、照明12盏',
  fundsWan: '86.00',
  dueDate: '2026-06-30',
  originalDueDate: '2026-06-30',
  overdueDays: 0,
  warning: null,
  clocks: [],
  urgingDue: null,
  threeTimely: { registerHours: null, reportDays: null, remedyDays: null },
  extensions: 0,
  isExtensionPending: false,
  supervisionLevel: 2,
  temporaryControl: 'inPlace',
  temporaryControlText: '爆闪灯4盏、警示标牌4块、减速振动标线2组',
  progressText: '方案已批复，信号灯基础施工中',
  flags: [],
  photoCounts: { found: 2 },
  isBlackSpot: false,
  screeningSiteId: null,
  mergedInto: null,
  parentId: null,
  assurances: {},
  withdrawnAt: null,
  withdrawnReason: null,
  sensitivity: 'internal',
  remark: null,
  demo: true,
  version: 4,
  createdAt: '2026-03-01T04:00:00.000Z',
  updatedAt: '2026-03-12T04:00:00.000Z',
  allowedActions: [],
  furtherActs: [],
}

type Papers = TicketFacts['records']
export const noPapers: Papers = { listings: [], extensions: [], acceptances: [], documents: [] }

export const paperOf = (
  kind: Papers['documents'][number]['kind'],
  number: string | null,
  deliveredOn: string,
): Papers['documents'][number] => ({
  id,
  kind,
  number,
  addressee: '旗交通运输局',
  deliveryMethod: '公文交换',
  deliveredOn,
  receiptOn: null,
  receiptBy: null,
  note: null,
  at: `${deliveredOn}T02:00:00.000Z`,
  actorName: '内务',
})

interface Said extends Omit<Partial<LetterFacts>, 'hazard' | 'records' | 'office'> {
  readonly hazard?: Partial<Hazard>
  readonly records?: Partial<Papers>
  readonly office?: Partial<Office>
}

/** The sample, with what a test wants to be otherwise. */
export const sampleFacts = ({ hazard, records, office, ...rest }: Said = {}): LetterFacts => ({
  hazard: { ...sampleHazard, ...hazard },
  records: { ...noPapers, documents: [paperOf('notice', '鄂公交隐函〔2026〕7号', '2026-03-12')], ...records },
  office: { ...defaultOffice, campaign: '大警示、大排查、大整改', copyTo: '', ...office },
  standing: [
    { kind: 'solar_strobe', unit: '盏', quantity: 4, lengthMetres: null },
    { kind: 'warning_sign', unit: '块', quantity: 4, lengthMetres: null },
  ],
  accidents: { accidents: 9, killed: 4, injured: 11, until: '2026-03-12' },
  completion: null,
  photos: { masked: 2, notMasked: 0 },
  today: '2026-03-12',
  ...rest,
})
