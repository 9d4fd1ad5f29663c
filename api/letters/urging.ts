import type { Block, Paper } from '../documents/paper.ts'
import { daysBetween } from '../areas/calendar-days.ts'
import { urgingLadder } from '../hazards/clocks/urging.ts'
import type { UrgingStep } from '../hazards/life/life-codes.ts'
import { lastDocument, type LetterFacts, type LetterWishes, type TicketDocument } from './letter-facts.ts'
import {
  contactBlocks,
  controlClause,
  copiesOf,
  copyBlocks,
  numberAndDay,
  recipientOf,
  watermarkOf,
} from './letter-phrases.ts'
import { placeInSentence, placeInTitle } from './letter-place.ts'
import { noticeTitle } from './notice.ts'
import { dayInWords, itemsOf, sentence } from './wording.ts'

/** What is late: the remedy, or the receipt of the letter about it. */
export type Lateness = { readonly of: 'remedy' | 'receipt'; readonly dueOn: string; readonly days: number }

/** Undefined while the unit is in time: then there is nothing to urge. */
export function latenessOf({ hazard }: Pick<LetterFacts, 'hazard'>): Lateness | undefined {
  const late = (code: 'remedy' | 'sign') =>
    hazard.clocks.find((clock) => clock.code === code && clock.overdueDays > 0)
  if (hazard.status !== 30 && hazard.status !== 40) return undefined
  const [remedy, receipt] = [late('remedy'), late('sign')]
  if (remedy) return { of: 'remedy', dueOn: remedy.dueOn, days: remedy.overdueDays }
  return receipt && { of: 'receipt', dueOn: receipt.dueOn, days: receipt.overdueDays }
}

/** The rung of the ladder on which the ticket stands today. */
export function stepOf({ dueOn }: Lateness, today: string): UrgingStep {
  const reached = urgingLadder(dueOn).filter(({ from }) => daysBetween(from, today) >= 0)
  return reached.at(-1)?.step ?? 'letter'
}

const numbered = (document: TicketDocument) => (document.number ? `（${document.number}）` : '')

/** 我大队于…以《…》（…号）函告 */
function toldBefore(facts: LetterFacts, unit: string): string {
  const notice = lastDocument(facts.records, 'notice')
  const place = placeInSentence(facts.hazard)
  const on = notice?.deliveredOn ? `于${dayInWords(notice.deliveredOn)}` : '此前'
  const by = notice ? `以《${noticeTitle(facts)}》${numbered(notice)}` : ''
  return `我大队${on}${by}将${place}道路交通安全隐患函告${unit}`
}

function lateness(facts: LetterFacts, late: Lateness, unit: string): string {
  const { hazard, today } = facts
  const told = toldBefore(facts, unit)
  if (late.of === 'receipt')
    return `${told}，应于${dayInWords(late.dueOn)}前反馈回执。截至${dayInWords(today)}，我大队仍未收到${unit}签收回执，已超过${late.days}日。`
  const original = hazard.originalDueDate ?? late.dueOn
  const extended = original === late.dueOn ? '' : `，经批准延期至${dayInWords(late.dueOn)}`
  return `${told}，要求于${dayInWords(original)}前完成治理${extended}。截至${dayInWords(today)}，该隐患仍未完成治理，已逾期${late.days}日。`
}

/** 我大队已于…、…两次催办，仍未…; silent at the first time. */
function urgedBefore({ records }: LetterFacts): string {
  const days = records.documents.flatMap(({ kind, deliveredOn }) =>
    kind === 'urging' && deliveredOn ? [dayInWords(deliveredOn)] : [],
  )
  return days.length === 0 ? '' : `此前我大队已于${days.join('、')}催办${days.length}次。`
}

const requests: Readonly<Record<UrgingStep, (paper: { days: number }) => string>> = {
  beforeDue: ({ days }) =>
    `请你单位抓紧组织治理，并于收到本函之日起${days}个工作日内反馈治理进展和完成时间。`,
  letter: ({ days }) =>
    `请你单位立即组织治理，并于收到本函之日起${days}个工作日内书面反馈治理进展、未按期完成的原因和完成时间；确需延期的，请逐项说明原因，按程序提出延期申请。`,
  headOfUnit: ({ days }) =>
    `请你单位主要负责人亲自部署、督促落实，立即组织治理，并于收到本函之日起${days}个工作日内书面反馈未按期完成的原因、治理措施、责任人和完成时间。`,
  safetyCommittee: () =>
    '为防止发生道路交通事故，建议对治理责任单位进行督办，必要时约谈其主要负责人，并将处理结果函告我大队。',
}

function situation(facts: LetterFacts): string {
  const items = itemsOf(facts.hazard.description).join('；')
  const control = controlClause(facts, '的')
  const guarded = control
    ? `目前现场靠我大队${control}维持，临时性管控不能代替治理。`
    : '目前现场未采取临时性管控措施，存在发生道路交通事故的风险。'
  return `该隐患的主要情况是：${sentence(items || facts.hazard.title)}${guarded}`
}

const titleOf = (facts: LetterFacts, step: UrgingStep, late: Lateness): string => {
  const place = placeInTitle(facts.hazard)
  if (step === 'safetyCommittee') return `关于提请督办${place}逾期未治理道路交通安全隐患的函`
  return late.of === 'receipt'
    ? `关于催办${place}道路交通安全隐患签收回执的函`
    : `关于催办${place}道路交通安全隐患治理的函`
}

/** 催办函: harder by the rung of the ladder; the last one goes past the unit. */
export function urgingPaper(facts: LetterFacts, late: Lateness, wishes: LetterWishes = {}): Paper {
  const { office, hazard } = facts
  const step = wishes.step ?? stepOf(late, facts.today)
  const isPastUnit = step === 'safetyCommittee'
  const unit = recipientOf(facts, {})
  const recipient = wishes.recipient ?? (isPastUnit ? office.safetyCommittee : unit)
  // The numbers of earlier letters are theirs; this one has its own to come.
  const { number, day } = numberAndDay(undefined, office.letterPrefix, wishes)
  const title = titleOf(facts, step, late)
  const copies = copiesOf([isPastUnit ? unit : null, hazard.regulatorUnitName], office, recipient)
  const body = [
    `${lateness(facts, late, isPastUnit ? unit : '你单位')}${urgedBefore(facts)}`,
    situation(facts),
    requests[step]({ days: office.replyDays }),
  ]
  return {
    title,
    layout: 'letter',
    ...watermarkOf(facts),
    blocks: [
      { kind: 'letterhead', organ: office.organ, number },
      { kind: 'title', text: title },
      { kind: 'paragraph', text: `${recipient}：`, at: 'flush' },
      ...body.map((text): Block => ({ kind: 'paragraph', text })),
      { kind: 'signature', organ: `${office.organ}（印章）`, date: day },
      ...contactBlocks(office),
      ...copyBlocks(copies),
    ],
  }
}
