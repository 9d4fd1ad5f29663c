import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StakeParse, StakeWarning } from '../../../../api/roads/stakes/stake-reading.ts'
import { parseStakeText } from '../../../../api/roads/stakes/stake-text.ts'
import { stakeWarningText } from '../../../../api/roads/stakes/stake-warnings.ts'
import { read, refusal, roadNames } from './stake-roads.ts'

const words = (
  'K k ZK YK 1046 200 5 0 1046.2 109 1046200 99999 + ＋ - — ~ 至 到 、 ， / . _ ( ) 公里 千米 km KM/h 米 M 半 加 又 零 ' +
  '一千零四十六 二百 十 百 109国道 国道109线 G109 S216 察敖一级公路 京拉线 国道 省道 线 路 原 老 与 交叉口 往 向 由 东 西 南 北 ' +
  '方向 乌海 棋盘井 东胜 上行 下行 双向 递增 桩号 碑 处 附近 约 距 以 前方 后 左侧 右幅 路北 应急车道 面向桩号增大方向 ' +
  '路段 范围 之间 限速 长 O l 蒙K12345 AK0+250 \uE000 \uF8FF 2018年3月5日 人'
).split(' ')
const token = fc.constantFrom(...words, ' ')
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(token, { maxLength: 14 }).map((tokens) => tokens.join('')),
  fc
    .array(fc.oneof(token, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 14 })
    .map((all) => all.join('')),
)
const roads = roadNames.map((road) => ({ ...road, placesAlong: [{ name: '棋盘井', stake: 1_046_000 }] }))
const contexts = [
  {},
  { roads },
  { roads, road: 'G109', bearingAt: () => 270 },
  { roads, bearingAt: () => Number.NaN },
]

function expectSound(parsed: StakeParse): void {
  if (!parsed.ok) return
  const { from, to, precision, offset, warnings, ambiguous, alternatives = [] } = parsed.reading
  for (const metres of [from, to ?? 0, ...alternatives]) {
    expect(metres).toBeGreaterThanOrEqual(0)
    expect(metres).toBeLessThan(10_100_000)
  }
  expect([1, 10, 100, 1000]).toContain(precision)
  expect(offset === undefined || offset.metres >= 0).toBe(true)
  expect(alternatives).not.toContain(from)
  if (ambiguous) expect(warnings.length).toBeGreaterThan(0)
  if (offset) expect(warnings.some((each) => /^(?:offset_|range_from_length)/.test(each))).toBe(true)
}

describe('no text whatever', () => {
  test('makes the reader throw, and what it reads is a stake', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...contexts), (text, context) =>
        expectSound(parseStakeText(text, context)),
      ),
      { numRuns: 5000 },
    )
  }, 60_000)

  test.each(['100km99999千米', 'G109 K100+000往大桩号方向99999公里'])(
    'of %s makes a stake beyond all roads',
    (text) => {
      const parsed = parseStakeText(text, { roads })
      expectSound(parsed)
      expect(parsed).toMatchObject({ ok: true, reading: { from: 100_000, ambiguous: true } })
    },
  )

  test.each([
    'K',
    'O',
    '1',
    '+',
    'K1+1',
    '往',
    '一',
    '1046公里',
    '西500米',
    '原G109',
    '至',
    'AK0+',
    '\uFDFA',
    '(((',
  ])('of %s over and over keeps the reader busy', (piece) => {
    const long = piece.repeat(Math.ceil(200_000 / piece.length))
    const started = performance.now()
    expectSound(parseStakeText(long, { roads }))
    // Two thousand characters are read; a hundredfold of what that takes is still below this.
    expect(performance.now() - started).toBeLessThan(3000)
  })

  test('of four times the length takes much more than four times as long', () => {
    const nasty = ['KO1', '往西', '1046公里与', '距1公里', '一千', '(', '原109国道', '+1', '方向', '1-']
    const seconds = (length: number) => {
      const started = performance.now()
      for (const piece of nasty)
        for (let run = 0; run < 20; run++) parseStakeText(piece.repeat(length / piece.length), { roads })
      return performance.now() - started
    }
    seconds(500)
    const quickest = (length: number) => Math.min(seconds(length), seconds(length), seconds(length))
    const [short, long] = [quickest(500), quickest(2000)]
    expect(long).toBeLessThan(12 * short + 500)
  }, 30_000)
})

test('a text longer than what is read says so', () => {
  expect(read('K1046+200 ' + '。'.repeat(3000)).warnings).toEqual(['text_cut'])
})

test('metres of a thousand, kilometres beyond every road and plain words are refused', () => {
  expect(refusal('K1023+1500')).toBe('metresTooLarge')
  expect(refusal('K12345+000')).toBe('tooFar')
  expect(refusal('棋盘井镇加油站门口')).toBe('noStake')
})

describe('every warning', () => {
  const open = roadNames.map((road) => ({ ...road, upDirection: undefined }))
  const ways: Readonly<Record<StakeWarning, readonly [text: string, context?: Parameters<typeof read>[1]]>> =
    {
      short_metres: ['K1023+5'],
      unitless: ['1023500'],
      descending: ['K2+000—K1+000'],
      range_shorthand: ['K1046+200-600'],
      range_from_length: ['G109 K1046+200往乌海方向500米路段'],
      dash_as_plus: ['K1046-200'],
      space_as_plus: ['1046 200'],
      separator_as_plus: ['1046/200'],
      several_stakes: ['K1+000、K2+000'],
      confusable: ['K1O46+200'],
      approximate: ['K1046+200附近'],
      maybe_distance: ['往西2公里'],
      number_left: ['K1046+200km'],
      sign_dropped: ['-K0+100'],
      ramp_stake: ['K1046+200 AK0+250'],
      text_cut: ['K1046+200' + ' '.repeat(2000)],
      offset_applied: ['G109 K1046+200往乌海方向500米'],
      offset_across: ['K1046+200路南50米'],
      offset_unresolved: ['K1046+200往西500米'],
      road_unknown: ['G18 K1+000'],
      road_ambiguous: ['G109与S216交叉口K0+100'],
      road_differs: ['S216 K1+000', { road: 'G109' }],
      road_from_number: ['109 1046.2'],
      former_road: ['老109国道K1046+200'],
      direction_assumed: ['G109上行K1046+200', { roads: open }],
      direction_from_order: ['K2+000—K1+000'],
      direction_from_bearing: ['G109西行K1046+200', { bearingAt: () => 270 }],
      direction_from_place: ['G109 K1080+000往棋盘井方向', { roads: roads }],
      direction_conflict: ['G109上行往乌海方向K1046+200'],
      direction_unresolved: ['K1046+200往月亮方向'],
      side_assumed: ['K1046+200右侧'],
      side_by_travel: ['G109上行K1046+200右侧'],
      side_from_bearing: ['G109 K1046+200路北', { bearingAt: () => 270 }],
      side_unresolved: ['K1046+200路北'],
    }

  test.each(Object.entries(ways) as [StakeWarning, (typeof ways)[StakeWarning]][])(
    '%s is given, and says in both languages what to check',
    (warning, [text, context]) => {
      expect(read(text, context).warnings).toContain(warning)
      expect(stakeWarningText(warning).zh).toMatch(/请.+。$/)
      expect(stakeWarningText(warning).en).toMatch(/(?:[Cc]heck|Choose|Confirm|Enter|mark) .+\.$/)
    },
  )
})
