import type { FilterSpecification } from 'maplibre-gl'
import { accidentPoints } from './map-features.ts'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import type { MapData } from './map-types.ts'
import { iconSize } from './type-face.ts'

const isFatal: FilterSpecification = ['==', ['get', 'severity'], 'fatal']

/** Never clustered: at small scales the slight ones shrink to marks, and deaths lie on top of everything. */
export function accidentsPart({ look }: Drawing, data: MapData): SheetPart {
  const image = ['concat', imageName(look.theme, 'accident:'), ['get', 'severity']] as const
  const shared = {
    'icon-image': [...image],
    'icon-allow-overlap': true,
    'icon-ignore-placement': true,
  } as const
  const layers: MapLayer[] = [
    {
      id: 'accident-slight',
      type: 'symbol',
      source: 'accidents',
      filter: ['!', isFatal] as FilterSpecification,
      layout: {
        ...shared,
        'icon-image': [...image] as never,
        'icon-size': iconSize(look.textScale, [6, 0.28], [8, 0.4], [10, 0.58], [14, 0.95]),
        'symbol-sort-key': ['match', ['get', 'severity'], 'injury', 2, 1],
      },
    },
    {
      id: 'accident-fatal',
      type: 'symbol',
      source: 'accidents',
      filter: isFatal,
      layout: {
        ...shared,
        'icon-image': [...image] as never,
        'icon-ignore-placement': false,
        'icon-size': iconSize(look.textScale, [6, 0.5], [8, 0.62], [10, 0.8], [14, 1.1]),
        'symbol-sort-key': ['get', 'killed'],
      },
    },
  ]
  return { sources: { accidents: { type: 'geojson', data: accidentPoints(data.accidents) } }, layers }
}
