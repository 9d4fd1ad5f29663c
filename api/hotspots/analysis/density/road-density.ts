import type { LonLat } from '../../../roads/network/geodesy.ts'
import { densityAt, type DensitySettings } from './kernel-density.ts'
import { cutIntoLixels, sortOntoEdges, type Lixels, type PlacesOnEdges } from './places-on-edges.ts'
import { placeOnGraph, type EdgeOfRoad, type RoadGraph } from './road-graph.ts'
import { stakeOnAxis } from './road-strands.ts'

export interface PlacedAccident {
  readonly road: string
  readonly stake: number
  readonly point: LonLat | null
}

export interface RoadDensitySettings extends DensitySettings {
  /** Metres; no lixel is longer. */
  readonly lixelLength: number
  readonly years: number
}

export interface RoadLixel {
  /** Metres along the road's axis. */
  readonly from: number
  readonly to: number
  readonly fromStake: number
  readonly toStake: number
  /** Accidents per kilometre and year. */
  readonly density: number
}

export interface RoadDensity {
  readonly roads: readonly { readonly road: string; readonly lixels: readonly RoadLixel[] }[]
  /** Accidents that have a place on a drawn road. */
  readonly placed: number
  /** What the curve adds up to over all roads: fewer than placed where the method loses some at road ends. */
  readonly held: number
}

/** Accidents on the edges of the graph; those without a place on it are left out. */
export function accidentsOnGraph(roads: RoadGraph, accidents: readonly PlacedAccident[]): PlacesOnEdges {
  const places = accidents.flatMap(({ road, stake, point }) => placeOnGraph(roads, road, stake, point) ?? [])
  return sortOntoEdges(
    roads.graph,
    places.map(({ edge }) => edge),
    places.map(({ position }) => position),
  )
}

/** A millionth of an accident: further digits differ between machines. */
const rounded = (density: number) => Math.round(density * 1e6) / 1e6 + 0

function lixelsOfEdge(
  axis: Parameters<typeof stakeOnAxis>[0],
  { edge, from, to, isReversed }: EdgeOfRoad,
  { first }: Lixels,
  densities: Float64Array,
): RoadLixel[] {
  const count = first[edge + 1]! - first[edge]!
  return Array.from({ length: count }, (_, n) => {
    const [low, high] = [n, n + 1].map((each) => from + ((to - from) * each) / count) as [number, number]
    const end = n === count - 1 ? to : high
    return {
      from: low,
      to: end,
      fromStake: Math.round(stakeOnAxis(axis, low, 'after')),
      toStake: Math.round(stakeOnAxis(axis, end, 'before')),
      density: rounded(densities[isReversed ? first[edge + 1]! - 1 - n : first[edge]! + n]!),
    }
  })
}

/** The density along every road of the graph, lixel by lixel in the order of its stakes. */
export function densityAlongRoads(
  roadGraph: RoadGraph,
  events: PlacesOnEdges,
  { lixelLength, years, ...settings }: RoadDensitySettings,
): RoadDensity {
  const lixels = cutIntoLixels(roadGraph.graph, { length: lixelLength })
  const perMetre = densityAt(roadGraph.graph, events, lixels, settings)
  let held = 0
  lixels.lengths.forEach((length, edge) => {
    for (let i = lixels.first[edge]!; i < lixels.first[edge + 1]!; i++) held += perMetre[i]! * length
  })
  const densities = perMetre.map((each) => (each * 1000) / years)
  return {
    roads: [...roadGraph.roads].map(([road, { axis, edges }]) => ({
      road,
      lixels: edges.flatMap((edge) => lixelsOfEdge(axis, edge, lixels, densities)),
    })),
    placed: events.positions.length,
    held,
  }
}
