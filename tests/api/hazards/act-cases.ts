import type { Insertable } from 'kysely'
import { v7 } from 'uuid'
import type { HazardActionId } from '../../../api/hazards/hazard-actions.ts'
import type { HazardStatus } from '../../../api/hazards/hazard-status.ts'
import '../../../api/hazards/hazard-records.table.ts'
import type { HazardTable } from '../../../api/hazards/hazard.table.ts'
import { acceptanceItems } from '../../../api/hazards/life/life-codes.ts'
import type { ConditionId } from '../../../api/hazards/life/conditions.ts'
import type { TransitionFields } from '../../../api/hazards/life/transition.schema.ts'
import { lifeCycle } from '../../../api/hazards/life-cycle.ts'
import type { TestApp } from '../../harness/test-app.ts'
import { photographed } from './new-hazard.ts'

export const assurances = {
  responsibility: '旗交通运输局负责',
  measures: '渠化路口',
  funds: '12万元已列入预算',
  deadline: '2027年6月30日',
  contingency: '值守与绕行预案',
}
export const attendees = [
  { name: '李某', unit: '事故中队' },
  { name: '王某', unit: '旗交通运输局' },
]
const today = '2026-11-23'
const paper = { documentNumber: '鄂公交隐函〔2026〕7号', deliveredOn: today }

/** A body for each act that is whole, also for a major hazard. */
export const bodies: Readonly<Record<HazardActionId, TransitionFields>> = {
  approve: {
    level: 3,
    analysis: '支线视距不足',
    responsibleUnit: 'U01',
    advice: '渠化路口',
    dueDate: '2027-06-30',
    emergencyAdvice: '大雾封控',
    temporaryControlPlan: '爆闪灯2盏',
  },
  return: { reason: '照片不清' },
  resubmit: {},
  merge: { mergedInto: v7() },
  refuse: { reason: '不构成隐患' },
  notify: { ...paper, deliveryMethod: '公文交换' },
  sign: { responsiblePerson: '王某', completeBy: '2027-05-01' },
  handOver: { receivingBody: '市交管支队', documentNumber: '鄂公交隐函〔2026〕8号' },
  takeBack: { reason: '对方不接' },
  requestAcceptance: { completionText: '信号灯已启用', assurances },
  accept: {
    attendees,
    checks: acceptanceItems.map(({ zh }) => ({ item: zh, isMet: true })),
    conclusion: '合格',
  },
  returnForRemedy: { reason: '标线未补' },
  close: { note: '资料齐全' },
  reopen: { reason: '又发生伤人事故' },
  resumeRemedy: { responsibleUnit: 'U01', dueDate: '2027-06-30' },
  draftReview: {
    analysis: '支线视距不足',
    advice: '渠化路口',
    level: 3,
    responsibleUnit: 'U01',
    dueDate: '2027-06-30',
  },
  controlTemporarily: { controlText: '爆闪灯2盏' },
  progress: { progressText: '基础已浇筑', percent: 40 },
  reportToGovernment: paper,
  urge: { urgingStep: 'letter', addressee: '旗交通运输局', deliveredOn: today },
  recordReceipt: { receiptOn: today },
  proposeListing: { listingLevel: 2, proposal: '建议旗级挂牌', assurances },
  recordListing: {
    documentNumber: '鄂旗安委发〔2026〕3号',
    listedOn: today,
    listingUnit: '旗安委会',
    requiredBy: '2027-03-31',
  },
  refuseListing: { reason: '列入下批' },
  delist: { documentNumber: '鄂旗安委发〔2026〕9号', delistedOn: today },
  requestExtension: { newDueDate: '2027-07-20', reason: '征地未完成' },
  grantExtension: { opinion: '同意', documentNumber: '鄂旗安委函〔2026〕2号' },
  refuseExtension: { opinion: '不同意' },
  passToSquad: { squad: 'L01', note: '管段调整' },
  revisit: { result: 'holds', note: '现场完好' },
}

let serial = 0

