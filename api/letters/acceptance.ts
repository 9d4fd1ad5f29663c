import type { Block, FormRow, Paper } from '../documents/paper.ts'
import { hazardLevels } from '../hazards/hazard-codes.ts'
import { acceptanceItems } from '../hazards/life/life-codes.ts'
import { lastDocument, type LetterFacts, type LetterWishes } from './letter-facts.ts'
import { controlInWords, watermarkOf } from './letter-phrases.ts'
import { placeInSentence } from './letter-place.ts'
import { blankDay, dayInWords, ticked } from './wording.ts'

type Acceptance = LetterFacts['records']['acceptances'][number]

const field = (label: string, value: string | null | undefined) => ({ label, value: value ?? '' })
const day = (on: string | null | undefined) => (on ? dayInWords(on) : '')

function ticketRows(facts: LetterFacts): FormRow[] {
  const { hazard, records, completion } = facts
  return [
    {
      fields: [
        field('隐患编号', hazard.displayNumber),
        field('隐患等级', hazard.level === null ? '' : hazardLevels[hazard.level].zh),
      ],
    },
    { fields: [field('隐患名称', hazard.title)] },
    { fields: [field('隐患位置', placeInSentence(hazard))] },
    {
      fields: [
        field('治理责任单位', hazard.responsibleUnitName),
        field('行业主管单位', hazard.regulatorUnitName),
      ],
    },
    {
      fields: [
        field('抄告文号', lastDocument(records, 'notice')?.number),
        field('整改时限', day(hazard.dueDate)),
      ],
    },
    {
      fields: [field('申请验收日期', day(completion?.on)), field('资金（万元）', hazard.fundsWan)],
    },
    { fields: [field('整改措施', hazard.remedyPlan ?? hazard.advice)] },
    { fields: [field('完成情况', completion?.text)] },
    { fields: [field('临时管控设施', controlInWords(facts))] },
  ]
}

const yesNo = (isMet: boolean | undefined) =>
  ticked([
    ['是', isMet === true],
    ['否', isMet === false],
  ])

/** Itemised: what was found, or the usual items with boxes to tick. */
function checkTable(acceptance: Acceptance | undefined): Block {
  const recorded = acceptance?.checks ?? []
  const rows =
    recorded.length > 0
      ? recorded.map(({ item, isMet, note }) => [item, yesNo(isMet), note ?? ''])
      : acceptanceItems.map(({ zh }) => [zh, yesNo(undefined), ''])
  return {
    kind: 'table',
    columns: [
      { header: '序号', width: 6, align: 'centre' },
      { header: '逐项验收', width: 44 },
      { header: '是否符合', width: 16, align: 'centre' },
      { header: '情况说明', width: 22 },
    ],
    rows: rows.map((row, index) => [String(index + 1), ...row]),
  }
}

/** At least two bodies sign; there is always a line more than was recorded. */
const leastLines = 4

function attendeeTable(acceptance: Acceptance | undefined): Block {
  const people = acceptance?.attendees ?? []
  const lines = Math.max(leastLines, people.length)
  return {
    kind: 'table',
    columns: [
      { header: '序号', width: 6, align: 'centre' },
      { header: '参加验收单位', width: 36 },
      { header: '姓名', width: 18, align: 'centre' },
      { header: '签字', width: 28 },
    ],
    rows: Array.from({ length: lines }, (_, index) => [
      String(index + 1),
      people[index]?.unit ?? '',
      people[index]?.name ?? '',
      '',
    ]),
  }
}

const conclusion = (acceptance: Acceptance | undefined) =>
  ticked([
    ['合格', acceptance?.conclusion === 'passed'],
    ['部分合格', acceptance?.conclusion === 'partial'],
    ['不合格', acceptance?.conclusion === 'failed'],
  ])

/** 待验收: the acceptance on record belongs to a request before this one, and was not passed. */
const awaitsAcceptance = ({ hazard }: LetterFacts) => hazard.status === 50

/** 验收表: from the last acceptance on record, or blank to be taken along. */
export function acceptancePaper(facts: LetterFacts, wishes: LetterWishes = {}): Paper {
  const isBlank = wishes.isBlank || awaitsAcceptance(facts)
  const acceptance = isBlank ? undefined : facts.records.acceptances.at(-1)
  const title = '道路交通安全隐患整改验收表'
  return {
    title,
    layout: 'form',
    ...watermarkOf(facts),
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'spread',
        parts: [
          `组织验收单位：${facts.office.fillingUnit}`,
          `验收日期：${acceptance ? dayInWords(acceptance.acceptedOn) : blankDay}`,
        ],
      },
      { kind: 'form', rows: ticketRows(facts) },
      checkTable(acceptance),
      attendeeTable(acceptance),
      {
        kind: 'form',
        rows: [
          { fields: [field('验收结论', conclusion(acceptance))] },
          { fields: [field('验收意见', acceptance?.opinion)], lines: 2 },
          { fields: [field('责任单位盖章', ''), field('行业主管单位盖章', '')], lines: 2 },
          { fields: [field('验收组长签字', ''), field('大队领导签字', '')], lines: 2 },
        ],
      },
      { kind: 'note', text: '验收须两人以上、两个以上单位参加；有一项不符合的，不得判为合格。' },
    ],
  }
}
