import { expect, test } from 'vitest'
import { waysOfGeoJson } from '../../../../api/roads/geometry-import/geojson-ways.ts'
import { wayFromTags } from '../../../../api/roads/geometry-import/osm-way.ts'
import { refersTo, refsIn, spellingsOfRoad } from '../../../../api/roads/geometry-import/road-refs.ts'

const g109 = spellingsOfRoad({ code: 'G109', name: '国道109线（京拉线）', aliases: ['京拉公路'] })

test.each([
  'G109',
  'g 109',
  'Ｇ１０９',
  'G-109',
  'G18;G109',
  'G109、G110',
  '109国道',
  '国道109线',
  '京拉线',
  '京拉公路',
  'G109线',
])('a way that is called %s belongs to G109', (text) => expect(refersTo(refsIn(text), g109)).toBe(true))

test.each(['G1090', 'G10', 'S109', '109', 'G18', '京拉', ''])('a way that is called “%s” does not', (text) =>
  expect(refersTo(refsIn(text), g109)).toBe(false),
)

test('a road file names its roads by LXBH or 路线编号 too, and its traffic as OpenStreetMap does', () => {
  const feature = (
    properties: object,
    coordinates: unknown = [
      [107, 39],
      [107.1, 39, 1300],
    ],
  ) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'LineString', coordinates },
  })
  const read = waysOfGeoJson({
    type: 'FeatureCollection',
    features: [
      feature({ LXBH: 'S313' }),
      feature({ 路线编号: 'S216', oneway: '-1' }),
      { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [107, 39] } },
    ],
  })
  if (!read.ok) throw new Error(read.refusal)
  expect(read.ways.map(({ refs, oneway }) => [...refs, oneway])).toEqual([
    ['S313', 'no'],
    ['S216', 'backward'],
  ])
  expect(read.ways[0]!.coordinates[1]).toEqual([107.1, 39])
  expect(read.skipped).toBe(1)
})

test('coordinates that are no degrees are refused, whatever the file says of itself', () => {
  const line = (coordinates: number[][], crs?: string) =>
    waysOfGeoJson({
      type: 'FeatureCollection',
      ...(crs && { crs: { type: 'name', properties: { name: crs } } }),
      features: [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } }],
    })
  const metres = [
    [36_500_000, 4_300_000],
    [36_500_100, 4_300_000],
  ]
  expect(line(metres)).toEqual({ ok: false, refusal: 'notDegrees' })
  expect(
    line(
      [
        [107, 39],
        [108, 39],
      ],
      'urn:ogc:def:crs:EPSG::4524',
    ),
  ).toEqual({ ok: false, refusal: 'notDegrees' })
  expect(
    line(
      [
        [107, 39],
        [108, 39],
      ],
      'urn:ogc:def:crs:OGC:1.3:CRS84',
    ),
  ).toMatchObject({ ok: true })
})

test('a motorway and a roundabout are one-way without saying so, a ramp is not the road', () => {
  const way = (tags: Record<string, string>) => wayFromTags('way/1', tags, [], [[107, 39]])
  expect(way({ highway: 'motorway' }).oneway).toBe('forward')
  expect(way({ highway: 'trunk', junction: 'roundabout' })).toMatchObject({
    oneway: 'forward',
    isRoundabout: true,
  })
  expect(way({ highway: 'motorway', oneway: 'no' }).oneway).toBe('no')
  expect(way({ highway: 'trunk_link' }).isLink).toBe(true)
})
