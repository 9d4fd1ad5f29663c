import { expect, test } from 'vitest'
import { defaultOffice } from '../../../api/documents/office/office.ts'
import { nextNumber, sequenceOf } from '../../../api/documents/office/document-number.ts'
import type { Block, Letterhead } from '../../../api/documents/paper.ts'
import { listingReportPaper, type ReportFacts } from '../../../api/letters/listing-report.ts'
import { paperLines } from '../../../api/letters/paper-lines.ts'
import { numeral, wanWords } from '../../../api/letters/wording.ts'
import { sampleFacts } from './sample-ticket.ts'

const second = sampleFacts({
  hazard: {
    ...{ road: 'S216', roadName: '察靖线', fromStake: 38_000, toStake: 39_500, township: '苏米图苏木' },
    ...{ types: ['E5', 'A6'], level: 2, description: '风积沙掩埋下行车道约40米，弯道视距不足' },
    ...{ responsibleUnitName: '公路管养机构', regulatorUnitName: null, fundsWan: '35.50', analysis: null },
    ...{ advice: '除沙除冰', emergencyAdvice: '大风沙尘预警期间派员巡查', dueDate: '2027-04-30' },
    ...{ temporaryControl: 'none', temporaryControlText: null },
  },
  standing: [],
  accidents: { accidents: 4, killed: 1, injured: 6, until: '2026-11-28' },
})
const facts: ReportFacts = {
  office: { ...defaultOffice, signer: '白某', contact: '李某', phone: '0477-XXXXXXX' },
  today: '2026-11-28',
  tickets: [sampleFacts(), second],
  accidents: { accidents: 12, killed: 5, injured: 17, until: '2026-11-28' },
}
const blocksOf = (given: ReportFacts) => [...(listingReportPaper(given).blocks as Iterable<Block>)]
const textsOf = (given: ReportFacts) => paperLines(blocksOf(given)).map(({ text }) => text)

test('the report upwards has its signer, its five parts in order and a request to decide', () => {
  const [letterhead] = blocksOf(facts)
  expect(letterhead).toMatchObject({
    organ: '鄂托克旗公安局交通管理大队文件',
    number: '鄂公交发〔　　　〕　　号',
    signer: '白某',
  } satisfies Partial<Letterhead>)
  const texts = textsOf(facts)
  expect(texts.filter((text) => /^[一二三四五]、/.test(text))).toEqual([
    '一、总体情况',
    '二、突出隐患',
    '三、已采取的临时管控措施',
    '四、挂牌督办意见建议',
    '五、应急管理意见建议',
  ])
  expect(texts).toContain('妥否，请批示。')
  expect(texts).toContain('旗委、旗人民政府：')
  expect(texts).toContain('（联系人：李某，电话：0477-XXXXXXX）')
})

test('the report counts kinds and places, and an accident at two places once', () => {
  expect(textsOf(facts)).toContain(
    '经排查研判，拟提请挂牌督办的道路交通安全隐患共2处，其中重大隐患1处、较大隐患1处。按类型分：平交路口1处、积沙（风积沙）1处；按道路分：国道109线1处、省道216线1处；按属地分：棋盘井镇1处、苏米图苏木1处。截至2026年11月28日，上述地点近三年共发生一般程序交通事故12起（同一起事故只计一次），造成5人死亡、17人受伤。',
  )
})

test('the report proposes level, body and date of each place, money without trailing zeros', () => {
  const texts = textsOf(facts)
  expect(texts).toContain(
    '1.国道109线1046公里+200米至1047公里+900米路段：建议列为旗级挂牌督办，督办单位旗安全生产委员会，治理责任单位旗交通运输局，行业主管单位旗工信和能源局，治理资金86万元，治理时限2026年6月30日。',
  )
  expect(texts.find((text) => text.startsWith('2.省道216线'))).toContain(
    '治理资金35.5万元，治理时限2027年4月30日。',
  )
})

test('the report does not hide where nothing was put in place', () => {
  expect(textsOf(facts)).toEqual(
    expect.arrayContaining([
      '治理完成前，我大队已在1处隐患采取临时性管控措施：（一）国道109线1046公里+200米至1047公里+900米路段设置太阳能爆闪警示灯4盏、警示标牌4块。',
      '尚未采取临时性管控措施的有1处：省道216线38公里至39公里+500米路段。',
    ]),
  )
})

test('the next number follows the highest of its prefix and year, however it was typed', () => {
  const recorded = [
    '鄂公交隐函〔2026〕7号',
    '鄂公交隐函〔2026〕 12 号',
    '鄂公交隐函〔2025〕40号',
    '鄂公交隐报〔2026〕30号',
  ]
  expect(nextNumber('鄂公交隐函', 2026, recorded)).toBe('鄂公交隐函〔2026〕13号')
  expect(nextNumber('鄂公交隐函', 2027, recorded)).toBe('鄂公交隐函〔2027〕1号')
  expect(sequenceOf('鄂公交隐函〔2026〕7-1号', '鄂公交隐函', 2026)).toBeUndefined()
})

test('numerals and money are written as documents write them', () => {
  expect([1, 9, 10, 11, 20, 42].map(numeral)).toEqual(['一', '九', '十', '十一', '二十', '四十二'])
  expect(['86.00', '121.50', '0.05', '100'].map(wanWords)).toEqual([
    '86万元',
    '121.5万元',
    '0.05万元',
    '100万元',
  ])
})
