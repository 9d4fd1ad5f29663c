import { describe, expect, test } from 'vitest'
import { compareWithRoad, headingOf } from '../../../../api/roads/stakes/compass.ts'
import type { StakeReading } from '../../../../api/roads/stakes/stake-reading.ts'
import { read, roadNames } from './stake-roads.ts'

const westwards = { bearingAt: () => 270 }

describe('a distance that the text adds to its stake', () => {
  test('never goes unsaid: where nothing settles which way, both places are offered', () => {
    for (const text of ['K1046+200往西500米', 'K1046+200往西0.5公里', 'K1046+200处往月亮方向约500米'])
      expect(read(text)).toMatchObject({
        from: 1_046_200,
        offset: { metres: 500 },
        ambiguous: true,
        alternatives: [1_046_700, 1_045_700],
      })
  })

  test.each<readonly [string, number, number]>([
    ['距K1046+200约300米', 1_046_200, 300],
    ['距离109国道1046公里碑300米', 1_046_000, 300],
    ['距1046公里处约300米', 1_046_000, 300],
    ['1046公里碑以东200米', 1_046_000, 200],
    ['1046公里碑200米', 1_046_000, 200],
    ['G109 1046公里处向南50米', 1_046_000, 50],
    ['K1046+200前方300米', 1_046_200, 300],
    ['K1046+200后200米', 1_046_200, 200],
  ])('%s', (text, from, metres) => {
    expect(read(text)).toMatchObject({ from, offset: { metres }, ambiguous: true })
    expect(read(text).warnings).toContain('offset_unresolved')
  })

  test.each<readonly [string, number]>([
    ['G109 K1046+200处往乌海方向约500米', 1_046_700],
    ['G109 K1046+200往东胜500米', 1_045_700],
    ['K1046+200往大桩号方向500米', 1_046_700],
    ['K1046+200桩号递减方向500米', 1_045_700],
    ['G109 K1046+200上行方向500米', 1_045_700],
    ['109国道下行K1046+200前方500米', 1_046_700],
    ['109国道下行K1046+200后方500米', 1_045_700],
  ])('%s', (text, from) => {
    const reading = read(text)
    expect(reading).toMatchObject({ from, ambiguous: false })
    expect(reading.warnings).toContain('offset_applied')
    expect(reading.offset?.metres).toBe(500)
  })

  test('a way to measure is no direction of travel', () => {
    expect(read('G109 K1046+200往乌海方向500米').direction).toBeUndefined()
    expect(read('G109上行K1046+200往乌海方向500米')).toMatchObject({
      direction: 'decreasing',
      from: 1_046_700,
    })
  })

  test('compass words follow the drawn line, along it or across it', () => {
    expect(read('G109 1046公里碑以东200米', westwards)).toMatchObject({
      from: 1_045_800,
      precision: 10,
      ambiguous: false,
      warnings: ['direction_from_bearing', 'offset_applied'],
    })
    expect(read('G109 K1046+200往南50米', westwards)).toMatchObject({
      from: 1_046_200,
      side: 'left',
      ambiguous: false,
      warnings: ['offset_across', 'side_from_bearing'],
    })
  })

  test('a rough distance is good to a hundred metres', () => {
    expect(read('G109 K1046+200往乌海方向约500米').precision).toBe(100)
    expect(read('G109 K1046+200往乌海方向500米').precision).toBe(1)
  })

  test('the length of a stretch gives its end', () => {
    expect(read('G109 K1046+200往乌海方向500米路段积沙')).toMatchObject({
      from: 1_046_200,
      to: 1_046_700,
      warnings: ['range_from_length'],
    })
  })

  test('metres beside the road leave the stake where it is', () => {
    expect(read('G109 K1046+200路南50米')).toMatchObject({ from: 1_046_200, offset: { metres: 50 } })
    expect(read('G109 K1046+200左侧20米').warnings).toContain('offset_across')
  })

  test('an offset cannot lead before the beginning of a road', () => {
    expect(read('S216 K0+100往察汗淖尔方向500米')).toMatchObject({ from: 100, ambiguous: true })
  })

  test.each([
    'K1046+200处3米宽坑槽',
    'K1046+200处坑槽长2米',
    'K1046+200处护栏损坏约20米',
    'K1046+200限速60km/h',
  ])('%s has no offset', (text) => {
    expect(read(text)).toEqual({ from: 1_046_200, precision: 1, warnings: [], ambiguous: false })
  })
})

