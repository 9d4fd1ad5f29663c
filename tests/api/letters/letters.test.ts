import { describe, expect, test } from 'vitest'
import { defaultOffice } from '../../../api/documents/office/office.ts'
import type { Block, Paper } from '../../../api/documents/paper.ts'
import { makeLetter, type LetterKind } from '../../../api/letters/letter-kinds.ts'
import type { LetterFacts, LetterWishes } from '../../../api/letters/letter-facts.ts'
import { placeInSentence, placeInTitle } from '../../../api/letters/letter-place.ts'
import { noticePaper } from '../../../api/letters/notice.ts'
import { paperLines } from '../../../api/letters/paper-lines.ts'
import { stepOf, urgingPaper } from '../../../api/letters/urging.ts'
import { paperOf, sampleFacts, sampleHazard } from './sample-ticket.ts'

const textsOf = ({ blocks }: Paper) => paperLines([...(blocks as Iterable<Block>)]).map(({ text }) => text)
const wordsOf = (kind: LetterKind, facts: LetterFacts, wishes?: LetterWishes) => {
  const made = makeLetter(kind, facts, wishes)
  return 'paper' in made ? textsOf(made.paper) : [made.refused.zh]
}
const remedyClock = (dueOn: string, overdueDays: number) => [
  { code: 'remedy' as const, since: '2026-03-12', dueOn, overdueDays, warning: 'red' as const },
]

describe('the notice to the responsible unit', () => {
  test('says what the sample letter says, word for word', () => {
    expect(textsOf(noticePaper(sampleFacts()))).toEqual([
      '鄂托克旗公安局交通管理大队',
      '鄂公交隐函〔2026〕7号',
      '关于抄告国道109线1046公里+200米至1047公里+900米路段道路交通安全隐患的函',
      '旗交通运输局：',
      '我大队在“大警示、大排查、大整改”专项行动中发现，国道109线K1046+200—K1047+900路段（棋盘井镇境内）存在以下道路交通安全隐患：一、运煤专线与主线平面交叉，支线未设置减速让行标志标线；二、夜间无照明，重型货车左转切入频繁。近三年该路段发生一般程序交通事故9起，造成4人死亡、11人受伤。',
      '根据《中华人民共和国道路交通安全法》第二十九条规定，现函告你单位，建议：（一）增设信号灯1套，完善渠化；（二）增设照明设施；（三）完善标志标线。请于2026年6月30日前完成治理，并于收到本函之日起3个工作日内反馈回执，明确责任人、整改措施、资金、时限和应急预案。',
      '治理完成前，我大队已设置太阳能爆闪警示灯4盏、警示标牌4块等临时性管控措施，请你单位予以配合维护。',
      '附件：1.现场照片',
      '　　　2.位置示意图',
      '鄂托克旗公安局交通管理大队（印章）',
      '2026年3月12日',
      '抄送：旗工信和能源局。',
      '本函一式三份：治理责任单位、行业主管单位、本大队各存一份。',
      '回执',
      '函号：鄂公交隐函〔2026〕7号　　签收单位（盖章）：',
      '签收人：　　日期：',
      '整改责任人/电话：　　计划完成日期：',
    ])
  })

  test('leaves room for number and day until they are recorded, unless they are given', () => {
    const unsent = sampleFacts({ records: { documents: [] } })
    expect(textsOf(noticePaper(unsent))).toEqual(
      expect.arrayContaining(['鄂公交隐函〔　　　〕　　号', '　　　　年　　月　　日']),
    )
    const wished = { number: '鄂公交隐函〔2026〕8号', datedOn: '2026-03-15' }
    expect(textsOf(noticePaper(unsent, wished))).toEqual(
      expect.arrayContaining(['鄂公交隐函〔2026〕8号', '2026年3月15日']),
    )
    expect(textsOf(noticePaper(sampleFacts(), wished))).toContain('鄂公交隐函〔2026〕7号')
  })

  test('of another basis, to an enterprise and of a ticket without accidents, control, advice or stakes', () => {
    const facts = sampleFacts({
      hazard: {
        ...{ road: null, roadName: '苏里格气田路', fromStake: null, toStake: null, township: null },
        ...{ placeText: '苏里格气田路十字口', source: '05', advice: null, dueDate: null, geometry: null },
        ...{ temporaryControl: 'none', temporaryControlText: null, photoCounts: {}, regulatorUnitName: null },
      },
      photos: { masked: 0, notMasked: 2 },
      ...{ standing: [], accidents: null },
    })
    const texts = textsOf(
      noticePaper(facts, { style: 'order', basis: ['roadTraffic30', 'stateCouncil2012'] }),
    )
    expect(texts[2]).toBe('关于苏里格气田路十字口道路交通安全隐患的整改通知书')
    expect(texts[4]).toMatch(/^根据群众反映，经我大队现场核查，苏里格气田路十字口存在/)
    expect(texts[5]).toBe(
      '根据《中华人民共和国道路交通安全法》第三十条、《国务院关于加强道路交通安全工作的意见》（国发〔2012〕30号）有关规定，现通知你单位，请及时采取措施消除隐患。请尽快组织治理，并于收到本通知书之日起3个工作日内反馈回执，明确责任人、整改措施、资金、时限和应急预案。',
    )
    expect(texts.join()).not.toMatch(/近三年|临时性管控|附件|抄送/)
  })

  test('breaks long texts into paragraphs and numbers them past ten', () => {
    const description = Array.from(
      { length: 12 },
      (_, index) => `第${index + 1}处缺陷，${'护栏缺失'.repeat(8)}`,
    )
    const texts = textsOf(noticePaper(sampleFacts({ hazard: { description: description.join('；') } })))
    expect(texts[4]).toMatch(/隐患：$/)
    expect(texts[16]).toMatch(/^十二、第12处缺陷.*。$/)
    expect(texts[17]).toMatch(/^近三年该路段/)
  })

  test('takes off a numbering that an officer typed, and leaves stakes and decimals alone', () => {
    const hazard = { description: '1.护栏缺失20米。\n2、标线磨损；（三）0.3米积水' }
    expect(textsOf(noticePaper(sampleFacts({ hazard })))[4]).toContain(
      '一、护栏缺失20米；二、标线磨损；三、0.3米积水。',
    )
  })
})

