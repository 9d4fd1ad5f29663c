import type { Feature, FeatureCollection, LineString } from 'geojson'
import { axisLine } from '../analysis/density/axis-line.ts'
import type { RoadDensity } from '../analysis/density/road-density.ts'
import type { RoadGraph } from '../analysis/density/road-graph.ts'
import type { DensityAnswer } from './density.schema.ts'

export interface DensityFacts {
  readonly road: string
  readonly roadName: string
  readonly fromStake: number
  readonly toStake: number
  readonly density: number
}

export type DensityFeatures = FeatureCollection<LineString, DensityFacts> & {
  readonly density: Omit<DensityAnswer, 'roads'>
}

/** 7 decimals of a degree are a centimetre. */
const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** The lixels as lines; where there is no density, none. How they were computed travels with them. */
export function densityFeatures(
  { roads: shown, ...density }: DensityAnswer,
  drawn: RoadDensity,
  graph: RoadGraph,
): DensityFeatures {
  const features = shown.flatMap(({ road, roadName }) => {
    const { lixels } = drawn.roads.find((each) => each.road === road)!
    const { axis } = graph.roads.get(road)!
    return lixels.flatMap(({ from, to, ...facts }): Feature<LineString, DensityFacts>[] => {
      if (facts.density === 0) return []
      const coordinates = axisLine(axis, from, to).map((point) => point.map(rounded))
      return [
        {
          type: 'Feature',
          geometry: { type: 'LineString', coordinates },
          properties: { road, roadName, ...facts },
        },
      ]
    })
  })
  return { type: 'FeatureCollection', density, features }
}
