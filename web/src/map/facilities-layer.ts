import type { FilterSpecification } from 'maplibre-gl'
import { defectStates } from './facility-style.ts'
import { facilityPoints } from './map-features.ts'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import type { MapData } from './map-types.ts'
import { byZoom, iconSize } from './type-face.ts'

const isDefect: FilterSpecification = ['in', ['get', 'state'], ['literal', [...defectStates]]]

/** Working devices come in with the zoom; a failed or missing one is never hidden. */
export function facilitiesPart({ look }: Drawing, data: MapData): SheetPart {
  const layer = (
    id: 'facility' | 'facility-defect',
    filter: FilterSpecification,
    size: MapLayer['layout'],
  ): MapLayer => ({
    id,
    type: 'symbol',
    source: 'facilities',
    filter,
    layout: {
      'icon-image': ['concat', imageName(look.theme, 'facility:'), ['get', 'kind'], ':', ['get', 'state']],
      // Beside the road, so that the stake and the hazard of the same place stay in sight.
      'icon-offset': ['match', ['get', 'side'], 'left', ['literal', [-20, -16]], ['literal', [20, 16]]],
      'icon-allow-overlap': true,
      ...(size as object),
    },
    paint: id === 'facility' ? { 'icon-opacity': byZoom([8.6, 0], [9.2, 1]) } : {},
  })
  return {
    sources: { facilities: { type: 'geojson', data: facilityPoints(data.facilities) } },
    layers: [
      {
        ...layer('facility', ['!', isDefect] as FilterSpecification, {
          'icon-size': iconSize(look.textScale, [8.6, 0.5], [11, 0.75], [14, 1]),
        }),
        minzoom: 8.6,
      } as MapLayer,
      layer('facility-defect', isDefect, {
        'icon-size': iconSize(look.textScale, [6, 0.48], [9, 0.72], [14, 1.05]),
      }),
    ],
  }
}
