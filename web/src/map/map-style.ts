import type { StyleSpecification } from 'maplibre-gl'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { StakeTicks } from './stake-ticks.ts'
import { accidentsPart } from './accidents-layer.ts'
import { densityPart } from './density-layer.ts'
import { facilitiesPart } from './facilities-layer.ts'
import { hazardsPart } from './hazards-layer.ts'
import { hotspotsPart } from './hotspots-layer.ts'
import { layerOrder, type LayerId } from './layer-order.ts'
import type { Drawing, MapLayer } from './map-layer.ts'
import type { LayerGroup, Look, MapData, Pin } from './map-types.ts'
import { palettes } from './palette.ts'
import { pinsPart } from './pins-layer.ts'
import { roadsPart } from './roads-layer.ts'
import { selectionPart, type Marks } from './selection-layer.ts'
import { settlementPart } from './settlement-layer.ts'
import { sheetPart } from './sheet-layer.ts'
import { stakesPart } from './stakes-layer.ts'
import { waterPart } from './water-layer.ts'
import { wideNamesPart } from './wide-names-layer.ts'

export interface SheetContents {
  readonly look: Look
  readonly data: MapData
  readonly network: RoadNetwork
  readonly stakes: StakeTicks
  readonly visible: Readonly<Record<LayerGroup, boolean>>
  readonly marks: Marks
  readonly pins: readonly Pin[]
}

/** Which layers a switch of the legend turns on and off; all others are always there. */
export const groupLayers: Readonly<Record<LayerGroup, readonly LayerId[]>> = {
  hotspots: ['hotspot-casing', 'hotspot', 'hotspot-name', 'hotspot-rank'],
  accidents: ['accident-slight', 'accident-fatal'],
  hazards: ['hazard-stretch-casing', 'hazard-stretch', 'hazard'],
  facilities: [
    'facility-heading',
    'facility-removed',
    'facility',
    'facility-defect',
    'facility-cluster',
    'facility-cluster-defect',
  ],
}

const place = new Map<string, number>(layerOrder.map((id, index) => [id, index]))

function withVisibility(layer: MapLayer, visible: SheetContents['visible']): MapLayer {
  const group = Object.entries(groupLayers).find(([, ids]) => ids.includes(layer.id))?.[0] as
    LayerGroup | undefined
  if (!group || visible[group]) return layer
  return { ...layer, layout: { ...layer.layout, visibility: 'none' } } as MapLayer
}

/** The whole style of the sheet as one value: same contents, same picture. */
export function buildMapStyle({
  look,
  data,
  network,
  stakes,
  visible,
  marks,
  pins,
}: SheetContents): StyleSpecification {
  const drawing: Drawing = { look, palette: palettes[look.theme] }
  const parts = [
    sheetPart(drawing),
    waterPart(drawing),
    settlementPart(drawing),
    wideNamesPart(drawing),
    roadsPart(drawing, data, stakes),
    stakesPart(drawing, stakes),
    hotspotsPart(drawing, data),
    densityPart(drawing, data),
    hazardsPart(drawing, data),
    facilitiesPart(drawing, data, network),
    accidentsPart(drawing, data),
    selectionPart(drawing, marks),
    pinsPart(drawing, pins),
  ]
  const layers = parts
    .flatMap((part) => part.layers)
    .sort((a, b) => place.get(a.id)! - place.get(b.id)!)
    .map((layer) => withVisibility(layer, visible))
  return { version: 8, sources: Object.assign({}, ...parts.map((part) => part.sources)), layers }
}
