import type { Geometry } from 'geojson'
import { describe, expect, test } from 'vitest'
import { midpointOf } from '../../../web/src/map/line-middle.ts'
import {
  facilityPoints,
  removedFacilityPoints,
  hazardPoints,
  hazardStretches,
  hotspotPoints,
  roadLines,
} from '../../../web/src/map/map-features.ts'
import type { Features } from '../../../web/src/map/map-types.ts'
import { findSelected } from '../../../web/src/map/selection-layer.ts'
import { shippedNetwork } from '../../../web/src/map/shipped-roads.ts'
import { noFeatures } from '../../../web/src/map/map-types.ts'

const network = shippedNetwork()
const line: Geometry = {
  type: 'LineString',
  coordinates: [
    [107, 39],
    [107.1, 39],
    [107.4, 39],
  ],
}
const features = (...records: { properties: object; geometry: Geometry | null }[]): Features => ({
  type: 'FeatureCollection',
  features: records.map((record) => ({ type: 'Feature', ...record })),
})

describe('records on the map', () => {
  test('the symbol of a stretch stands halfway along it', () => {
    const middle = midpointOf(line)!
    expect(middle[0]).toBeCloseTo(107.2, 3)
  })

  test('of a stretch in several pieces the longest carries the symbol', () => {
    const short = [
      [108, 39],
      [108.01, 39],
    ]
    expect(midpointOf({ type: 'MultiLineString', coordinates: [short, line.coordinates] })![0]).toBeCloseTo(
      107.2,
      3,
    )
  })

  test('a record without a place is left out instead of being drawn somewhere', () => {
    const hazards = features({ properties: { id: 'a', status: 10, level: 1 }, geometry: null })
    expect(hazardPoints(hazards).features).toEqual([])
    expect(hazardStretches(hazards).features).toEqual([])
  })

  test('an overdue hazard asks for the overdue symbol and lies above one in time', () => {
    const hazards = features(
      { properties: { id: 'late', status: 40, level: 2, overdueDays: 12 }, geometry: line },
      { properties: { id: 'due', status: 40, level: 2, overdueDays: 0 }, geometry: line },
    )
    const [late, due] = hazardPoints(hazards).features.map(({ properties }) => properties!)
    expect(late).toMatchObject({ symbol: '40:2:overdue', ring: 'overdue' })
    expect(due).toMatchObject({ symbol: '40:2:running', ring: 'remedying' })
    expect(late!['order']).toBeGreaterThan(due!['order'] as number)
  })

  test('the first three hotspots are the foremost', () => {
    const hotspots = features(...[1, 2, 3, 4].map((rank) => ({ properties: { rank }, geometry: line })))
    expect(hotspotPoints(hotspots).features.map(({ properties }) => properties!['isForemost'])).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  test('a hotspot is found by its id and, where the list knows none, by its rank', () => {
    const records = { accidents: noFeatures, hazards: noFeatures, facilities: noFeatures }
    const data = { ...records, roads: null, density: noFeatures }
    const hotspots = features(
      { properties: { id: 'x', rank: 1 }, geometry: line },
      { properties: { rank: 2 }, geometry: line },
    )
    expect(
      findSelected({ ...data, hotspots }, { kind: 'hotspot', id: 'x' }, network)?.properties,
    ).toMatchObject({
      rank: 1,
    })
    expect(
      findSelected({ ...data, hotspots }, { kind: 'hotspot', id: '2' }, network)?.properties,
    ).toMatchObject({
      rank: 2,
    })
  })

  test('what was taken away is drawn, but stands among none that are counted', () => {
    const geometry: Geometry = { type: 'Point', coordinates: [107.46617, 39.24792] }
    const row = (id: string, state: string) => ({ properties: { id, kind: 'cone', state }, geometry })
    const facilities = features(row('stands', 'working'), row('gone', 'removed'), row('stolen', 'missing'))
    const ids = (points: typeof facilityPoints) =>
      points(facilities, network).features.map(({ properties }) => properties!['id'])
    expect(ids(facilityPoints)).toEqual(['stands', 'stolen'])
    expect(ids(removedFacilityPoints)).toEqual(['gone'])
  })

  test('without an answer of the service the shipped roads are drawn, the inferred ones as sketches', () => {
    const sketches = roadLines(null).features.filter(({ properties }) => properties!['isSketch'])
    expect(new Set(sketches.map(({ properties }) => properties!['code']))).toEqual(
      new Set(['S313', 'S216', 'CAYJ']),
    )
  })
})
