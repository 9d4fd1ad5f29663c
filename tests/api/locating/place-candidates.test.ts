import { describe, expect, test } from 'vitest'
import { reasonsOf, type PlacedRecord } from '../../../api/locating/locating-reasons.ts'
import type { RecordPlace } from '../../../api/locating/place-candidate.ts'
import { placeCandidates } from '../../../api/locating/place-candidates.ts'
import { buildRoadNetwork } from '../../../api/roads/network/road-network.ts'
import { convertCoordinates } from '../../../api/roads/coordinates/coordinates.ts'
import type { LonLat } from '../../../api/roads/network/geodesy.ts'

/** A road of some 86 km due east along 39° N, another crossing it due north at 107.5° E. */
const eastward = (from: number, to: number) => [
  {
    sequence: 1,
    fromStake: from,
    toStake: to,
    anchors: [],
    coordinates: [[107, 39] as LonLat, [108, 39] as LonLat],
  },
]
const network = buildRoadNetwork([
  { code: 'G109', sections: eastward(1_000_000, 1_086_000) },
  {
    code: 'S216',
    sections: [
      {
        sequence: 1,
        fromStake: 0,
        toStake: 22_000,
        anchors: [],
        coordinates: [
          [107.5, 38.9],
          [107.5, 39.1],
        ],
      },
    ],
  },
])
/** Behind the long chain at K40 two kilometres of stakes repeat. */
const repeating = buildRoadNetwork([
  { code: 'G110', chainBreaks: [{ atStake: 40_000, jump: -2000 }], sections: eastward(0, 84_000) },
])
const roads = [
  { code: 'G109', name: '国道109线', aliases: ['109国道'] },
  { code: 'S216', name: '省道216线', aliases: [] },
  { code: 'G110', name: '国道110线', aliases: [] },
]

const placed = (differences: Partial<PlacedRecord>): PlacedRecord => ({
  road: 'G109',
  stake: 1_043_000,
  point: [107.5, 39],
  locating: 'coordinate',
  isOutside: false,
  ...differences,
})

describe('the reasons to look at a place again', () => {
  test.each<[string, Partial<PlacedRecord>, string[]]>([
    ['none where point, stake and road agree', { point: [107.2, 39], stake: 1_017_200 }, []],
    ['no point', { point: null }, ['unlocated']],
    ['a point 330 m beside its road', { point: [107.2, 39.003], stake: null }, ['far']],
    ['none for a point 220 m beside its road', { point: [107.2, 39.002], stake: null }, []],
    ['a point on its road a kilometre from its stake', { point: [107.2, 39], stake: 1_018_200 }, ['far']],
    ['none for 400 m along the road', { point: [107.2, 39], stake: 1_017_600 }, []],
    ['none for a road that has no line', { road: 'X612', point: [107.2, 39.5] }, []],
    ['none for a road in words', { road: null, point: [107.2, 39.5] }, []],
    ['two roads at one point', { stake: null }, ['ambiguous']],
    ['none of that where the record says it was told apart', { isAmbiguous: false }, []],
    ['outside and far at once', { point: [109, 39], isOutside: true }, ['outside', 'far']],
  ])('%s', (_, differences, reasons) => {
    expect(reasonsOf(network, placed(differences))).toEqual(reasons)
  })

  test('a stake that stands at two places is ambiguous when only the stake placed it', () => {
    const point: LonLat = [107.46, 39]
    const record = { road: 'G110', stake: 39_000, point, locating: 'stake', isOutside: false }
    expect(reasonsOf(repeating, record)).toContain('ambiguous')
    expect(reasonsOf(repeating, { ...record, stake: 20_000, point: [107.232, 39] })).toEqual([])
  })
})

const nowhere: RecordPlace = {
  road: null,
  roadName: '',
  stake: null,
  toStake: null,
  placeText: '路口',
  point: null,
  rawCoordinate: null,
  crsSource: 'unknown',
}
const candidates = (differences: Partial<RecordPlace>, ground = network) =>
  placeCandidates({ network: ground, roads }, { ...nowhere, ...differences })

