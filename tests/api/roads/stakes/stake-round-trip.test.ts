import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  directionWords,
  formatPlaceMessage,
  type PlaceMessage,
} from '../../../../api/roads/stakes/place-message.ts'
import {
  documentRoadName,
  formatDocumentPlace,
  formatPlace,
  formatPlaceRange,
  formatRange,
  formatStake,
} from '../../../../api/roads/stakes/stake-format.ts'
import type { RoadName } from '../../../../api/roads/stakes/stake-reading.ts'
import { read, roadNames } from './stake-roads.ts'

/** Roads as registers of the county name them, most of them without a line. */
const countyRoads: RoadName[] = [
  ['X614', '蒙西至碱柜公路'],
  ['X626', '县道626线（阿尔巴斯至公其日嘎）'],
  ['Y012', '乌仁都西路'],
  ['C047', '巴音乌素嘎查通村路'],
  ['QT03', '气田3号路'],
].map(([code = '', name = '']) => ({ code, name, aliases: [] }))
const roads = [...roadNames, ...countyRoads]

test('canonical, range and document forms', () => {
  expect(formatStake(1_046_200)).toBe('K1046+200')
  expect(formatStake(30)).toBe('K0+030')
  expect(formatPlace('G109', 1_046_200)).toBe('G109 K1046+200')
  expect(formatRange(1_046_200, 1_047_900)).toBe('K1046+200—K1047+900')
  expect(formatDocumentPlace(documentRoadName('G109', ''), 1_023_500, 1_024_200)).toBe(
    '国道109线1023公里+500米至1024公里+200米',
  )
  expect(documentRoadName('CAYJ', '察敖一级公路')).toBe('察敖一级公路')
})

const g109 = roadNames.find(({ code }) => code === 'G109')!

describe('the line for a chat group', () => {
  const place: PlaceMessage = {
    roadName: '国道109线',
    road: g109,
    stake: 1_046_200,
    direction: 'increasing',
    side: 'right',
    township: '棋盘井镇',
    lonLat: [107.6412, 39.5231],
  }

  test('says all there is, in the words of officers', () => {
    expect(formatPlaceMessage(place)).toBe(
      '【国道109线】1046公里+200米(K1046+200)，往棋盘井方向，右侧，棋盘井镇，坐标 N39.5231° E107.6412°',
    )
    expect(formatPlaceMessage({ ...place, direction: 'decreasing' })).toContain('，往东胜方向，左侧，')
    expect(formatPlaceMessage({ ...place, direction: undefined })).toContain('，面向桩号增大方向右侧，')
  })

  test('says no more than there is', () => {
    expect(formatPlaceMessage({ roadName: '气田3号路', stake: 12_000 })).toBe('【气田3号路】12公里(K12+000)')
    expect(formatPlaceMessage({ roadName: '国道109线', stake: 1_046_200, to: 1_047_900 })).toBe(
      '【国道109线】1046公里+200米至1047公里+900米(K1046+200—K1047+900)',
    )
  })

  test('sends nobody to a place that lies behind', () => {
    const road = { ...g109, placesAlong: [{ name: '棋盘井镇', stake: 1_071_000 }] }
    expect(directionWords({ ...place, road })).toBe('往棋盘井方向')
    expect(directionWords({ ...place, road, stake: 1_080_000 })).toBe('往乌海方向')
    expect(directionWords({ ...place, road: undefined })).toBe('桩号增大方向')
  })
})

const stake = fc.integer({ min: 0, max: 9_999_999 })
const anyRoad = fc.constantFrom(...roads)
const sure = { warnings: [], ambiguous: false }

describe('what is formatted is read back as itself', () => {
  test('one stake, with and without its road', () => {
    fc.assert(
      fc.property(anyRoad, stake, ({ code, name }, from) => {
        expect(read(formatStake(from), { roads })).toEqual({ from, precision: 1, ...sure })
        expect(read(formatPlace(code, from), { roads })).toEqual({ road: code, from, precision: 1, ...sure })
        const document = formatDocumentPlace(documentRoadName(code, name), from)
        expect(read(document, { roads })).toMatchObject({ road: code, from, ...sure })
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  test('a stretch, in either order', () => {
    fc.assert(
      fc.property(anyRoad, stake, stake, ({ code, name }, from, to) => {
        fc.pre(from !== to)
        const warnings = to < from ? ['descending', 'direction_from_order'] : []
        const expected = { from, to, ambiguous: false, warnings }
        expect(read(formatRange(from, to), { roads })).toMatchObject(expected)
        expect(read(formatPlaceRange(code, from, to), { roads })).toMatchObject({ road: code, ...expected })
        const document = formatDocumentPlace(documentRoadName(code, name), from, to)
        expect(read(document, { roads })).toMatchObject({ road: code, ...expected })
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  test('the line for a chat group, with whatever it has', () => {
    const township = fc.constantFrom(
      '棋盘井镇',
      '乌兰镇',
      '蒙西镇',
      '苏米图苏木',
      '木凯淖尔镇',
      '阿尔巴斯苏木',
    )
    const details = fc.record(
      {
        to: stake,
        direction: fc.constantFrom('increasing' as const, 'decreasing' as const, 'both' as const),
        side: fc.constantFrom('left' as const, 'right' as const, 'centre' as const, 'across' as const),
        township,
        lonLat: fc.tuple(
          fc.double({ min: 106, max: 110, noNaN: true }),
          fc.double({ min: 37.5, max: 41, noNaN: true }),
        ),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(anyRoad, stake, details, (road, from, { to, ...rest }) => {
        const end = to === undefined || to <= from ? {} : { to }
        const place = { roadName: documentRoadName(road.code, road.name), road, stake: from, ...end, ...rest }
        const reading = read(formatPlaceMessage(place), { roads })
        const { direction, side } = rest
        expect(reading).toMatchObject({ road: road.code, from, ...end, ambiguous: false })
        expect([reading.to, reading.direction, reading.side]).toEqual([place.to, direction, side])
      }),
      { numRuns: 800 },
    )
  }, 60_000)
})
