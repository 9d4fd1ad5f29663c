import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  SourceSpecification,
} from 'maplibre-gl'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import { clusterMaxZoom, clusterSource, clusterLayers } from './facility-clusters.ts'
import { defectStates } from './facility-style.ts'
import { facilityPoints, removedFacilityPoints } from './map-features.ts'
import { imageName, type Drawing, type MapLayer, type SheetPart } from './map-layer.ts'
import type { MapData } from './map-types.ts'
import { byZoom, iconSize } from './type-face.ts'

/** From here the two sides of a road are told apart: symbols stand on theirs, and what lies on the road lies across it. */
const sidesFrom = clusterMaxZoom + 1
const headingsFrom = 10
const removedFrom = 13

const isDefect: ExpressionSpecification = ['in', ['get', 'state'], ['literal', [...defectStates]]]
const isCluster: ExpressionSpecification = ['has', 'point_count']

type Pair = DataDrivenPropertyValueSpecification<[number, number]>

/** A pair of pixels that a feature carries; nothing where it carries none. */
const pair = (name: string) => ['array', 'number', 2, ['coalesce', ['get', name], ['literal', [0, 0]]]]

export const bySides = (far: unknown, near: unknown) => ['step', ['zoom'], far, sidesFrom, near]
export const facilityOffset = bySides(pair('far'), pair('near')) as unknown as Pair
export const facilityImage = (theme: string) => {
  const named = (property: string) => ['concat', imageName(theme, ''), ['get', property]]
  return bySides(named('image'), named('nearImage')) as unknown as string
}

/** Working devices come in with the zoom; a failed or missing one is never hidden. */
export function facilitiesPart({ look }: Drawing, data: MapData, network: RoadNetwork): SheetPart {
  const { facilities } = data
  const removed: SourceSpecification = { type: 'geojson', data: removedFacilityPoints(facilities, network) }
  return {
    sources: {
      facilities: { ...clusterSource(look.textScale), data: facilityPoints(facilities, network) },
      'facilities-removed': removed,
    },
    layers: [...headings(look), ...symbols(look), ...clusterLayers(look)],
  }
}

const workingFrom = 8.6
const sizes = {
  working: [
    [workingFrom, 0.55],
    [11, 0.8],
    [14, 1],
  ],
  defect: [
    [6, 0.6],
    [9, 0.8],
    [14, 1.05],
  ],
} as const

function symbols({ theme, textScale }: Drawing['look']): MapLayer[] {
  const layer = (id: MapLayer['id'], stops: (typeof sizes)['working' | 'defect']) => ({
    id,
    type: 'symbol' as const,
    source: 'facilities',
    layout: {
      'icon-image': facilityImage(theme),
      'icon-offset': facilityOffset,
      'icon-allow-overlap': true,
      'icon-size': iconSize(textScale, ...stops),
    },
  })
  const appearing = { 'icon-opacity': byZoom([workingFrom, 0], [9.2, 1]) }
  return [
    { ...layer('facility-removed', sizes.working), source: 'facilities-removed', minzoom: removedFrom },
    {
      ...layer('facility', sizes.working),
      minzoom: workingFrom,
      filter: ['all', ['!', isCluster], ['!', isDefect]],
      paint: appearing,
    },
    { ...layer('facility-defect', sizes.defect), filter: ['all', ['!', isCluster], isDefect] },
  ]
}

/** An arrow out of the edge of the symbol, the way those drive whom it is for. Below all symbols, above the road. */
function headings({ theme, textScale }: Drawing['look']): MapLayer[] {
  return [
    {
      id: 'facility-heading',
      type: 'symbol',
      source: 'facilities',
      minzoom: headingsFrom,
      filter: ['has', 'heading'],
      layout: {
        'icon-image': imageName(theme, 'heading'),
        'icon-rotate': ['get', 'heading'],
        'icon-rotation-alignment': 'map',
        'icon-offset': bySides(pair('headingFar'), pair('headingNear')) as unknown as Pair,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'icon-size': iconSize(textScale, ...sizes.working),
      },
    },
  ]
}
