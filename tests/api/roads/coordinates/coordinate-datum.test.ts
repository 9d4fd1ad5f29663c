import { describe, expect, test } from 'vitest'
import { proposeDatum, type DatumRow } from '../../../../api/roads/coordinates/coordinate-datum.ts'
import { convertCoordinates, type CoordinateSystem } from '../../../../api/roads/coordinates/coordinates.ts'
import type { LonLat } from '../../../../api/roads/network/geodesy.ts'
import { stakeToPoint } from '../../../../api/roads/network/linear-referencing.ts'
import { bannerNetwork } from '../network/banner-network.ts'

const roads = [
  ['G109', 935000, 1100000],
  ['S216', 2000, 116000],
  ['G110', 1106000, 1140000],
] as const

/** Accidents some metres beside their stakes, as the file of another system has them. */
function file(crs: CoordinateSystem, count: number, swap = false): DatumRow[] {
  return Array.from({ length: count }, (_, i): DatumRow[] => {
    const [road, from, to] = roads[i % roads.length]!
    const place = stakeToPoint(bannerNetwork, road, from + ((to - from) * ((i * 37) % 100)) / 100)
    if (!place) return []
    const beside: LonLat = [place.point[0] + ((i % 5) - 2) * 5e-5, place.point[1] + ((i % 7) - 3) * 5e-5]
    const [x, y] = convertCoordinates(beside, 'wgs84', crs)
    return [{ road, point: swap ? [y, x] : [x, y] }]
  }).flat()
}

describe('the system of a whole file', () => {
  test.each(['wgs84', 'gcj02', 'bd09'] as const)('is found where its points hug their roads: %s', (crs) => {
    const found = proposeDatum(bannerNetwork, file(crs, 60))
    expect(found).toMatchObject({ clarity: 'clear', basis: 'namedRoad', proposal: { crs, isSwapped: false } })
    expect(found.systems[0]!.medianDistance).toBeLessThan(30)
    expect(found.ratio).toBeGreaterThan(3)
    expect(found.strays).toBe(0)
  })

  test('is found with the two columns the other way round', () => {
    const found = proposeDatum(bannerNetwork, file('gcj02', 60, true))
    expect(found).toMatchObject({ clarity: 'clear', proposal: { crs: 'gcj02', isSwapped: true } })
  })

  test('may be metres of zone 36, northing first', () => {
    const found = proposeDatum(bannerNetwork, file('gk36', 60, true))
    expect(found).toMatchObject({
      clarity: 'clear',
      ratio: null,
      proposal: { crs: 'gk36', isSwapped: true },
      systems: [{ crs: 'gk36' }],
    })
  })

  test('is not proposed from fewer than five rows, though they are measured', () => {
    const found = proposeDatum(bannerNetwork, file('wgs84', 4))
    expect(found).toMatchObject({ clarity: 'tooFewRows', measured: 4 })
    expect(found.proposal).toBeUndefined()
    expect(found.systems[0]!.medianDistance).not.toBeNull()
  })

  test('goes by the nearest road where none is named, and counts the rows that read otherwise', () => {
    const rows = file('wgs84', 60).map(({ point }) => ({ point }))
    const strays: DatumRow[] = [{ point: [0, 0] }, { point: [39.1, 107.9] }, { point: [Number.NaN, 1] }]
    expect(proposeDatum(bannerNetwork, [...rows, ...strays])).toMatchObject({
      basis: 'nearestRoad',
      strays: 3,
      proposal: { crs: 'wgs84', isSwapped: false },
    })
  })

  test('of nothing is nothing', () => {
    for (const rows of [[], [{ point: [0, 0] as LonLat }], [{ point: [116, 40] as LonLat }]]) {
      const found = proposeDatum(bannerNetwork, rows)
      expect(found).toMatchObject({ clarity: 'tooFewRows', measured: 0 })
      expect(found.proposal).toBeUndefined()
    }
  })

  test('of rows far from their roads is open', () => {
    const rows = file('wgs84', 30).map(({ road, point: [x, y] }) => ({
      road,
      point: [x + 0.2, y + 0.2] as LonLat,
    }))
    const found = proposeDatum(bannerNetwork, rows)
    expect(found.clarity).toBe('unclear')
  })

  test('of 100,000 rows is found from an even sample', () => {
    const rows = file('bd09', 2000)
    const found = proposeDatum(bannerNetwork, Array.from({ length: 50 }, () => rows).flat())
    expect(found).toMatchObject({ measured: 2000, proposal: { crs: 'bd09' } })
    expect(found.rows).toBeGreaterThan(99_000)
  })
})
