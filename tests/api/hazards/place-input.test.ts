import { describe, expect, test } from 'vitest'
import { placeInput, type PlaceInput } from '../../../api/hazards/place-input.ts'
import { buildRoadNetwork } from '../../../api/roads/network/road-network.ts'

/** A road of ten kilometres due east on the 39th parallel, and one that is only a name. */
const line = [
  [107, 39],
  [107.1157, 39],
] as const
const network = buildRoadNetwork([
  { code: 'G1', sections: [{ sequence: 1, fromStake: 0, toStake: 10000, coordinates: line, anchors: [] }] },
])
const roads = [
  { code: 'G1', name: '国道1线', aliases: ['1国道'], fromStake: 0, toStake: 10000 },
  { code: 'X9', name: '县道9线', aliases: [], fromStake: null, toStake: null },
]
const place = (input: PlaceInput) => {
  const placed = placeInput(input, { network, roads })
  if (!placed.ok) throw new Error(placed.errors[0]!.message.en)
  return placed.placement
}
const refusal = (input: PlaceInput) => {
  const placed = placeInput(input, { network, roads })
  return placed.ok ? [] : placed.errors.map(({ path }) => path)
}

describe('a place', () => {
  test('by stake lies on the line, by whichever name the road is called', () => {
    for (const road of ['G1', 'g1', '国道1线', '1国道']) {
      const { geometry, roadCode, locating } = place({ road, fromStake: 5000 })
      expect({ roadCode, locating }).toEqual({ roadCode: 'G1', locating: 'stake' })
      expect(geometry).toMatchObject({ type: 'Point', coordinates: [expect.closeTo(107.05785, 4), 39] })
    }
  })

  test('given from the higher stake keeps its stretch in growing order', () => {
    expect(place({ road: 'G1', fromStake: 'K2+000', toStake: 'K1+000' })).toMatchObject({
      fromStake: 1000,
      toStake: 2000,
      geometry: { type: 'LineString' },
    })
  })

  test('may be one text with both ends', () => {
    expect(place({ road: 'G1', fromStake: 'K1+000—K2+000' })).toMatchObject({
      fromStake: 1000,
      toStake: 2000,
    })
  })

  test('by point finds road, stake and side', () => {
    expect(place({ lon: 107.05785, lat: 38.9995 })).toMatchObject({
      roadCode: 'G1',
      fromStake: expect.closeTo(5000, -1),
      side: 'right',
      locating: 'manual',
    })
    expect(place({ lon: 107.05785, lat: 39, accuracy: 12 })).toMatchObject({ locating: 'gps', accuracy: 12 })
  })

  test('by point far from every road keeps the point and takes the words', () => {
    expect(place({ lon: 107.05, lat: 39.01, roadName: '气田路' })).toMatchObject({
      roadCode: null,
      roadName: '气田路',
      fromStake: null,
      geometry: { type: 'Point', coordinates: [107.05, 39.01] },
    })
  })

  test('with a point and a stake keeps both', () => {
    expect(place({ road: 'G1', fromStake: 4000, lon: 107.05785, lat: 39 })).toMatchObject({
      fromStake: 4000,
      geometry: { type: 'Point', coordinates: [107.05785, 39] },
    })
  })

  test('on a road without a drawn line keeps its stake and has no geometry', () => {
    expect(place({ road: 'X9', fromStake: 1200 })).toMatchObject({
      fromStake: 1200,
      geometry: null,
      locating: 'unlocated',
    })
  })

  test.each([
    ['nothing', {}, 'road'],
    ['an unknown road', { road: 'G9' }, 'road'],
    ['a stake alone', { fromStake: 100 }, 'road'],
    ['an end alone', { road: 'G1', toStake: 100 }, 'fromStake'],
    ['a stake past the end', { road: 'G1', fromStake: 10001 }, 'fromStake'],
    ['an end past the end', { road: 'G1', fromStake: 1, toStake: 'K11+000' }, 'toStake'],
    ['metres of a thousand and more', { road: 'G1', fromStake: 'K1+1500' }, 'fromStake'],
    ['words for a stake', { road: 'G1', fromStake: '桥头' }, 'fromStake'],
    ['a longitude alone', { lon: 107 }, 'lat'],
    ['a point far from the road it names', { road: 'G1', lon: 107.05, lat: 39.5 }, 'lon'],
  ] as const)('is refused for %s', (_name, input, path) => {
    expect(refusal(input)).toEqual([path])
  })
})

test('by stake on a divided road lies on the line of its carriageway', () => {
  const lines = { left: 39.001, right: 39 } as const
  const sections = (['right', 'left'] as const).map((carriageway, index) => ({
    ...{ sequence: index + 1, carriageway, fromStake: 0, toStake: 10000, anchors: [] },
    coordinates: [
      [107, lines[carriageway]],
      [107.1157, lines[carriageway]],
    ] as const,
  }))
  const divided = { network: buildRoadNetwork([{ code: 'G1', sections }]), roads }
  for (const carriageway of ['left', 'right'] as const) {
    const placed = placeInput({ road: 'G1', fromStake: 5000, carriageway }, divided)
    const geometry = placed.ok ? placed.placement.geometry : null
    expect(geometry).toMatchObject({ coordinates: [expect.anything(), lines[carriageway]] })
  }
})
