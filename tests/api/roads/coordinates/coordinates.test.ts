import { describe, expect, test } from 'vitest'
import { convertCoordinates, toWgs84 } from '../../../../api/roads/coordinates/coordinates.ts'
import { distanceBetween, type LonLat } from '../../../../api/roads/network/geodesy.ts'

/** Vectors of the public GCJ formula, computed for this brigade's places. */
const vectors: [place: string, wgs84: LonLat, gcj02: LonLat, bd09: LonLat][] = [
  ['乌兰镇', [107.976, 39.09], [107.981073, 39.090693], [107.987489, 39.096864]],
  ['棋盘井', [107.03, 39.38], [107.035091, 39.380986], [107.041494, 39.387303]],
  ['蒙西', [106.87, 39.85], [106.874675, 39.850835], [106.881271, 39.856608]],
  ['苏米图', [108.4, 38.7], [108.405263, 38.700745], [108.411845, 38.706511]],
]

function expectWithinMillionth(actual: LonLat, expected: LonLat) {
  expect(Math.abs(actual[0] - expected[0])).toBeLessThan(1e-6)
  expect(Math.abs(actual[1] - expected[1])).toBeLessThan(1e-6)
}

describe.each(vectors)('coordinates at %s', (_place, wgs84, gcj02, bd09) => {
  test('WGS 84 becomes GCJ-02 and BD-09', () => {
    expectWithinMillionth(convertCoordinates(wgs84, 'wgs84', 'gcj02'), gcj02)
    expectWithinMillionth(convertCoordinates(wgs84, 'wgs84', 'bd09'), bd09)
    expectWithinMillionth(convertCoordinates(gcj02, 'gcj02', 'bd09'), bd09)
  })

  test('GCJ-02 and BD-09 come back', () => {
    expectWithinMillionth(convertCoordinates(gcj02, 'gcj02', 'wgs84'), wgs84)
    expectWithinMillionth(convertCoordinates(bd09, 'bd09', 'wgs84'), wgs84)
    expectWithinMillionth(convertCoordinates(bd09, 'bd09', 'gcj02'), gcj02)
  })

  test('a round trip through either returns the same place to a tenth of a millimetre', () => {
    for (const system of ['gcj02', 'bd09'] as const) {
      const back = convertCoordinates(convertCoordinates(wgs84, 'wgs84', system), system, 'wgs84')
      expect(distanceBetween(back, wgs84)).toBeLessThan(1e-4)
    }
  })

  test('CGCS2000 is WGS 84 to centimetres, the other two are hundreds of metres off', () => {
    expect(convertCoordinates(wgs84, 'cgcs2000', 'wgs84')).toEqual(wgs84)
    expect(distanceBetween(wgs84, gcj02)).toBeGreaterThan(400)
    expect(distanceBetween(wgs84, bd09)).toBeGreaterThan(1200)
  })
})

test('metres of zone 36 go there and back to a tenth of a millimetre, with the zone number or without', () => {
  for (const [, wgs84] of vectors) {
    const [easting, northing] = convertCoordinates(wgs84, 'wgs84', 'gk36')
    expect(Math.floor(easting / 1_000_000)).toBe(36)
    for (const written of [easting, easting - 36_000_000])
      expect(distanceBetween(toWgs84([written, northing], 'gk36'), wgs84)).toBeLessThan(1e-4)
  }
})

test('metres that are none become no place, never an error', () => {
  for (const point of [
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 1],
  ] as const)
    expect(toWgs84(point, 'gk36').some(Number.isFinite)).toBe(false)
})
