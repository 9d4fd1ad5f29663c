import type { Feature, FeatureCollection, Point } from 'geojson'
import { mapWords } from '../text/map-words.ts'
import type { Language } from './map-types.ts'

type RegionKey = keyof (typeof mapWords)['zh']['regions']

/** Where wide-set names of neighbours and land forms stand on the sheet: type positions, not coordinates of anything. */
const positions: Readonly<
  Record<RegionKey, { at: readonly [number, number]; kind: 'neighbour' | 'land'; turn?: number }>
> = {
  alxa: { at: [105.1, 39.35], kind: 'neighbour' },
  bayannur: { at: [106.9, 41.05], kind: 'neighbour' },
  ningxia: { at: [105.6, 38.15], kind: 'neighbour' },
  yulin: { at: [109.55, 37.75], kind: 'neighbour' },
  hanggin: { at: [108.1, 40.12], kind: 'neighbour' },
  uxin: { at: [108.98, 38.88], kind: 'neighbour' },
  otogFront: { at: [107.55, 38.3], kind: 'neighbour' },
  dongsheng: { at: [110.0, 39.75], kind: 'neighbour' },
  plateau: { at: [107.5, 39.12], kind: 'land', turn: 0 },
  sands: { at: [108.18, 38.62], kind: 'land', turn: -12 },
  range: { at: [107.02, 39.66], kind: 'land', turn: 78 },
}

export function regionNames(language: Language): FeatureCollection<Point> {
  const words = mapWords[language].regions
  const features = Object.entries(positions).map(([key, { at, kind, turn = 0 }]): Feature<Point> => ({
    type: 'Feature',
    properties: { name: words[key as RegionKey], kind, turn },
    geometry: { type: 'Point', coordinates: [...at] },
  }))
  return { type: 'FeatureCollection', features }
}