test('a place is worded as titles and as sentences word it', () => {
  const at = (hazard: Partial<typeof sampleHazard>) => ({ ...sampleHazard, ...hazard })
  const point = at({ fromStake: 952_300, toStake: 952_300, gacha: '框框井嘎查', direction: 'decreasing' })
  expect(placeInTitle(point)).toBe('国道109线952公里+300米处')
  expect(placeInSentence(point)).toBe('国道109线K952+300处（棋盘井镇框框井嘎查境内，桩号递减方向）')
  const own = at({ road: 'CAYJ', roadName: '察敖一级公路', fromStake: 21_000, toStake: 22_000 })
  expect(placeInTitle(own)).toBe('察敖一级公路21公里至22公里路段')
})

describe('urging', () => {
  const late = { of: 'remedy', dueOn: '2026-06-30', days: 12 } as const

  test('names the letter, the date and the days past it', () => {
    const facts = sampleFacts({ today: '2026-07-12', hazard: { clocks: remedyClock('2026-06-30', 12) } })
    expect(wordsOf('urging', facts).slice(2, 5)).toEqual([
      '关于催办国道109线1046公里+200米至1047公里+900米路段道路交通安全隐患治理的函',
      '旗交通运输局：',
      '我大队于2026年3月12日以《关于抄告国道109线1046公里+200米至1047公里+900米路段道路交通安全隐患的函》（鄂公交隐函〔2026〕7号）将国道109线K1046+200—K1047+900路段（棋盘井镇境内）道路交通安全隐患函告你单位，要求于2026年6月30日前完成治理。截至2026年7月12日，该隐患仍未完成治理，已逾期12日。',
    ])
  })

  test('climbs the ladder with the days, and goes past the unit on the last rung', () => {
    const steps = ['2026-07-01', '2026-07-15', '2026-07-30'].map((today) => stepOf(late, today))
    expect(steps).toEqual(['letter', 'headOfUnit', 'safetyCommittee'])
    const facts = sampleFacts({
      today: '2026-07-31',
      records: { documents: [paperOf('urging', null, '2026-07-02'), paperOf('urging', null, '2026-07-16')] },
    })
    const texts = textsOf(urgingPaper(facts, { ...late, days: 31 }))
    expect(texts[3]).toBe('旗安委办：')
    expect(texts[4]).toContain('此前我大队已于2026年7月2日、2026年7月16日催办2次。')
    expect(texts.join()).toContain('约谈')
    expect(texts.at(-1)).toBe('抄送：旗交通运输局、旗工信和能源局。')
  })

  test('is refused while nothing is late', () => {
    expect(wordsOf('urging', sampleFacts())[0]).toContain('还没有逾期')
    expect(wordsOf('urging', sampleFacts({ hazard: { status: 70 } }))[0]).toContain('没有需要催办')
  })
})

