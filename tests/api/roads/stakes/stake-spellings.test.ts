import { describe, expect, test } from 'vitest'
import type { StakeReading } from '../../../../api/roads/stakes/stake-reading.ts'
import { read, refusal } from './stake-roads.ts'

type Row = readonly [text: string, expected: Partial<StakeReading>]

const sure = { warnings: [], ambiguous: false } as const

describe('in accident reports', () => {
  test.each<Row>([
    [
      '2018年12月3日18时40分许，王某驾驶蒙K12345号小型轿车沿109国道由东向西行驶至1046公里加200米处时，与对向行驶的货车相撞',
      { road: 'G109', from: 1_046_200, warnings: ['direction_unresolved'], ambiguous: false },
    ],
    ['109国道1046公里加200米处（棋盘井镇境内）', { road: 'G109', from: 1_046_200, ...sure }],
    ['G109京拉线1046公里200米', { road: 'G109', from: 1_046_200, ...sure }],
    ['国道109线(京拉线)K1046+200处路段', { road: 'G109', from: 1_046_200, ...sure }],
    ['G109线 (京拉线) K1046+200', { road: 'G109', from: 1_046_200, ...sure }],
    ['国道109线棋盘井至乌海段1046公里+200米处', { road: 'G109', from: 1_046_200, ...sure }],
    ['109国道1046公里200米处10吨货车侧翻', { road: 'G109', from: 1_046_200, ...sure }],
    ['109国道1046公里+200米处，3车追尾，2人受伤', { road: 'G109', from: 1_046_200, ...sure }],
    ['时间：2018-12-03 地点：109国道1046公里200米 天气：雪', { from: 1_046_200, ...sure }],
    ['國道109線1046公里200米處', { road: 'G109', from: 1_046_200, ...sure }],
    ['109国道公里桩1046加200', { road: 'G109', from: 1_046_200, ...sure }],
    ['G109线1046加200处', { road: 'G109', from: 1_046_200, ...sure }],
    ['一〇九国道一千零四十六公里二百米', { road: 'G109', from: 1_046_200, ...sure }],
    ['一百零九国道一千零四十六公里二百五十米', { road: 'G109', from: 1_046_250, ...sure }],
    ['幺零九国道幺零四六公里二百五处', { road: 'G109', from: 1_046_250, ...sure }],
    ['省道二一六线三十八公里二百零五米', { road: 'S216', from: 38_205, ...sure }],
    ['110国道1105公里加600米处往磴口方向', { road: 'G110', from: 1_105_600, direction: 'decreasing' }],
    ['由棋盘井向东胜方向行驶至109国道1046公里+200米处', { road: 'G109', direction: 'decreasing' }],
    ['由东胜驶往乌海途中行至109国道1046公里', { from: 1_046_000, direction: 'increasing' }],
    ['荣乌高速G18 K1046', { road: 'G18', from: 1_046_000, warnings: ['road_unknown'] }],
    ['荣乌高速K1046+200', { from: 1_046_200, warnings: ['road_unknown'] }],
    ['气田3号路12公里处', { from: 12_000, warnings: ['road_unknown'] }],
    ['县道614线K12+300', { road: 'X614', from: 12_300, warnings: ['road_unknown'] }],
  ])('%s', (text, expected) => expect(read(text)).toMatchObject(expected))
})

