import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import { layerOrder } from '../../../web/src/map/layer-order.ts'
import { buildMapStyle, groupLayers, type SheetContents } from '../../../web/src/map/map-style.ts'
import { noFeatures, type Look } from '../../../web/src/map/map-types.ts'
import { shippedNetwork } from '../../../web/src/map/shipped-roads.ts'
import { stakeTicks } from '../../../web/src/map/stake-ticks.ts'

const network = shippedNetwork()
const stakes = stakeTicks(network)
const shown = { hotspots: true, accidents: true, hazards: true, facilities: true }
const paper: Look = { theme: 'light', language: 'zh', textScale: 1 }

function contents(changes: Partial<SheetContents> = {}): SheetContents {
  return {
    look: paper,
    network,
    stakes,
    data: {
      roads: null,
      accidents: noFeatures,
      hazards: noFeatures,
      facilities: noFeatures,
      hotspots: noFeatures,
      density: noFeatures,
    },
    visible: shown,
    marks: { selected: undefined, placing: null },
    pins: [],
    ...changes,
  }
}

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['zh', 'en'] as const).flatMap((language) =>
    ([1, 1.5] as const).map((textScale): Look => ({ theme, language, textScale })),
  ),
)

describe('the style of the map', () => {
  test.each(looks)('is valid in $theme, $language, type ×$textScale', (look) => {
    expect(validateStyleMin(buildMapStyle(contents({ look })))).toEqual([])
  })

  test('draws exactly the layers of the one list, in its order', () => {
    expect(buildMapStyle(contents()).layers.map(({ id }) => id)).toEqual([...layerOrder])
  })

  test('asks no other host for anything', () => {
    const style = buildMapStyle(contents())
    expect(style.glyphs).toBeUndefined()
    expect(style.sprite).toBeUndefined()
    const addresses = Object.values(style.sources).map((source) =>
      'data' in source ? source.data : undefined,
    )
    for (const address of addresses.filter((each) => typeof each === 'string')) expect(address).toMatch(/^\//)
  })

  test('draws deaths above every other record but the rank numbers', () => {
    const above = layerOrder.slice(layerOrder.indexOf('accident-fatal') + 1)
    expect(above).toEqual([
      'hotspot-rank',
      'selection-line',
      'selection-facility',
      'selection',
      'placing',
      'pin',
    ])
  })

  test('lets no death and no hazard disappear into a number, and of facilities adds up the failed ones apart', () => {
    const sources = Object.entries(buildMapStyle(contents()).sources)
    const clustered = sources.filter(([, source]) => 'cluster' in source && source.cluster)
    expect(clustered.map(([id]) => id)).toEqual(['facilities'])
    expect(clustered[0]![1]).toHaveProperty('clusterProperties.defects')
  })

  test('leaves out a group that is switched off, and only that', () => {
    const style = buildMapStyle(contents({ visible: { ...shown, accidents: false } }))
    const hidden = style.layers.filter(({ layout }) => layout?.visibility === 'none').map(({ id }) => id)
    expect(hidden).toEqual(groupLayers.accidents)
  })
})
