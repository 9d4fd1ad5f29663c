import { lifeCycle, type TransitionField } from '../../hazards/life-cycle.ts'
import type { HazardActionId } from '../../hazards/hazard-actions.ts'
import { hazardStatuses, type HazardStatus } from '../../hazards/hazard-status.ts'

/** Where a ticket may enter; `wasClosed` where the ledger says it is done with, which only we can find. */
export interface StatusWords {
  readonly status: ImportedStatus
  readonly wasClosed?: boolean
  readonly isGuess?: boolean
}
export type ImportedStatus = Extract<HazardStatus, 10 | 20 | 30 | 35 | 40 | 50>

const byName = new Map<string, HazardStatus>(
  Object.entries(hazardStatuses).map(([code, { zh }]) => [zh, Number(code) as HazardStatus]),
)
const entering: Readonly<Record<HazardStatus, StatusWords>> = {
  10: { status: 10 },
  15: { status: 10 },
  16: { status: 10, isGuess: true },
  17: { status: 10, isGuess: true },
  20: { status: 20 },
  30: { status: 30 },
  35: { status: 35 },
  40: { status: 40 },
  50: { status: 50 },
  60: { status: 50, wasClosed: true },
  70: { status: 50, wasClosed: true },
  75: { status: 40, isGuess: true },
}

const closed = /销号|摘牌|验收合格|已验收|已闭环|闭环/
const notClosed = /(?:未|待|申请|没有|尚未).{0,2}(?:销号|摘牌|验收|闭环)/
const begun =
  /未完成|未全部|部分|正在|整改中|进行中|治理中|推进|实施中|施工中|落实中|已开工|未到位|不到位|[1-9]\d?%/
const untouched = /未整改|未治理|未开始|未开工|没有整改|尚未|未落实|待整改|未处理|未动工|^未$|^否$|^无$/
const passedOn = /上报|移交|转办|报送|已报|呈报/
const done =
  /已整改|整改完成|完成整改|已完成|治理完成|已治理|整改到位|办结|完工|竣工|已修复|已消除|^完成$|^是$|100%|^已$/

/** 已整改 → 50, 正在整改 → 40, 未整改 → 30 where the unit was told and else 20, 已上报 → 35; never straight to closed. */
export function statusOfWords(text: string, wasNotified: boolean): StatusWords | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  if (plain === '') return undefined
  const named = byName.get(plain)
  if (named !== undefined) return entering[named]
  if (closed.test(plain) && !notClosed.test(plain)) return { status: 50, wasClosed: true }
  if (begun.test(plain)) return { status: 40 }
  if (untouched.test(plain)) return { status: wasNotified ? 30 : 20 }
  if (done.test(plain) || /(?:待|申请)验收/.test(plain)) return { status: 50 }
  return passedOn.test(plain) ? { status: 35 } : undefined
}

const wayTo: Readonly<Record<ImportedStatus, readonly HazardActionId[]>> = {
  10: [],
  20: ['approve'],
  30: ['approve', 'notify'],
  35: ['approve', 'handOver'],
  40: ['approve', 'notify', 'sign'],
  50: ['approve', 'notify', 'sign', 'requestAcceptance'],
}

/** What the acts on the way to a status ask for and nobody has said. */
export function missingOnWay(
  status: ImportedStatus,
  known: Readonly<Partial<Record<TransitionField, unknown>>>,
): TransitionField[] {
  const isMajor = known.level === 3
  const asked = wayTo[status].flatMap((action) => {
    const { required, requiredWhenMajor = [] } = lifeCycle[action]
    return [...required, ...(isMajor ? requiredWhenMajor : [])]
  })
  const isGiven = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0)
  return [...new Set(asked)].filter((field) => !isGiven(known[field]))
}