describe('in chat messages', () => {
  test.each<Row>([
    ['棋盘井队：109国道1071公里处发生追尾，占用应急车道', { from: 1_071_000, laneText: '应急车道' }],
    ['109国道1046公里，积雪结冰', { road: 'G109', from: 1_046_000, precision: 1000, ...sure }],
    ['报：省道216线K38+600弯道处护栏损坏约20米', { road: 'S216', from: 38_600, ...sure }],
    ['109国道1046km+200m（往乌海方向）', { from: 1_046_200, direction: 'increasing', ...sure }],
    ['109国道1046公里200米（乌海方向）', { direction: 'increasing', ...sure }],
    ['109国道乌海方向1046公里200米', { from: 1_046_200, direction: 'increasing', ...sure }],
    ['109国道1046公里200米(往乌海)', { from: 1_046_200, direction: 'increasing', ...sure }],
    ['G109上行线1046.2km', { from: 1_046_200, direction: 'decreasing', precision: 100, ...sure }],
    ['G109K1046+200(上行)', { road: 'G109', direction: 'decreasing', ...sure }],
    ['109国道1046公里附近', { from: 1_046_000, precision: 1000, warnings: ['approximate'] }],
    ['109国道K1046+200左右', { from: 1_046_200, precision: 100, warnings: ['approximate'] }],
    ['109国道约1046公里处', { from: 1_046_000, warnings: ['approximate'] }],
    ['109国道不到1046公里', { from: 1_046_000, warnings: ['approximate'] }],
    ['109国道1046公里多一点', { from: 1_046_000, warnings: ['approximate'] }],
    ['109国道K1046+200左', { from: 1_046_200, side: 'left', warnings: ['side_assumed'] }],
    ['k1046加2百米', { from: 1_046_200, ...sure }],
    ['1046公里五百处', { from: 1_046_500, ...sure }],
    ['1046公里零5米', { from: 1_046_005, ...sure }],
    ['1046公里又200米', { from: 1_046_200, ...sure }],
    ['109国道1046里程碑处', { road: 'G109', from: 1_046_000, ...sure }],
    ['109国道1046公里碑加200米', { road: 'G109', from: 1_046_200, ...sure }],
    ['g109k1046+200', { road: 'G109', from: 1_046_200, ...sure }],
    ['Ｇ１０９　Ｋ１０４６＋２００', { road: 'G109', from: 1_046_200, ...sure }],
    ['电话13900001234 K1046+200', { from: 1_046_200, ...sure }],
    ['109国道1046公里200米，坐标39.5231,107.6412', { from: 1_046_200, ...sure }],
    ['前往现场，109国道1046公里', { from: 1_046_000, ...sure }],
  ])('%s', (text, expected) => expect(read(text)).toMatchObject(expected))
})

describe('in ledgers and stake columns', () => {
  test.each<Row>([
    ['1046/200', { from: 1_046_200, warnings: ['separator_as_plus'], ambiguous: false }],
    ['K1046_200', { from: 1_046_200, warnings: ['separator_as_plus'] }],
    ['1046K200', { from: 1_046_200, warnings: ['separator_as_plus'] }],
    ['1046K+200', { from: 1_046_200, ...sure }],
    ['K1046.200', { from: 1_046_200, precision: 1, ...sure }],
    ['K1046 + 200M', { from: 1_046_200, ...sure }],
    ['1046+200m', { from: 1_046_200, ...sure }],
    ['K1046十200', { from: 1_046_200, warnings: ['confusable'] }],
    ['桩号：K1046+200', { from: 1_046_200, ...sure }],
    ['109-1046+200', { road: 'G109', from: 1_046_200, warnings: ['road_from_number'], ambiguous: false }],
    ['109/1046+200', { road: 'G109', from: 1_046_200, warnings: ['road_from_number'] }],
    ['109 1046.2', { road: 'G109', from: 1_046_200, precision: 100, ambiguous: false }],
    ['109K1046+200', { road: 'G109', from: 1_046_200, warnings: ['road_from_number'] }],
    ['216 38.6', { road: 'S216', from: 38_600, ambiguous: false }],
    ['G109-1046.2', { road: 'G109', from: 1_046_200, ...sure }],
    ['s216k38', { road: 'S216', from: 38_000, ...sure }],
    ['G109:K1046+200', { road: 'G109', from: 1_046_200, ...sure }],
    ['S216 K38+600—K39+100段标线磨损', { from: 38_600, to: 39_100, ...sure }],
    ['察敖一级公路左幅K21+300~K22+000', { road: 'CAYJ', to: 22_000, side: 'left', ...sure }],
    ['109国道K1046+200-K1046+900段路肩塌陷', { to: 1_046_900, laneText: '路肩', ...sure }],
    ['K1046+200处至K1047+000处', { from: 1_046_200, to: 1_047_000, ...sure }],
    ['ZK12+030—ZK12+500', { from: 12_030, to: 12_500, side: 'left', ...sure }],
    ['109国道1046公里与1047公里之间', { from: 1_046_000, to: 1_047_000, ...sure }],
    ['109国道1046-1047公里', { road: 'G109', from: 1_046_000, to: 1_047_000, ...sure }],
    ['K1046+200至+900', { from: 1_046_200, to: 1_046_900, warnings: ['range_shorthand'] }],
    ['国道109线1046公里100米至400米处', { from: 1_046_100, to: 1_046_400, ambiguous: false }],
    ['109国道1048公里到1046公里', { from: 1_048_000, to: 1_046_000, direction: 'decreasing' }],
    ['K1046+200双向四车道', { from: 1_046_200, laneText: '四车道', ...sure }],
    ['国道109线1046公里+200米(K1046+200)', { road: 'G109', from: 1_046_200, ...sure }],
  ])('%s', (text, expected) => expect(read(text)).toMatchObject(expected))
})

