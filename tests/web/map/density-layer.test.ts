import { expression, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { densityLines, densityPart } from '../../../web/src/map/density-layer.ts'
import { densityClasses } from '../../../web/src/map/density-style.ts'
import { noFeatures, type Features } from '../../../web/src/map/map-types.ts'
import { palettes } from '../../../web/src/map/palette.ts'

const lixels = (...densities: number[]): Features => ({
  type: 'FeatureCollection',
  features: densities.map((density, i) => ({
    type: 'Feature',
    geometry: {
      type: 'LineString',
      coordinates: [
        [107 + i / 1000, 39],
        [107 + (i + 1) / 1000, 39],
      ],
    },
    properties: { road: 'G109', density, fromStake: i * 50, toStake: i * 50 + 50 },
  })),
})
const themes = ['light', 'dark'] as const
const partOf = (theme: (typeof themes)[number], features = noFeatures) =>
  densityPart(
    { look: { theme, language: 'zh', textScale: 1 }, palette: palettes[theme] },
    {
      ...{ roads: null, accidents: noFeatures, hazards: noFeatures, facilities: noFeatures },
      ...{ hotspots: noFeatures, density: features },
    },
  )

/** What the layer paints a lixel of this density with. */
function painted(theme: (typeof themes)[number], property: 'line-color' | 'line-width', density: number) {
  const { paint } = partOf(theme).layers[1] as { paint: Record<string, unknown> }
  const type = property === 'line-color' ? 'color' : 'number'
  const specification = {
    ...{ type, 'property-type': 'data-driven', transition: false },
    expression: { interpolated: true, parameters: ['zoom', 'feature'] },
  }
  const made = expression.createExpression(paint[property], specification as never)
  if (made.result === 'error') throw new Error(made.value.map(({ message }) => message).join())
  return String(made.value.evaluate({ zoom: 10 }, { type: 2, properties: { density } } as never))
}

describe('the heat line', () => {
  test('leaves the road as it is where there is next to nothing', () => {
    expect(densityLines(lixels(0.24, 0.25, 20)).features).toHaveLength(2)
    expect(densityLines(noFeatures).features).toEqual([])
  })

  test('joins neighbours of one step, for a lixel alone is too short to be seen from afar', () => {
    const { features } = densityLines(lixels(1, 1.2, 1.9, 2.1, 0.1, 2.1))
    expect(features.map(({ properties }) => properties!['density'])).toEqual([1, 2, 2])
    expect(features.map(({ geometry }) => geometry.coordinates.length)).toEqual([4, 2, 2])
    expect(features[0]!.geometry.coordinates).toEqual([0, 1, 2, 3].map((i) => [107 + i / 1000, 39]))
  })

  test.each(themes)('in the %s theme each step of the legend has its colour and is broader', (theme) => {
    const classes = densityClasses(theme)
    const colours = classes.map(({ from }) => painted(theme, 'line-color', from))
    expect(new Set(colours).size).toBe(classes.length)
    const widths = classes.map(({ from }) => Number(painted(theme, 'line-width', from)))
    expect(widths).toEqual(classes.map(({ width }) => width))
    expect(widths).toEqual([...widths].sort((a, b) => a - b))
    expect(painted(theme, 'line-color', classes[3]!.from - 0.001)).toBe(colours[2])
  })

  test.each(themes)('is a valid style in the %s theme', (theme) => {
    expect(validateStyleMin({ version: 8, ...partOf(theme, lixels(1, 3)) } as never)).toEqual([])
  })
})
