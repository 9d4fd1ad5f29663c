import { describe, expect, test } from 'vitest'
import type { StakeReading } from '../../../../api/roads/stakes/stake-reading.ts'
import { parseStakeText } from '../../../../api/roads/stakes/stake-text.ts'
import { read, refusal, roadNames as roads } from './stake-roads.ts'

describe('the acceptance table', () => {
  test.each<[string, Partial<StakeReading>]>([
    ['K1023+500', { from: 1_023_500, precision: 1, warnings: [], ambiguous: false }],
    ['k1023＋500', { from: 1_023_500, warnings: [] }],
    ['Ｋ１０２３＋５００', { from: 1_023_500, warnings: [] }],
    ['K1023+5', { from: 1_023_005, warnings: ['short_metres'], ambiguous: true }],
    ['1023公里500米', { from: 1_023_500, warnings: [] }],
    ['1023公里加500米', { from: 1_023_500, warnings: [] }],
    ['1023KM+500M', { from: 1_023_500, warnings: [] }],
    ['1023公里+500米', { from: 1_023_500, warnings: [] }],
    ['913KM+50M处', { from: 913_050, warnings: [] }],
    ['1023.5', { from: 1_023_500, precision: 100 }],
    ['1023.5公里', { from: 1_023_500, precision: 100 }],
    ['1023.50km', { from: 1_023_500, precision: 10 }],
    ['1023公里处', { from: 1_023_000, precision: 1000 }],
    ['1023公里', { from: 1_023_000, precision: 1000 }],
    ['1023500', { from: 1_023_500, warnings: ['unitless'], ambiguous: false }],
    ['K1023+500—K1024+200', { from: 1_023_500, to: 1_024_200, warnings: [] }],
    ['K1023+500-K1024+200', { from: 1_023_500, to: 1_024_200 }],
    ['K1023+500~K1024+200', { from: 1_023_500, to: 1_024_200 }],
    ['K1023+500至K1024+200', { from: 1_023_500, to: 1_024_200 }],
    ['K1023+500到K1024+200', { from: 1_023_500, to: 1_024_200 }],
    ['ZK12+030', { from: 12_030, side: 'left' }],
    ['YK12+030', { from: 12_030, side: 'right' }],
    ['K38 + 000', { from: 38_000, precision: 1, warnings: [] }],
    ['G109线1023+500', { road: 'G109', from: 1_023_500 }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject(expected)
    expect(read(text).to).toBe(expected.to)
  })

  test('metres of one thousand and more are refused', () => {
    expect(refusal('K1023+1500')).toBe('metresTooLarge')
    expect(refusal('1023公里1500米')).toBe('metresTooLarge')
    expect(refusal('K1023+500—K1024+1200')).toBe('metresTooLarge')
  })

  test('上行 is resolved by the road, and assumed where no road says', () => {
    expect(read('上行1046公里200米')).toMatchObject({
      from: 1_046_200,
      direction: 'decreasing',
      directionText: '上行',
      warnings: ['direction_assumed'],
    })
    expect(read('G109上行1046公里200米')).toMatchObject({ direction: 'decreasing', warnings: [] })
    expect(read('下行1046公里200米', { road: 'G109' })).toMatchObject({
      direction: 'increasing',
      warnings: [],
    })
  })
})

describe('stakes as officials print them', () => {
  test.each<[string, Partial<StakeReading>]>([
    ['嵩待线省道77公里加800米至66公里加400米', { from: 77_800, to: 66_400, direction: 'decreasing' }],
    [
      'G4京港澳高速北行1882公里至1858公里',
      { road: 'G4', from: 1_882_000, to: 1_858_000, direction: 'decreasing', directionText: '北行' },
    ],
    ['G312国道罗汉洞坡道1698公里至1704公里加400米', { road: 'G312', from: 1_698_000, to: 1_704_400 }],
    ['S329省道12公里加100米至35公里', { road: 'S329', from: 12_100, to: 35_000 }],
    ['103省道112KM至115KM', { road: 'S103', from: 112_000, to: 115_000 }],
  ])('%s', (text, expected) => expect(read(text)).toMatchObject(expected))

  test('a range from the higher stake to the lower says so', () => {
    expect(read('嵩待线省道77公里加800米至66公里加400米').warnings).toContain('descending')
    expect(read('G4京港澳高速北行1882公里至1858公里').warnings).toContain('road_unknown')
  })
})

describe('relatives', () => {
  test.each<[string, Partial<StakeReading>]>([
    ['在国道109线1046公里200米处', { road: 'G109', from: 1_046_200 }],
    [
      '2018年3月5日14时许，张某驾车在109国道1046公里加200米处，2人受伤',
      { road: 'G109', from: 1_046_200, warnings: [] },
    ],
    ['京拉线1046公里又200米', { road: 'G109', from: 1_046_200 }],
    ['109线1046+200', { road: 'G109', from: 1_046_200 }],
    ['G109国道 K1046+200', { road: 'G109', from: 1_046_200 }],
    ['国道G109线K1046+200', { road: 'G109', from: 1_046_200 }],
    ['K1046+200（109国道）', { road: 'G109', from: 1_046_200 }],
    ['察敖一级公路K21', { road: 'CAYJ', from: 21_000, precision: 1000 }],
    ['察棋一级21公里300米', { road: 'CAYJ', from: 21_300 }],
    ['Chaqi first-class road K21+300', { road: 'CAYJ', from: 21_300 }],
    ['府深线 K230+100', { road: 'S313', from: 230_100 }],
    ['省道S216线38公里处', { road: 'S216', from: 38_000 }],
    ['一千零四十六公里二百米', { from: 1_046_200 }],
    ['一〇四六公里', { from: 1_046_000 }],
    ['四十六点二公里', { from: 46_200 }],
    ['一百公里零三百米', { from: 100_300 }],
    ['K1O46+2OO', { from: 1_046_200, warnings: ['confusable'] }],
    ['K1046+200-600', { from: 1_046_200, to: 1_046_600, warnings: ['range_shorthand'] }],
    ['1046公里200米至600米', { from: 1_046_200, to: 1_046_600 }],
    ['K1046+200—1047+900', { from: 1_046_200, to: 1_047_900, warnings: [] }],
    ['1046至1048公里', { from: 1_046_000, to: 1_048_000, warnings: [] }],
    ['G109 K930–985', { road: 'G109', from: 930_000, to: 985_000 }],
    ['109 1046.2', { road: 'G109', from: 1_046_200 }],
    ['109 1046', { road: 'G109', from: 1_046_000, ambiguous: true }],
    ['1023500.0', { from: 1_023_500 }],
    ['1023500-1024200', { from: 1_023_500, to: 1_024_200 }],
    ['K1046 200', { from: 1_046_200, warnings: ['space_as_plus'] }],
    ['1046 200', { from: 1_046_200, warnings: ['space_as_plus'] }],
    ['1046公里半', { from: 1_046_500 }],
    ['K1046千米200米', { from: 1_046_200 }],
    ['K1046', { from: 1_046_000, precision: 1000 }],
    ['1046公里300处', { from: 1_046_300, warnings: ['unitless'] }],
    ['1046公里30处', { from: 1_046_030, ambiguous: true }],
    ['1046公里2人受伤', { from: 1_046_000, warnings: [] }],
    ['1,046公里', { from: 1_046_000 }],
    ['自1046公里起至1048公里500米止', { from: 1_046_000, to: 1_048_500, warnings: [] }],
    ['109国道由东向西1046公里', { directionText: '由东向西', warnings: ['direction_unresolved'] }],
    ['K1046+200左幅', { from: 1_046_200, side: 'left' }],
    [
      'G109线K1023+500处(往棋盘井方向,道路右侧)',
      { road: 'G109', from: 1_023_500, direction: 'increasing', side: 'right' },
    ],
    ['109国道往东胜方向K1046+200', { from: 1_046_200, direction: 'decreasing', directionText: '往东胜方向' }],
    ['109国道桩号递增方向K1046+200', { direction: 'increasing' }],
    ['K1046+200双向', { direction: 'both' }],
    ['K1046+200往月亮方向', { from: 1_046_200, warnings: ['direction_unresolved'] }],
  ])('%s', (text, expected) => expect(read(text)).toMatchObject(expected))

  test('a dash before a smaller number of metres is asked about, not taken for a range', () => {
    expect(read('K1046-200')).toMatchObject({ from: 1_046_200, warnings: ['dash_as_plus'], ambiguous: true })
  })

  test('a speed bump, a pedestrian and a car on the road are no direction', () => {
    for (const text of ['K1046+200减速带损坏', 'K1046+200撞上行人', 'K1046+200路上行车'])
      expect(read(text).direction).toBeUndefined()
    expect(read('G109 K1046+200上行车道').direction).toBe('decreasing')
  })

  test('several stakes or several roads are said to be several', () => {
    expect(read('K1046+200、K1051+300')).toMatchObject({
      from: 1_046_200,
      ambiguous: true,
      warnings: ['several_stakes'],
    })
    expect(read('G109与S216交叉口K0+100')).toMatchObject({ ambiguous: true, warnings: ['road_ambiguous'] })
  })

  test('distances, speeds, dates and plain words are no stakes', () => {
    expect(refusal('限速60km/h')).toBe('noStake')
    expect(refusal('距乌兰镇20公里处')).toBe('noStake')
    expect(refusal('2018年3月5日')).toBe('noStake')
    expect(refusal('棋盘井镇加油站门口')).toBe('noStake')
    expect(refusal('')).toBe('noStake')
    expect(refusal('蒙K12345')).not.toBe(undefined)
  })

  test('a road is told even where no stake is', () => {
    expect(parseStakeText('109国道路口', { roads })).toEqual({ ok: false, refusal: 'noStake', road: 'G109' })
  })
})
