import { v7 } from 'uuid'
import type { NewHazard } from '../../../api/hazards/hazard.schema.ts'
import { acceptanceItems } from '../../../api/hazards/life/life-codes.ts'
import '../../../api/hazards/hazard-evidence.table.ts'
import { photoStages, type PhotoStage } from '../../../api/hazards/photos/photo-stages.ts'
import type { TestApp } from '../../harness/test-app.ts'

export const newHazardId = () => v7()

/** What an officer types beside the road; a test states only what it is about. */
export function newHazard(changes: Partial<NewHazard> = {}): NewHazard {
  return {
    types: ['C1', 'F6'],
    description: '运煤专线与主线平交，支线无让行标志。',
    road: 'G109',
    fromStake: 'K1046+200',
    ...changes,
  }
}

/** Registers a hazard as somebody and gives its id. */
export async function registered(
  app: TestApp,
  changes: Partial<NewHazard> = {},
  who = 'squad',
): Promise<string> {
  const id = newHazardId()
  const answer = await app.as(who)(`/api/hazards/${id}`, { method: 'PUT', body: newHazard(changes) })
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
  return id
}

export const review = {
  action: 'approve',
  level: 2,
  analysis: '支线视距不足，无让行控制。',
  responsibleUnit: 'U01',
  advice: '增设信号灯，渠化路口。',
  dueDate: '2027-06-30',
}

/** Photos of these stages, as if somebody had uploaded them. */
export async function photographed(
  app: TestApp,
  id: string,
  stages: readonly PhotoStage[] = Object.keys(photoStages) as PhotoStage[],
): Promise<void> {
  const { db } = app.database
  const at = new Date('2026-11-23T02:00:00Z')
  const file = { media_type: 'image/jpeg', bytes: 1, width: 1, height: 1, stored_at: at }
  const sha256 = 'a'.repeat(64)
  await db
    .insertInto('photo_file')
    .values({ sha256, ...file })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  if (stages.length === 0) return
  const photo = { hazard_id: id, sha256, file_name: 'a.jpg', at, actor_id: v7(), actor_name: 'squad' }
  await db
    .insertInto('hazard_photo')
    .values(stages.map((stage) => ({ id: v7(), stage, ...photo })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Acts on a hazard one after another, each by somebody who may; papers go out on the day given. */
export async function walk(
  app: TestApp,
  id: string,
  steps: readonly (readonly [string, object])[],
  deliveredOn = '2026-11-23',
): Promise<void> {
  await photographed(app, id)
  for (const [who, step] of steps) {
    const body = 'documentNumber' in step ? { deliveredOn, ...step } : step
    const answer = await app.as(who)(`/api/hazards/${id}/transitions`, { body })
    if (answer.status !== 200)
      throw new Error(`${JSON.stringify(body)}: ${answer.status} ${await answer.text()}`)
  }
}

export const toAcceptance: readonly (readonly [string, object])[] = [
  ['accident', review],
  ['leader', { action: 'notify', documentNumber: '鄂公交发〔2026〕1号', deliveryMethod: '公文交换' }],
  ['clerk', { action: 'sign', responsiblePerson: '王某', completeBy: '2027-05-01', receiptToFollow: true }],
  ['squad', { action: 'progress', progressText: '方案已批' }],
  ['clerk', { action: 'requestAcceptance', completionText: '信号灯已启用' }],
]

export const acceptance = {
  action: 'accept',
  attendees: [
    { name: '李某', unit: '事故中队' },
    { name: '王某', unit: '旗交通运输局' },
  ],
  checks: acceptanceItems.map(({ zh }) => ({ item: zh, isMet: true })),
  conclusion: '合格',
}