describe('what could be meant otherwise is asked, with the other reading at hand', () => {
  test.each<readonly [string, number, StakeReading['warnings'][number], readonly number[]]>([
    ['K1023+5', 1_023_005, 'short_metres', [1_023_500]],
    ['1046公里30处', 1_046_030, 'short_metres', [1_046_300]],
    ['1023-985', 1_023_985, 'dash_as_plus', [1_023_000]],
    ['K930-985', 930_000, 'range_shorthand', [930_985]],
    ['K12-500', 12_500, 'dash_as_plus', [12_000]],
    ['1046—200', 1_046_200, 'dash_as_plus', [1_046_000]],
    ['1046', 1_046_000, 'unitless', [1046]],
    ['K10+000、K12+500、K15', 10_000, 'several_stakes', [12_500, 15_000]],
    ['K1046+200、+600', 1_046_200, 'several_stakes', [1_046_600]],
  ])('%s', (text, from, warning, alternatives) => {
    const reading = read(text)
    expect(reading).toMatchObject({ from, ambiguous: true, alternatives })
    expect(reading.warnings).toContain(warning)
  })

  test.each([
    ['109-115.5', 'road_ambiguous'],
    ['K1046+900-100', 'range_shorthand'],
    ['K1046+200km', 'number_left'],
    ['棋盘井镇往西2公里处', 'maybe_distance'],
    ['棋盘井镇5公里', 'maybe_distance'],
    ['乌兰镇西2公里察敖一级公路', 'maybe_distance'],
    ['察敖一级路口南2公里500米', 'maybe_distance'],
    ['216省道加油站以北1公里处', 'maybe_distance'],
    ['109国道1046公里多200米', 'number_left'],
    ['109国道1046公里第2百米桩', 'number_left'],
    ['-K0+100', 'sign_dropped'],
    ['K-5+200', 'sign_dropped'],
    ['G109上行(往乌海方向)K1046+200', 'direction_conflict'],
  ] as const)('%s', (text, warning) => {
    expect(read(text)).toMatchObject({ ambiguous: true })
    expect(read(text).warnings).toContain(warning)
  })
})

describe('which road', () => {
  test('the chainage of a ramp or a building site is not taken for a stake of the road', () => {
    for (const text of ['DK12+300', 'AK0+250', 'NK3+100', 'G109 AK0+250'])
      expect(refusal(text)).toBe('rampStake')
    expect(read('G109 K1046+200 (AK0+250)')).toMatchObject({ from: 1_046_200, warnings: ['ramp_stake'] })
  })

  test('two roads without a stake are a crossing, named in the order of the text', () => {
    for (const text of ['G109与S216交叉口', '109国道与察敖一级路口北500米', '国道109省道216交叉口'])
      expect(refusal(text)).toBe('crossingOnly')
    expect(refusal('109国道路口')).toBe('noStake')
  })

  test('of several roads the one beside the stake is taken, and the question stays open', () => {
    expect(read('从S216驶入G109线K1046+200处')).toMatchObject({
      road: 'G109',
      roads: ['S216', 'G109'],
      ambiguous: true,
      warnings: ['road_ambiguous'],
    })
    expect(read('G109与S216交叉口K0+100', { road: 'S216' })).toMatchObject({ road: 'S216', ambiguous: false })
  })

  test('a text that names another road than the form is asked about', () => {
    expect(read('S216 K38+000', { road: 'G109' })).toMatchObject({
      road: 'S216',
      ambiguous: true,
      warnings: ['road_differs'],
    })
  })

  test('the former line of a road is said to be former, and gives way to the present name', () => {
    expect(read('原G109 K1046+200')).toMatchObject({ road: 'G109', warnings: ['former_road'] })
    expect(read('老109国道1046公里')).toMatchObject({ road: 'G109', warnings: ['former_road'] })
    expect(read('高原109国道1046公里').warnings).toEqual([])
    expect(read('S216(原G109)K38+000')).toMatchObject({ road: 'S216', warnings: ['former_road'] })
  })

  test('a road that is only a destination is not the road of the stake', () => {
    expect(read('S216 K5往109国道方向')).toMatchObject({ road: 'S216', warnings: ['direction_unresolved'] })
  })
})
