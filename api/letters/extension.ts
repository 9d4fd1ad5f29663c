import type { FormRow, Paper } from '../documents/paper.ts'
import { supervisionLevels, type SupervisionLevel } from '../hazards/hazard-codes.ts'
import { extensionLimits } from '../hazards/clocks/extension-rules.ts'
import { daysBetween } from '../areas/calendar-days.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { lastDocument, type LetterFacts, type LetterWishes } from './letter-facts.ts'
import { controlInWords, watermarkOf } from './letter-phrases.ts'
import { placeInSentence } from './letter-place.ts'
import { dayInWords, ticked } from './wording.ts'

type Extension = LetterFacts['records']['extensions'][number]

const field = (label: string, value: string | null | undefined) => ({ label, value: value ?? '' })
const day = (on: string | null | undefined) => (on ? dayInWords(on) : '')

function ticketRows({ hazard, records }: LetterFacts): FormRow[] {
  return [
    {
      fields: [
        field('隐患编号', hazard.displayNumber),
        field('抄告文号', lastDocument(records, 'notice')?.number),
      ],
    },
    { fields: [field('隐患名称', hazard.title)] },
    { fields: [field('隐患位置', placeInSentence(hazard))] },
    {
      fields: [
        field('申请单位', hazard.responsibleUnitName),
        field('督办级别', supervisionLevels[hazard.supervisionLevel as SupervisionLevel]?.zh),
      ],
    },
  ]
}

/** 第2次: counted among those that were asked for, whatever became of them. */
const ordinal = ({ records }: LetterFacts, extension: Extension | undefined) =>
  extension ? `第${records.extensions.indexOf(extension) + 1}次` : ''

function datesOf(facts: LetterFacts, extension: Extension | undefined): FormRow[] {
  const { hazard } = facts
  const days = extension ? `${daysBetween(extension.fromDue, extension.toDue)}日` : ''
  return [
    {
      fields: [
        field('原定时限', day(hazard.originalDueDate ?? hazard.dueDate)),
        field('现行时限', day(extension?.fromDue ?? hazard.dueDate)),
      ],
    },
    {
      fields: [
        field('申请延期至', day(extension?.toDue)),
        field('延期天数/次数', [days, ordinal(facts, extension)].filter(Boolean).join('，')),
      ],
    },
    {
      fields: [
        field(
          '冬季停工延期',
          ticked([
            ['是', extension?.isWinterPause === true],
            ['否', extension?.isWinterPause === false],
          ]),
        ),
        field('申请日期', extension ? day(bannerDay(new Date(extension.requestedAt))) : ''),
      ],
    },
  ]
}

function decisionRows(extension: Extension | undefined, isListedAbove: boolean): FormRow[] {
  const decided = extension && extension.state !== 'pending' ? extension : undefined
  const decision = ticked([
    ['同意', decided?.state === 'granted'],
    ['不同意', decided?.state === 'refused'],
  ])
  return [
    { fields: [field('事故中队审核意见', '')], lines: 2 },
    {
      fields: [field('大队领导审批意见', [decision, decided?.opinion].filter(Boolean).join('\n'))],
      lines: 4,
    },
    {
      fields: [
        field('审批人（签字）', ''),
        field('审批日期', decided?.decidedAt ? day(bannerDay(new Date(decided.decidedAt))) : ''),
      ],
    },
    ...(isListedAbove
      ? [{ fields: [field('督办单位意见及文号', extension?.documentNumber)], lines: 2 }]
      : []),
  ]
}

/** 延期申请审批表: from the last request on record, or blank for the unit to fill in. */
export function extensionPaper(facts: LetterFacts, wishes: LetterWishes = {}): Paper {
  const extension = wishes.isBlank ? undefined : facts.records.extensions.at(-1)
  const title = '道路交通安全隐患治理延期申请审批表'
  return {
    title,
    layout: 'form',
    ...watermarkOf(facts),
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'form',
        rows: [
          ...ticketRows(facts),
          ...datesOf(facts, extension),
          { fields: [field('延期原因（逐项说明）', extension?.reason)], lines: 4 },
          { fields: [field('已完成情况', facts.hazard.progressText)], lines: 2 },
          { fields: [field('延期期间临时管控措施', controlInWords(facts))], lines: 2 },
          { fields: [field('申请单位（盖章）', ''), field('负责人（签字）', '')], lines: 2 },
          ...decisionRows(extension, facts.hazard.supervisionLevel >= 2),
        ],
      },
      {
        kind: 'note',
        text: `延期申请应在到期前${extensionLimits.workingDaysBefore}个工作日提出，一般不超过${extensionLimits.granted}次，每次不超过${extensionLimits.days}日；冬季停工延期期间临时管控必须在用。`,
      },
    ],
  }
}