describe('direction', () => {
  const along = {
    roads: roadNames.map((road) => ({ ...road, placesAlong: [{ name: '框框井', stake: 952_000 }] })),
  }

  test('a place on the way lies ahead or behind, depending on where one stands', () => {
    expect(read('G109 K940+000往框框井方向', along).direction).toBe('increasing')
    expect(read('G109 K960+000往框框井方向', along).direction).toBe('decreasing')
    expect(read('G109 K952+300往框框井方向', along).warnings).toEqual(['direction_unresolved'])
  })

  test('beyond a place that the road is said to lead to, its direction turns, and that is said', () => {
    const roads = roadNames.map((road) => ({
      ...road,
      placesAlong: [{ name: '棋盘井镇', stake: 1_071_000 }],
    }))
    expect(read('G109 K1046+200往棋盘井方向', { roads })).toMatchObject({
      direction: 'increasing',
      warnings: [],
    })
    expect(read('G109 K1080+000往棋盘井方向', { roads })).toMatchObject({
      direction: 'decreasing',
      warnings: ['direction_from_place'],
    })
  })

  test.each<readonly [string, StakeReading['direction'] | undefined]>([
    ['G109由东向西行驶至K1046+200', 'increasing'],
    ['G109西行K1046+200', 'increasing'],
    ['G109东向K1046+200', 'decreasing'],
    ['G109 K1046+200向西', 'increasing'],
    ['G109往东北方向K1046+200', 'decreasing'],
    ['G109南北方向K1046+200', undefined],
    ['G109由南向北K1046+200', undefined],
  ])('%s on a road whose stakes grow westwards', (text, direction) => {
    const reading = read(text, westwards)
    expect(reading.direction).toBe(direction)
    expect(reading.warnings).toEqual([direction ? 'direction_from_bearing' : 'direction_unresolved'])
  })

  test('上行 that the road leaves open gives way to a destination, and contradicts one that it settles', () => {
    const open = roadNames.map((road) => ({ ...road, upDirection: undefined }))
    expect(read('G109上行往乌海方向K1046+200', { roads: open })).toMatchObject({
      direction: 'increasing',
      warnings: [],
    })
    expect(read('G109上行往乌海方向K1046+200')).toMatchObject({
      ambiguous: true,
      warnings: ['direction_conflict'],
    })
  })
})

describe('side and lane', () => {
  test('右侧 is the traveller’s right, 右幅 the right of growing stakes', () => {
    expect(read('G109 K1046+200往乌海方向右侧')).toMatchObject({ side: 'right', warnings: [] })
    expect(read('G109 K1046+200往东胜方向右侧')).toMatchObject({ side: 'left', warnings: ['side_by_travel'] })
    expect(read('G109 K1046+200往东胜方向右幅')).toMatchObject({ side: 'right', warnings: [] })
    expect(read('G109 K1046+200右侧')).toMatchObject({ side: 'right', warnings: ['side_assumed'] })
  })

  test('a side by compass follows the drawn line or stays open, with its words kept', () => {
    expect(read('G109 K1046+200路北', westwards)).toMatchObject({ side: 'right', laneText: '路北' })
    expect(read('G109 K1046+200南半幅', westwards)).toMatchObject({ side: 'left', laneText: '南半幅' })
    expect(read('G109 K1046+200路北')).toMatchObject({ laneText: '路北', warnings: ['side_unresolved'] })
  })

  test.each(['应急车道', '超车道', '内侧车道', '外侧', '路肩', '中央隔离带', '第二车道'])(
    '%s is kept',
    (lane) => {
      expect(read(`G109 K1046+200${lane}`).laneText).toBe(lane)
    },
  )
})

describe('compass words on a road', () => {
  test('along, across or neither', () => {
    expect(headingOf('东西')).toBeUndefined()
    expect(compareWithRoad(0, 350)).toBe('increasing')
    expect(compareWithRoad(180, 350)).toBe('decreasing')
    expect(compareWithRoad(90, 350)).toBe('rightwards')
    expect(compareWithRoad(270, 10)).toBe('leftwards')
    expect(compareWithRoad(0, 58)).toBeUndefined()
  })
})
