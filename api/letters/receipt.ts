import type { Block, Paper } from '../documents/paper.ts'
import { lastDocument, type LetterFacts, type LetterWishes } from './letter-facts.ts'
import { numberAndDay, recipientOf, watermarkOf } from './letter-phrases.ts'
import { placeInTitle } from './letter-place.ts'
import { dayInWords } from './wording.ts'

const blank = (label: string) => ({ label, value: '' })

/** What hangs below the letter: enough to know that it came, and who answers for it. */
export const receiptBlocks = (number: string): Block[] => [
  {
    kind: 'form',
    rows: [
      { fields: [{ label: '函号', value: number }, blank('签收单位（盖章）')] },
      { fields: [blank('签收人'), blank('日期')] },
      { fields: [blank('整改责任人/电话'), blank('计划完成日期')] },
    ],
  },
]

/** 回执 on its own sheet, with room for the five assurances that the letter asks for. */
export function receiptPaper(facts: LetterFacts, wishes: LetterWishes = {}): Paper {
  const { hazard, office, records } = facts
  const { number } = numberAndDay(lastDocument(records, 'notice'), office.letterPrefix, wishes)
  const title = '道路交通安全隐患整改函告回执'
  const due = hazard.dueDate ? dayInWords(hazard.dueDate) : ''
  return {
    title,
    layout: 'form',
    ...watermarkOf(facts),
    blocks: [
      { kind: 'title', text: title },
      { kind: 'paragraph', text: `${office.organ}：`, at: 'flush' },
      { kind: 'paragraph', text: '你大队来函收悉，现将整改安排反馈如下：' },
      {
        kind: 'form',
        rows: [
          {
            fields: [
              { label: '函号', value: number },
              { label: '隐患编号', value: hazard.displayNumber },
            ],
          },
          { fields: [{ label: '隐患位置', value: placeInTitle(hazard) }] },
          {
            fields: [
              { label: '签收单位（盖章）', value: wishes.recipient ?? recipientOf(facts, {}) },
              { label: '要求完成时限', value: due },
            ],
            lines: 2,
          },
          { fields: [blank('签收人'), blank('签收日期')] },
          { fields: [blank('整改责任人'), blank('联系电话')] },
          { fields: [blank('整改措施')], lines: 6 },
          { fields: [blank('治理资金及来源'), blank('计划完成日期')], lines: 2 },
          { fields: [blank('治理期间应急预案')], lines: 4 },
          { fields: [blank('备注')], lines: 2 },
        ],
      },
      { kind: 'note', text: `请于收到来函之日起${office.replyDays}个工作日内加盖公章反馈${office.organ}。` },
    ],
  }
}
