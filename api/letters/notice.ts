import type { Block, Paper } from '../documents/paper.ts'
import { lastDocument, type LetterFacts, type LetterWishes } from './letter-facts.ts'
import {
  accidentSentence,
  adviceInWords,
  basisWords,
  contactBlocks,
  controlClause,
  copiesOf,
  copyBlocks,
  numberAndDay,
  openingOf,
  recipientOf,
  watermarkOf,
} from './letter-phrases.ts'
import { placeInSentence, placeInTitle, thatPlace } from './letter-place.ts'
import { receiptBlocks } from './receipt.ts'
import { dayInWords, enumerated, firstRank, itemsOf, secondRank, sentence } from './wording.ts'

/** To bodies one writes a letter, an enterprise is told. */
const styles = {
  letter: {
    title: (place: string) => `关于抄告${place}道路交通安全隐患的函`,
    told: '现函告你单位',
    paper: '本函',
  },
  order: {
    title: (place: string) => `关于${place}道路交通安全隐患的整改通知书`,
    told: '现通知你单位',
    paper: '本通知书',
  },
} as const

/** Beyond this a line of numbered items is easier to read as paragraphs. */
const longestInline = 160

/** `lead` and the items in one line; long ones each on their own. */
function numbered(lead: string, items: readonly string[], rank: (index: number) => string, tail: string) {
  const inline = enumerated(items, rank)
  if (inline.length <= longestInline) return [`${lead}${inline}${tail}`]
  return [lead, ...items.map((item, index) => sentence(rank(index) + item)), ...(tail ? [tail] : [])]
}

function situation({ hazard, accidents, office }: LetterFacts, { campaign }: LetterWishes): string[] {
  const found = campaign ?? (hazard.source === '02' ? office.campaign : '')
  const items = itemsOf(hazard.description)
  const lead = `${openingOf(hazard, found)}，${placeInSentence(hazard)}存在以下道路交通安全隐患：`
  return numbered(
    lead,
    items.length > 0 ? items : [hazard.title],
    firstRank,
    accidentSentence(accidents, thatPlace(hazard)),
  )
}

function request({ hazard, office }: LetterFacts, wishes: LetterWishes): string[] {
  const { told, paper } = styles[wishes.style ?? 'letter']
  const advice = itemsOf(hazard.advice).map(adviceInWords)
  const due = hazard.dueDate ? `请于${dayInWords(hazard.dueDate)}前完成治理` : '请尽快组织治理'
  const reply = `${due}，并于收到${paper}之日起${office.replyDays}个工作日内反馈回执，明确责任人、整改措施、资金、时限和应急预案。`
  const lead = `${basisWords(office, wishes.basis)}${told}，`
  // Before the review nobody has advised anything yet; the unit is then asked to find the remedy itself.
  if (advice.length === 0) return [`${lead}请及时采取措施消除隐患。${reply}`]
  return numbered(`${lead}建议：`, advice, secondRank, reply)
}

function meanwhile(facts: LetterFacts): string[] {
  const control = controlClause(facts)
  const { emergencyAdvice } = facts.hazard
  return [
    ...(control ? [`治理完成前，我大队已${control}，请你单位予以配合维护。`] : []),
    ...(emergencyAdvice
      ? [`治理期间，请你单位做好应急管理：${sentence(itemsOf(emergencyAdvice).join('；'))}`]
      : []),
  ]
}

/** Named is what is bound in behind it. */
function attachments({ hazard, photos }: LetterFacts): Block[] {
  const names = [...(photos.masked > 0 ? ['现场照片'] : []), ...(hazard.geometry ? ['位置示意图'] : [])]
  return names.length > 0 ? [{ kind: 'attachments', names }] : []
}

export const noticeTitle = (facts: Pick<LetterFacts, 'hazard'>, style: LetterWishes['style'] = 'letter') =>
  styles[style].title(placeInTitle(facts.hazard))

/** 抄告函 or 整改通知书 with its receipt below the line at which it is torn off. */
export function noticePaper(facts: LetterFacts, wishes: LetterWishes = {}): Paper {
  const { office, hazard } = facts
  const recipient = recipientOf(facts, wishes)
  const { number, day } = numberAndDay(lastDocument(facts.records, 'notice'), office.letterPrefix, wishes)
  const title = noticeTitle(facts, wishes.style)
  const body = [...situation(facts, wishes), ...request(facts, wishes), ...meanwhile(facts)]
  return {
    title,
    layout: 'letter',
    ...watermarkOf(facts),
    blocks: [
      { kind: 'letterhead', organ: office.organ, number },
      { kind: 'title', text: title },
      { kind: 'paragraph', text: `${recipient}：`, at: 'flush' },
      ...body.map((text): Block => ({ kind: 'paragraph', text })),
      ...attachments(facts),
      { kind: 'signature', organ: `${office.organ}（印章）`, date: day },
      ...contactBlocks(office),
      ...copyBlocks(copiesOf([hazard.regulatorUnitName], office, recipient)),
      {
        kind: 'note',
        text: `${styles[wishes.style ?? 'letter'].paper}一式三份：治理责任单位、行业主管单位、本大队各存一份。`,
      },
      { kind: 'cutLine', text: '回执' },
      ...receiptBlocks(number),
    ],
  }
}