describe('forms', () => {
  test('an acceptance on record fills the form; a blank one is asked for or has none', () => {
    const acceptance = {
      ...{ id: 'a', acceptedOn: '2026-06-28', conclusion: 'partial' as const, opinion: '路灯未接通电源' },
      attendees: [
        { name: '赵某', unit: '事故中队' },
        { name: '陈某', unit: '设施保障中队' },
      ],
      checks: [{ item: '整改措施已按方案全部完成', isMet: false, note: '路灯未通电' }],
      ...{ at: '2026-06-28T02:00:00.000Z', actorName: '赵某' },
    }
    const facts = sampleFacts({ records: { acceptances: [acceptance] } })
    const filled = wordsOf('acceptance', facts).join('\n')
    expect(filled).toContain('验收日期：2026年6月28日')
    expect(filled).toContain('整改措施已按方案全部完成 ｜ □是　■否 ｜ 路灯未通电')
    expect(filled).toContain('□合格　■部分合格　□不合格')
    expect(filled).toContain('1 ｜ 事故中队 ｜ 赵某')
    const blank = wordsOf('acceptance', facts, { isBlank: true }).join('\n')
    expect(blank).toContain('□合格　□部分合格　□不合格')
    expect(blank).not.toContain('赵某')
    const askedAgain = sampleFacts({ records: { acceptances: [acceptance] }, hazard: { status: 50 } })
    expect(wordsOf('acceptance', askedAgain).join('\n')).not.toContain('2026年6月28日')
  })

  test('an extension keeps the first date in sight beside the present and the new one', () => {
    const extension = {
      ...{
        id: 'e',
        state: 'granted' as const,
        fromDue: '2026-06-30',
        toDue: '2026-07-20',
        isWinterPause: false,
      },
      ...{ reason: '信号灯设备到货推迟', requestedAt: '2026-06-20T18:00:00.000Z', requestedByName: '内务' },
      ...{ documentNumber: null, opinion: '同意延期一次', decidedAt: '2026-06-22T02:00:00.000Z' },
      decidedByName: '领导',
    }
    const texts = wordsOf('extension', sampleFacts({ records: { extensions: [extension] } })).join('\n')
    expect(texts).toContain('原定时限：2026年6月30日　　现行时限：2026年6月30日')
    expect(texts).toContain('申请延期至：2026年7月20日　　延期天数/次数：20日，第1次')
    expect(texts).toContain('申请日期：2026年6月21日')
    expect(texts).toContain('■同意　□不同意\n同意延期一次')
    expect(texts).toContain('督办单位意见及文号')
  })

  test('nothing is made of a ticket that was withdrawn, merged or not reviewed yet', () => {
    const refusal = (hazard: Partial<typeof sampleHazard>) => wordsOf('receipt', sampleFacts({ hazard }))[0]
    expect(refusal({ withdrawnAt: '2026-04-01T00:00:00.000Z', withdrawnReason: '重复登记' })).toContain(
      '重复登记',
    )
    expect(refusal({ status: 16 })).toContain('合并')
    expect(refusal({ status: 10 })).toContain('先研判')
    expect(wordsOf('extension', sampleFacts({ hazard: { status: 70 } }))[0]).toContain('没有延期申请')
  })

  test('marks invented data, and what the office prints on every page', () => {
    const mark = (demo: boolean, watermark: string) =>
      noticePaper(sampleFacts({ hazard: { demo }, office: { ...defaultOffice, watermark } })).watermark
    expect(mark(true, '')).toBe('演示数据')
    expect(mark(true, '内部资料')).toBe('演示数据　内部资料')
    expect(mark(false, '')).toBeUndefined()
  })
})