describe('the answers for one tap', () => {
  test('are none where nothing was recorded that could say it', () => {
    expect(candidates({ roadName: '苏里格气田路' })).toEqual([])
  })

  test('take the stake from the words, with the road of the record or of its name', () => {
    for (const named of [{ road: 'G109' }, { roadName: '109国道' }])
      expect(candidates({ ...named, placeText: 'K1043+200处' })).toMatchObject([
        { how: 'text', road: 'G109', stake: 1_043_200, place: { road: 'G109', stake: 1_043_200 } },
      ])
  })

  test('offer the other reading of doubtful words as well, and say that they are doubtful', () => {
    const found = candidates({ road: 'G109', placeText: 'K1043+5' })
    expect(found[0]).toMatchObject({ stake: 1_043_005, grade: 'ambiguous', assumed: ['short_metres'] })
    expect(found.map(({ stake }) => stake)).toContain(1_043_500)
  })

  test('name both places of a stake that stands twice, each by its own point', () => {
    const found = candidates({ road: 'G110', stake: 39_000 }, repeating)
    expect(found).toHaveLength(2)
    for (const { point, place, grade, assumed } of found) {
      expect([place.lon, place.lat]).toEqual(point)
      expect(grade).toBe('ambiguous')
      expect(assumed).toContain('stake_repeats')
    }
  })

  test('name each road at a junction once, and keep the coordinate as it was given', () => {
    const found = candidates({
      road: 'G109',
      stake: 1_043_000,
      point: [107.5, 39.0001],
      rawCoordinate: '107.50000,39.00010',
      crsSource: 'wgs84',
    })
    expect(found.map(({ how, road }) => [how, road]).sort()).toEqual([
      ['point', 'G109'],
      ['point', 'S216'],
    ])
    expect(found.find(({ road }) => road === 'S216')!.place).toMatchObject({
      road: 'S216',
      lon: 107.5,
      lat: 39.0001,
      crs: 'wgs84',
    })
  })

  test('read the original in the system that brings it onto its road', () => {
    const [lon, lat] = convertCoordinates([107.2, 39], 'wgs84', 'bd09').map((each) =>
      Number(each.toFixed(6)),
    ) as [number, number]
    const record = {
      road: 'G109',
      stake: 1_017_200,
      point: [lon, lat] as const,
      rawCoordinate: `${lon},${lat}`,
      crsSource: 'wgs84',
    }
    const systems = candidates(record).flatMap(({ how, place }) => (how === 'datum' ? [place] : []))
    expect(systems).toContainEqual({ road: 'G109', stake: 1_017_200, lon, lat, crs: 'bd09' })
    const agreeing = candidates({ ...record, point: [107.2, 39] })
    expect(agreeing.filter(({ how }) => how === 'datum')).toEqual([])
  })

  test('take the last two items of the register’s coordinate', () => {
    const found = candidates({ road: 'G109', rawCoordinate: '36431000,4318000,107.20000,39.00000' })
    expect(found.find(({ place }) => place.crs === 'wgs84')).toMatchObject({
      road: 'G109',
      stake: 1_017_200,
      assumed: ['datum_unknown'],
    })
  })

  test('keep the stretch of a hazard where the point lies on it', () => {
    const stretch = { road: 'G109', stake: 1_017_000, toStake: 1_018_000 }
    const on = candidates({ ...stretch, point: [107.205, 39.001] })
    expect(on.find(({ how }) => how === 'point')!.place).toMatchObject(stretch)
    const off = candidates({ ...stretch, point: [107.3, 39.001] })
    expect(off.find(({ how }) => how === 'point')!.place).not.toHaveProperty('toStake')
    expect(off.find(({ how }) => how === 'stake')!.place).toMatchObject(stretch)
  })
})
