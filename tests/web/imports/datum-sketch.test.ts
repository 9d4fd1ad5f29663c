import { describe, expect, test } from 'vitest'
import { convertCoordinates } from '../../../api/roads/coordinates/coordinates.ts'
import type { DatumProposal } from '../../../api/roads/coordinates/coordinate-datum.ts'
import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import { datumSketch, samplePoints, sketchSize } from '../../../web/src/imports/datum-sketch.ts'

const road: LonLat[] = [
  [107.3, 39.1],
  [107.4, 39.1],
  [107.5, 39.1],
]
const onRoad: LonLat[] = [
  [107.4, 39.1],
  [107.401, 39.1],
  [107.402, 39.1],
]
const inAmap = onRoad.map((point) => convertCoordinates(point, 'wgs84', 'gcj02'))
const proposal = (isSwapped = false): DatumProposal => ({
  ...{ rows: 3, measured: 3, basis: 'nearestRoad', strays: 0, clarity: 'clear', ratio: 100 },
  systems: [
    { crs: 'gcj02', medianDistance: 1 },
    { crs: 'wgs84', medianDistance: 500 },
  ],
  proposal: { crs: 'gcj02', isSwapped },
})
/** Ten metres to the unit. */
const roadHeight = sketchSize.height / 2

describe('the picture beside the question for the coordinate system', () => {
  test('the right reading lies on the road, the other one beside it', () => {
    const sketch = datumSketch(proposal(), inAmap, [road])!
    const [right, wrong] = sketch.readings
    for (const [, y] of right!.dots) expect(Math.abs(y - roadHeight)).toBeLessThan(2)
    for (const [, y] of wrong!.dots) expect(Math.abs(y - roadHeight)).toBeGreaterThan(5)
  })

  test('columns in the other order are turned before they are drawn', () => {
    const turned = inAmap.map(([lon, lat]): LonLat => [lat, lon])
    expect(datumSketch(proposal(true), turned, [road])).toEqual(datumSketch(proposal(), inAmap, [road]))
  })

  test('a road whose vertices lie outside the picture still runs through it', () => {
    expect(datumSketch(proposal(), inAmap, [road])?.roads).toHaveLength(1)
    const farRoad: LonLat[] = [
      [108.3, 38.5],
      [108.4, 38.5],
    ]
    expect(datumSketch(proposal(), inAmap, [farRoad])?.roads).toEqual([])
  })

  test('there is no picture without a point', () => {
    expect(datumSketch(proposal(), [], [road])).toBeUndefined()
    expect(samplePoints([{ values: { lon: '107', lat: 39 } }, { values: {} }])).toEqual([])
  })
})
