import type { HazardActionId } from '../hazards/hazard-actions.ts'
import { lifeCycle, statusAfter } from '../hazards/life-cycle.ts'
import type { HazardStatus } from '../hazards/hazard-status.ts'
import { demoId } from './demo-id.ts'
import { demoUser, squadPeople, type DemoUser } from './demo-users.ts'
import type { HazardSeed } from './hazard-seed.ts'
import type { Random } from './seeded-random.ts'

type Act = 'register' | HazardActionId

const upTo: Readonly<Partial<Record<HazardStatus, readonly HazardActionId[]>>> = {
  10: [],
  20: ['approve'],
  30: ['approve', 'notify'],
  40: ['approve', 'notify', 'sign', 'progress'],
  50: ['approve', 'notify', 'sign', 'progress', 'requestAcceptance'],
  70: ['approve', 'notify', 'sign', 'progress', 'requestAcceptance', 'accept', 'close'],
  75: ['approve', 'notify', 'sign', 'progress', 'requestAcceptance', 'accept', 'close', 'reopen'],
}

/** The acts that led to the seed's status, in order. */
export function actsOf({ status, wasReturned }: Pick<HazardSeed, 'status' | 'wasReturned'>): Act[] {
  const path = upTo[status]
  if (!path) throw new RangeError(`No demo history leads to status ${status}.`)
  return ['register', ...path, ...(wasReturned ? (['returnForRemedy', 'requestAcceptance'] as const) : [])]
}

/** Who does it, by the rights table; nobody reviews what they registered. */
function doerOf(act: Act, squad: string): DemoUser {
  if (act === 'register' || act === 'progress') {
    const { officer, auxiliary } = squadPeople(squad)
    return act === 'register' ? auxiliary : officer
  }
  const permission = lifeCycle[act].permission
  if (permission === 'hazard:sign') return demoUser('leader')
  return demoUser(permission === 'document:register' ? 'clerk' : 'accident')
}

const dayMs = 24 * 3600_000
const shareOfWay: Readonly<Partial<Record<Act, number>>> = {
  register: 0,
  approve: 0.1,
  notify: 0.17,
  sign: 0.24,
  progress: 0.45,
  requestAcceptance: 0.6,
  returnForRemedy: 0.7,
  accept: 0.68,
  close: 0.72,
  reopen: 0.95,
  return: 0.1,
  resubmit: 0.15,
  merge: 0.1,
  refuse: 0.1,
  handOver: 0.2,
  resumeRemedy: 0.97,
}

function noteOf(act: Act, seed: HazardSeed): string | null {
  const notes: Partial<Record<Act, string>> = {
    returnForRemedy: '路灯未接通电源，退回整改',
    close: '资料齐全，同意销号；临时设施处置意见见设施台账',
    reopen: '销号后12个月内路口又发生伤人事故，反弹重开',
  }
  return act === 'progress' ? (seed.progress ?? null) : (notes[act] ?? null)
}

function fieldsOf(act: Act, seed: HazardSeed, documentNumber: string): Record<string, unknown> {
  if (act === 'register')
    return { body: { title: seed.title, description: seed.description, types: seed.types } }
  if (act === 'approve')
    return {
      types: seed.types,
      level: seed.level,
      analysis: seed.analysis,
      advice: seed.advice,
      responsibleUnit: seed.unit,
    }
  if (act === 'notify') return { documentNumber, deliveryMethod: '公文交换' }
  if (act === 'sign') return { responsiblePerson: '王某某' }
  if (act === 'progress') return { progressText: seed.progress ?? '' }
  if (act === 'requestAcceptance') return { completionText: '已按方案完成，申请验收' }
  if (act !== 'accept') return {}
  return {
    conclusion: '合格',
    attendees: [
      { unit: '事故中队', name: '赵某' },
      { unit: '设施保障中队', name: '陈某' },
      { unit: '责任单位', name: '王某某' },
    ],
  }
}

/** Working hours of the day on which so much of the way from the find to now has passed. */
function timeOf(order: number, act: Act, registeredAt: Date, now: Date, wasReturnedBefore: boolean): Date {
  const share = act === 'requestAcceptance' && wasReturnedBefore ? 0.85 : (shareOfWay[act] ?? 0.5)
  if (act === 'register') return registeredAt
  const raw = registeredAt.getTime() + share * (now.getTime() - registeredAt.getTime())
  const day = Math.floor((raw + 8 * 3600_000) / dayMs) * dayMs - 8 * 3600_000
  const atDesk = day + (9 * 60 + 20 * order) * 60_000
  // On the very first or last day the desk hour may lie outside the way; then the plain share holds.
  return new Date(atDesk > registeredAt.getTime() && atDesk < now.getTime() ? atDesk : raw)
}

export interface HistoryOf {
  readonly hazardId: string
  readonly seed: HazardSeed
  readonly registeredAt: Date
  readonly now: Date
  readonly documentNumber: string
}

export function hazardHistory(
  { hazardId, seed, registeredAt, now, documentNumber }: HistoryOf,
  random: Random,
) {
  let status: HazardStatus | null = null
  let wasReturned = false
  return actsOf(seed).map((act, order) => {
    const doer = doerOf(act, seed.squad)
    const at = timeOf(order, act, registeredAt, now, wasReturned)
    const from_status = status
    status = act === 'register' || status === null ? 10 : statusAfter(act, status)
    wasReturned ||= act === 'returnForRemedy'
    return {
      id: demoId(at, random),
      hazard_id: hazardId,
      action: act,
      from_status,
      to_status: status,
      note: noteOf(act, seed),
      fields: fieldsOf(act, seed, documentNumber),
      actor_id: doer.id,
      actor_name: doer.displayName,
      person_kind: doer.personKind,
      department: doer.department,
      at: at.toISOString(),
    }
  })
}

export type DemoTransition = ReturnType<typeof hazardHistory>[number]
