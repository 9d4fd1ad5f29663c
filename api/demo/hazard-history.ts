import type { HazardActionId } from '../hazards/hazard-actions.ts'
import { lifeCycle, statusAfter } from '../hazards/life-cycle.ts'
import type { HazardStatus } from '../hazards/hazard-status.ts'
import { demoFields } from './hazard-act-fields.ts'
import { demoId } from './demo-id.ts'
import { demoUser, squadPeople, type DemoUser } from './demo-users.ts'
import type { HazardSeed } from './hazard-seed.ts'
import type { Random } from './seeded-random.ts'

export type Act = 'register' | HazardActionId

const upTo: Readonly<Partial<Record<HazardStatus, readonly HazardActionId[]>>> = {
  10: [],
  20: ['approve'],
  30: ['approve', 'notify'],
  40: ['approve', 'notify', 'sign', 'progress'],
  50: ['approve', 'notify', 'sign', 'progress', 'requestAcceptance'],
  70: ['approve', 'notify', 'sign', 'progress', 'requestAcceptance', 'accept', 'close'],
  75: ['approve', 'notify', 'sign', 'progress', 'requestAcceptance', 'accept', 'close', 'reopen'],
}

const after = (path: readonly Act[], act: Act, ...added: Act[]): Act[] =>
  path.flatMap((step) => (step === act ? [step, ...added] : [step]))

type Told = Pick<HazardSeed, 'status' | 'wasReturned'> & Partial<HazardSeed>

/** What ran beside the main track, each where the table allows it. */
function beside(path: readonly Act[], seed: Told): Act[] {
  const { listing, extension, level, isUnreported } = seed
  let told = [...path]
  if (seed.wasDrafted) told = after(told, 'register', 'draftReview')
  if (level === 3 && !isUnreported) told = after(told, 'notify', 'reportToGovernment')
  if (listing?.isGranted) told = after(told, 'approve', 'proposeListing', 'recordListing')
  if (listing && !listing.isGranted) told = after(told, 'progress', 'proposeListing')
  if (extension)
    told = after(
      told,
      'progress',
      'requestExtension',
      ...(extension.isGranted ? (['grantExtension'] as const) : []),
    )
  if (seed.wasUrged) told = after(told, 'progress', 'urge')
  return seed.wasRevisited ? after(told, 'close', 'revisit') : told
}

/** The acts that led to the seed's status, in order. */
export function actsOf(seed: Told): Act[] {
  const path = upTo[seed.status]
  if (!path) throw new RangeError(`No demo history leads to status ${seed.status}.`)
  const returned = seed.wasReturned ? (['returnForRemedy', 'requestAcceptance'] as const) : []
  return [...beside(['register', ...path], seed), ...returned]
}

/** Who does it, by the rights table; nobody reviews what they registered. */
function doerOf(act: Act, squad: string): DemoUser {
  if (act === 'register' || act === 'progress') {
    const { officer, auxiliary } = squadPeople(squad)
    return act === 'register' ? auxiliary : officer
  }
  const permission = lifeCycle[act].permission
  if (permission === 'hazard:sign') return demoUser('leader')
  if (permission === 'hazard:draftReview') return demoUser('accident2')
  if (permission === 'hazard:revisit') return demoUser('audit')
  return demoUser(permission === 'document:register' ? 'clerk' : 'accident')
}

const dayMs = 24 * 3600_000
const shareOfWay: Readonly<Partial<Record<Act, number>>> = {
  register: 0,
  draftReview: 0.05,
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
  proposeListing: 0.12,
  recordListing: 0.14,
  reportToGovernment: 0.18,
  requestExtension: 0.7,
  grantExtension: 0.75,
  urge: 0.9,
  revisit: 0.9,
}

function noteOf(act: Act, seed: HazardSeed): string | null {
  const notes: Partial<Record<Act, string>> = {
    returnForRemedy: '路灯未接通电源，退回整改',
    close: '资料齐全，同意销号；临时设施处置意见见设施台账',
    revisit: '现场隔离桩完好，未见违停，回头看合格',
    requestExtension: '进入冬季停工期，铺筑无法施工',
    urge: '已发催办函，责任单位答复本月底复工',
    reopen: '销号后12个月内路口又发生伤人事故，反弹重开',
  }
  return act === 'progress' ? (seed.progress ?? null) : (notes[act] ?? null)
}

/** A listing that still waits was proposed after the work had begun. */
const shareOf = (act: Act, { listing }: HazardSeed) =>
  act === 'proposeListing' && listing?.isGranted === false ? 0.5 : (shareOfWay[act] ?? 0.5)

/** Working hours of the day on which so much of the way from the find to now has passed. */
function timeOf(
  order: number,
  act: Act,
  { seed, registeredAt, now }: HistoryOf,
  wasReturnedBefore: boolean,
): Date {
  const isLate = act === 'requestAcceptance' && wasReturnedBefore
  const share = isLate ? 0.85 : shareOf(act, seed)
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

export function hazardHistory(of: HistoryOf, random: Random) {
  const { hazardId, seed, documentNumber, now } = of
  let status: HazardStatus | null = null
  let wasReturned = false
  return actsOf(seed).map((act, order) => {
    const doer = doerOf(act, seed.squad)
    const at = timeOf(order, act, of, wasReturned)
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
      fields: demoFields(act, { seed, documentNumber, now, at }),
      actor_id: doer.id,
      actor_name: doer.displayName,
      person_kind: doer.personKind,
      department: doer.department,
      at: at.toISOString(),
    }
  })
}

export type DemoTransition = ReturnType<typeof hazardHistory>[number]