/** A hazard put straight into a status, with nothing else known of it: walking there would take eight requests. */
export async function hazardIn(
  app: TestApp,
  status: HazardStatus,
  changes: Partial<Insertable<HazardTable>> = {},
): Promise<string> {
  const id = v7()
  const at = new Date('2026-11-20T02:00:00Z')
  const sequence = String(++serial).padStart(5, '0')
  const made = { created_at: at, created_by: v7(), updated_at: at, updated_by: v7() }
  await app.database.db
    .insertInto('hazard')
    .values({
      id,
      number: `YH-150624-2020-${sequence}`,
      display_number: `鄂交隐〔2020〕${sequence}`,
      title: 'G109 K1046+200 平交路口',
      status,
      type_main: 'C1',
      types: ['C1'],
      description: '支线无让行标志',
      road_code: 'G109',
      road_name: '国道109线',
      from_stake: 1_046_200,
      to_stake: 1_046_200,
      place_text: 'G109线K1046+200处',
      locating: 'unlocated',
      found_at: at,
      found_by: '孙某',
      due_date: [30, 40, 50, 60].includes(status) ? '2027-06-30' : null,
      original_due_date: [10, 15].includes(status) ? null : '2027-06-30',
      request_hash: 'test',
      ...made,
      ...changes,
    })
    .execute()
  return id
}

export async function listing(app: TestApp, hazardId: string, state: 'requested' | 'listed', level = 2) {
  const listed = {
    document_number: '鄂旗安委发〔2026〕1号',
    listed_on: '2026-11-21',
    required_by: '2027-06-30',
  }
  await app.database.db
    .insertInto('listing')
    .values({
      id: v7(),
      hazard_id: hazardId,
      level,
      listing_unit: '旗安委会',
      state,
      ...(state === 'listed' ? listed : {}),
      created_at: new Date('2026-11-21T02:00:00Z'),
      created_by: v7(),
    })
    .execute()
}

export async function extension(app: TestApp, hazardId: string, changes: { is_winter_pause?: boolean } = {}) {
  await app.database.db
    .insertInto('extension')
    .values({
      id: v7(),
      hazard_id: hazardId,
      state: 'pending',
      from_due: '2027-06-30',
      to_due: '2027-07-20',
      reason: '征地未完成',
      requested_at: new Date('2026-11-21T02:00:00Z'),
      requested_by: v7(),
      requested_by_name: '刘某',
      ...changes,
    })
    .execute()
}

export async function notice(app: TestApp, hazardId: string) {
  const at = new Date('2026-11-20T02:00:00Z')
  await app.database.db
    .insertInto('hazard_document')
    .values({
      ...{ id: v7(), hazard_id: hazardId, kind: 'notice', number: '鄂公交隐函〔2026〕7号' },
      ...{ delivered_on: '2026-11-20', at, actor_id: v7(), actor_name: '刘某' },
    })
    .execute()
}

/** Makes each condition hold where it does not of itself. */
const bringAbout: Readonly<Partial<Record<ConditionId, (app: TestApp, id: string) => Promise<void>>>> = {
  listingRequested: (app, id) => listing(app, id, 'requested'),
  listed: (app, id) => listing(app, id, 'listed'),
  extensionPending: (app, id) => extension(app, id),
  receiptMissing: notice,
}

/** And makes each of them fail. */
export const spoil: Readonly<Partial<Record<ConditionId, (app: TestApp, id: string) => Promise<void>>>> = {
  noListing: (app, id) => listing(app, id, 'listed'),
  delistedFirst: (app, id) => listing(app, id, 'listed'),
  noExtensionPending: (app, id) => extension(app, id),
}

/** A hazard on which the act may be done, with all its photos but those of `without`. */
export async function readyFor(app: TestApp, action: HazardActionId, without: readonly string[] = []) {
  const { from, conditions = [], evidence = [] } = lifeCycle[action]
  const isReported = conditions.includes('majorOrBlackSpot')
  const id = await hazardIn(app, from[0]!, isReported ? { is_black_spot: true } : {})
  for (const condition of conditions) await bringAbout[condition]?.(app, id)
  await photographed(
    app,
    id,
    evidence.filter((stage) => !without.includes(stage)),
  )
  return id
}
