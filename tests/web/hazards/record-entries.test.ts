import { describe, expect, test } from 'vitest'
import type { HazardRecords } from '../../../web/src/api/record-calls.ts'
import { tellerOf } from '../../../web/src/hazards/records/record-entries.ts'
import { wordsIn } from '../../../web/src/text/words.ts'

const none: HazardRecords = {
  reviewDrafts: [],
  ...{ listings: [], extensions: [], acceptances: [], documents: [], revisits: [], corrections: [] },
  related: { parent: null, parts: [], mergedFrom: [] },
}
const at = '2026-11-20T02:00:00.000Z'
const notice: HazardRecords['documents'][number] = {
  ...{ id: 'a', kind: 'notice', number: '鄂公交隐函〔2026〕7号', addressee: '旗交通运输局' },
  ...{ deliveryMethod: '函件', deliveredOn: '2026-11-20', receiptOn: null, receiptBy: null, note: null },
  ...{ at, actorName: '王某' },
}
const extension: HazardRecords['extensions'][number] = {
  ...{ id: 'e', state: 'granted', fromDue: '2026-11-30', toDue: '2026-12-20', isWinterPause: false },
  ...{ reason: '征地未完成', requestedAt: at, requestedByName: '刘某', documentNumber: null },
  ...{ opinion: '同意', decidedAt: at, decidedByName: '王某' },
}
const tell = (records: Partial<HazardRecords>, language: 'zh' | 'en' = 'zh') =>
  tellerOf({ words: wordsIn(language), language })({ ...none, ...records })
const filled = (rows: readonly { label: string; value: string | null }[]) =>
  Object.fromEntries(rows.filter(({ value }) => value).map(({ label, value }) => [label, value]))

describe('the records of a hazard in words', () => {
  test('parts without a record are not there', () => {
    expect(tell({})).toEqual([])
    expect(tell({ extensions: [extension] }).map(({ section }) => section)).toEqual(['extensions'])
  })

  test('a drafted review names who put it before the officer, and what he proposed', () => {
    const draft: HazardRecords['reviewDrafts'][number] = {
      ...{ id: 'd', at, actorName: '冯某', note: '现场已核', responsibleUnitName: '旗交通运输局' },
      fields: { level: 3, analysis: '视距不足', advice: '渠化路口', responsibleUnit: 'U01' },
    }
    const [told] = tell({ reviewDrafts: [draft] })
    expect(told!.entries[0]!.title).toBe('冯某，2026年11月20日 10:00')
    expect(filled(told!.entries[0]!.rows)).toEqual({
      ...{ 隐患等级: '重大', 成因与危险性分析: '视距不足', 整改建议: '渠化路口' },
      ...{ 治理责任单位: '旗交通运输局', 说明: '现场已核' },
    })
  })

  test('a notice says that its receipt is still awaited, and later when and from whom it came', () => {
    const [awaited] = tell({ documents: [notice] })[0]!.entries
    expect(awaited).toMatchObject({ title: '抄告函 鄂公交隐函〔2026〕7号', mark: { text: '回执未到' } })
    const [signed] = tell({ documents: [{ ...notice, receiptOn: '2026-11-24', receiptBy: '科长' }] })[0]!
      .entries
    expect(signed!.mark).toBeUndefined()
    expect(filled(signed!.rows)['签收']).toBe('2026年11月24日 科长')
  })

  test('the step of an urging is told by name, in the language of the page', () => {
    const urging = { ...notice, kind: 'urging' as const, number: null, note: 'headOfUnit' }
    expect(filled(tell({ documents: [urging] })[0]!.entries[0]!.rows)['催办层级']).toBe(
      '催办函，送责任单位主要领导',
    )
    const english = filled(tell({ documents: [urging] }, 'en')[0]!.entries[0]!.rows)
    expect(english).toMatchObject({
      Step: 'Letter to the head of the unit',
      Delivered: '20 November 2026 Letter',
    })
  })

  test('an extension shows both dates, who asked, who granted and why', () => {
    const [granted] = tell({ extensions: [extension] })[0]!.entries
    expect(granted).toMatchObject({ title: '2026年11月30日 → 2026年12月20日', mark: { text: '已批准' } })
    expect(filled(granted!.rows)).toEqual({
      理由: '征地未完成',
      申请: '刘某，2026年11月20日 10:00',
      批准: '王某，2026年11月20日 10:00',
      审批意见: '同意',
    })
  })

  test('an acceptance names units and people, and what was not met', () => {
    const acceptance: HazardRecords['acceptances'][number] = {
      ...{ id: 'c', acceptedOn: '2026-11-20', conclusion: 'partial', opinion: '照明未装' },
      attendees: [
        { unit: '事故中队', name: '民警' },
        { unit: '旗交通运输局', name: '科长' },
      ],
      checks: [
        { item: '未产生新的隐患', isMet: true },
        { item: '整改措施已按方案全部完成', isMet: false },
      ],
      ...{ at, actorName: '赵某' },
    }
    const [told] = tell({ acceptances: [acceptance] })[0]!.entries
    expect(told!.mark).toEqual({ text: '部分合格', tone: 'danger' })
    expect(filled(told!.rows)).toMatchObject({
      参加人员: '事故中队 民警；旗交通运输局 科长',
      验收项目: '未达到：整改措施已按方案全部完成',
    })
  })
})
