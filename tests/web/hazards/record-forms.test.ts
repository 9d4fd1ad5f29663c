import { describe, expect, test } from 'vitest'
import type { HazardType } from '../../../api/hazards/hazard-codes.ts'
import type { Hazard } from '../../../web/src/api/api-types.ts'
import type { HazardRecords } from '../../../web/src/api/record-calls.ts'
import { limitText, nextUrging } from '../../../web/src/hazards/clock-text.ts'
import {
  changesOf,
  choicesOf,
  correctableFields,
  correctionKinds,
  correctionLabel,
  fieldsToCorrect,
  presentOf,
  rowFor,
  valueText,
} from '../../../web/src/hazards/records/correction-form.ts'
import { bodyOfPart, emptyPart } from '../../../web/src/hazards/records/split-form.ts'
import { proposalText } from '../../../web/src/hazards/reopening/proposal-text.ts'
import { yearsOf } from '../../../web/src/holidays/holiday-years.ts'
import { wordsIn } from '../../../web/src/text/words.ts'

const words = wordsIn('zh')
const telling = { words, language: 'zh' as const, names: new Map([['U01', '旗交通运输局']]) }

describe('a correction', () => {
  test('tells every value by name, never by its code', () => {
    expect(valueText('responsibleUnit', 'U01', telling)).toBe('旗交通运输局')
    expect(valueText('types', ['C1', 'F6'], telling)).toBe('C1 平交路口、F6 运煤/工业园区重车出入口')
    expect(valueText('level', 3, telling)).toBe('重大')
    expect(valueText('source', '05', telling)).toBe('群众/12345/微信举报')
    expect(valueText('direction', 'both', telling)).toBe('双向')
    expect(valueText('sensitivity', 'internal', telling)).toBe('内部')
    expect(valueText('remark', null, telling)).toBe('（空）')
  })

  test('names each of its fields differently, and offers choices where only certain values are known', () => {
    const labels = correctableFields.map((field) => correctionLabel(field, telling))
    expect(new Set(labels).size).toBe(labels.length)
    const lists = {
      units: [{ code: 'U01', name: '旗交通运输局' }],
      squads: [{ code: 'L01', name: '岗勤中队' }],
      roads: [{ code: 'G109', name: '国道109线' }],
    }
    const unlisted = correctableFields
      .filter((field) => correctionKinds[field] === 'choice')
      .filter((field) => choicesOf(field, telling, lists).length === 0)
    expect(unlisted).toEqual([])
  })

  test('starts from what is there and sends what was filled in, a level as a number', () => {
    const hazard = { description: '旧', level: 1, types: ['C1'], remark: null } as unknown as Hazard
    const present = presentOf(hazard, undefined)
    expect(rowFor('description', present).after).toBe('旧')
    expect(rowFor('remark', present).after).toBe('')
    expect(
      changesOf([
        { field: 'level', after: '2' },
        { field: 'description', after: ' 新 ' },
        { field: 'remark', after: ' ' },
        { field: 'types', after: ['F1'] as HazardType[] },
        { field: 'advice', after: '' },
      ]),
    ).toEqual([
      { field: 'level', after: 2 },
      { field: 'description', after: '新' },
      { field: 'types', after: ['F1'] },
    ])
  })
})

describe('papers that were written down wrong', () => {
  const papers = {
    documents: [
      { kind: 'notice', number: '鄂公交隐函〔2026〕7号', deliveredOn: '2026-11-20', receiptOn: null },
      { kind: 'urging', number: '鄂公交隐函〔2026〕9号', deliveredOn: '2026-11-22', receiptOn: null },
    ],
    listings: [],
  } as unknown as HazardRecords
  const offered = (status: number, isListed: boolean, rights: readonly string[]) =>
    fieldsToCorrect(presentOf({ status } as Hazard, papers), {
      isListed,
      may: (right) => rights.includes(right),
    })

  test('are put right by whoever files them, as far as there are some; the rest only once it is evidence', () => {
    expect(offered(30, false, ['document:register'])).toEqual(['noticeNumber', 'noticeDeliveredOn'])
    expect(offered(30, false, ['hazard:register'])).toEqual([])
    expect(offered(30, true, ['hazard:register'])).toContain('description')
    expect(offered(70, false, ['hazard:register'])).not.toContain('noticeNumber')
  })
})

describe('a part that is split off', () => {
  test('names its road with its stake, and leaves out what is as in the whole', () => {
    const part = { ...emptyPart, description: '北口 ', fromStake: 'K1046+200' }
    expect(bodyOfPart(part, { road: 'G109' })).toEqual({
      ...{ description: '北口', road: 'G109', fromStake: 'K1046+200' },
    })
    expect(bodyOfPart({ ...part, fromStake: '' }, { road: 'G109' })).toEqual({ description: '北口' })
    expect(bodyOfPart(part, { road: null })).toEqual({ description: '北口' })
  })
})

describe('time limits', () => {
  const clock = {
    code: 'review',
    since: '2026-11-20',
    dueOn: '2026-11-25',
    overdueDays: 0,
    warning: null,
  } as const

  test('are told in working days where the rule counts them, else in days', () => {
    expect(limitText(clock, words)).toBe('3 个工作日')
    expect(limitText({ ...clock, code: 'control', dueOn: '2026-11-23' }, words)).toBe('3 日')
    expect(limitText({ ...clock, code: 'reportToGovernment', dueOn: '2026-11-21' }, words)).toBe('1 日')
    expect(limitText({ ...clock, code: 'remedy' }, words)).toBe('')
  })

  test('the ladder of urging has a next rung until the last one is reached', () => {
    expect(nextUrging('2026-11-30', '2026-11-20')).toEqual({ step: 'letter', from: '2026-12-01' })
    expect(nextUrging('2026-11-30', '2026-12-01')).toEqual({ step: 'headOfUnit', from: '2026-12-15' })
    expect(nextUrging('2026-11-30', '2026-12-30')).toBeUndefined()
  })
})

test('a proposal to reopen says when, who was hurt and how far away', () => {
  const proposal = {
    ...{
      hazardId: 'h',
      number: 'n',
      title: 't',
      cause: 'accident' as const,
      accidentId: 'a',
      accidentNo: '1',
    },
    ...{ occurredAt: '2026-11-25T02:00:00.000Z', killed: 0, injured: 2, distance: 190 },
  }
  expect(proposalText(proposal, telling)).toBe('2026年11月25日 10:00发生事故，受伤 2 人，距隐患 190 米')
  expect(proposalText({ ...proposal, distance: 0 }, telling)).toContain('在隐患路段内')
  expect(proposalText({ ...proposal, cause: 'revisit' }, telling)).toBe('2026年11月25日回头看发现反弹')
})

test('the years of holidays reach to the next one, which is announced before it begins', () => {
  expect(yearsOf([{ day: '2025-10-01' }, { day: '2026-01-01' }], 2026)).toEqual([2025, 2026, 2027])
})
