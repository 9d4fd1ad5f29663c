import { daysOfPeriod } from '../../areas/calendar-days.ts'
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../audit/canonical-json.ts'
import type { Database } from '../../db/tables.ts'
import { BadRequest, Unprocessable } from '../../http/problem.ts'
import type { RoadNetwork } from '../../roads/network/road-network.ts'
import { listRoads, loadRoadNetwork } from '../../roads/road.queries.ts'
import { formatPlaceRange } from '../../roads/stakes/stake-format.ts'
import { chooseBandwidth, type BandwidthChoice } from '../analysis/density/bandwidth-choice.ts'
import type { PlacesOnEdges } from '../analysis/density/places-on-edges.ts'
import {
  accidentsOnGraph,
  densityAlongRoads,
  type PlacedAccident,
  type RoadDensity,
} from '../analysis/density/road-density.ts'
import { buildRoadGraph, type RoadGraph } from '../analysis/density/road-graph.ts'
import { joinWithin } from '../analysis/density/road-strands.ts'
import { findClusters } from '../analysis/density/significant-clusters.ts'
import { hotspotMessages } from '../hotspot-messages.ts'
import { countAccidents } from '../screening-input.queries.ts'
import { clustersOnRoads } from './density-clusters.ts'
import { explainDensity } from './density-explanation.ts'
import { densityFeatures, type DensityFeatures } from './density-features.ts'
import { listPlacedAccidents } from './density.queries.ts'
import type { DensityAnswer, DensityOfRoad, DensityParameters, DensityScope } from './density.schema.ts'

const simulations = 199
/** Where `auto` has nothing to go by. */
const usualBandwidth = 300

function yearsOf({ from, to }: DensityScope): number {
  if (from > to) throw new BadRequest(hotspotMessages.periodBackwards())
  return daysOfPeriod({ from, to }) / 365
}

/** Per network: finding the junctions takes longer than all the sums of a request. */
const graphs = new WeakMap<RoadNetwork, RoadGraph>()

function graphOf(network: RoadNetwork): RoadGraph {
  const graph = graphs.get(network) ?? buildRoadGraph(network)
  graphs.set(network, graph)
  return graph
}

async function namesOfRoads(db: Database, wanted: readonly string[] | undefined) {
  const names = new Map((await listRoads(db)).map(({ code, name }) => [code, name]))
  const unknown = wanted?.filter((code) => !names.has(code)) ?? []
  if (unknown.length === 0) return names
  const message = hotspotMessages.unknownRoads(unknown)
  throw new Unprocessable(message, [{ path: 'road', message }])
}

function bandwidthOf(scope: DensityScope, { graph, events }: Pick<Ground, 'graph' | 'events'>) {
  const given: BandwidthChoice = { best: undefined, curve: [] }
  const choice = scope.bandwidth === 'auto' ? chooseBandwidth(graph.graph, events, scope) : given
  const found = choice.best?.bandwidth ?? usualBandwidth
  return { bandwidth: scope.bandwidth === 'auto' ? found : scope.bandwidth, curve: choice.curve }
}

function parametersOf(scope: DensityScope, bandwidth: number, years: number): DensityParameters {
  const { from, to, calibre, road, method, kernel, lixel, clusters, seed } = scope
  const drawing = clusters ? { simulations, seed } : { simulations: null, seed: null }
  const roads = road ? [...new Set(road)].sort() : null
  return {
    ...{ from, to, calibre, roads, method, kernel, bandwidth, lixelLength: lixel, years, joinWithin },
    ...drawing,
  }
}

function withoutAxis({ fromStake, toStake, density }: RoadDensity['roads'][number]['lixels'][number]) {
  return { fromStake, toStake, density }
}

function ofRoad(
  { road, lixels }: RoadDensity['roads'][number],
  roadName: string,
  accidents: number,
): DensityOfRoad {
  const highest = lixels.reduce((best, each) => (each.density > best.density ? each : best))
  const { fromStake, toStake, density } = highest
  const peak = { fromStake, toStake, density, stakeText: formatPlaceRange(road, fromStake, toStake) }
  return { road, roadName, accidents, peak: density > 0 ? peak : null, lixels: lixels.map(withoutAxis) }
}

/** The first of equal ones, in the order of road codes. */
function highestOf(roads: readonly DensityOfRoad[]): DensityOfRoad['peak'] {
  const peaks = roads.flatMap(({ peak }) => peak ?? [])
  return peaks.reduce<DensityOfRoad['peak']>(
    (best, each) => (best && best.density >= each.density ? best : each),
    null,
  )
}

interface Ground {
  readonly names: ReadonlyMap<string, string>
  readonly graph: RoadGraph
  readonly accidents: readonly PlacedAccident[]
  readonly events: PlacesOnEdges
}

async function groundOf(db: Database, scope: DensityScope): Promise<Ground> {
  const names = await namesOfRoads(db, scope.road)
  const graph = graphOf(await loadRoadNetwork(db))
  const accidents = await listPlacedAccidents(db, scope)
  return { names, graph, accidents, events: accidentsOnGraph(graph, accidents) }
}

/** What is shown of it, and what the hash vouches for. */
function resultOf(
  parameters: DensityParameters,
  drawn: RoadDensity,
  { names, graph, accidents, events }: Ground,
) {
  const isShown = (road: string) => parameters.roads?.includes(road) ?? true
  const nameOf = (road: string) => names.get(road) ?? road
  const booked = (code: string) => accidents.filter(({ road }) => road === code).length
  const { seed } = parameters
  const found = seed === null ? [] : findClusters(graph.graph, events, { ...parameters, simulations, seed })
  return {
    parameters,
    roads: drawn.roads
      .filter(({ road }) => isShown(road))
      .map((each) => ofRoad(each, nameOf(each.road), booked(each.road))),
    clusters: clustersOnRoads(graph, found, nameOf).filter(({ road }) => isShown(road)),
  }
}

interface Estimate {
  readonly answer: DensityAnswer
  readonly drawn: RoadDensity
  readonly graph: RoadGraph
}

async function estimate(db: Database, scope: DensityScope, at: Date): Promise<Estimate> {
  const years = yearsOf(scope)
  const ground = await groundOf(db, scope)
  const { bandwidth, curve } = bandwidthOf(scope, ground)
  const parameters = parametersOf(scope, bandwidth, years)
  const drawn = densityAlongRoads(ground.graph, ground.events, parameters)
  const result = resultOf(parameters, drawn, ground)
  const peak = highestOf(result.roads)
  const answer = {
    ...result,
    peak,
    cutoff: at.toISOString(),
    accidents: await countAccidents(db, scope),
    placed: drawn.placed,
    held: Math.round(drawn.held * 1000) / 1000,
    hash: createHash('sha256').update(canonicalJson(result)).digest('hex'),
    highest: peak?.density ?? 0,
    bandwidthCurve: [...curve],
    explanation: explainDensity(scope.method, scope.kernel),
  }
  return { answer, drawn, graph: ground.graph }
}

/** The density of accidents along the roads as of now; nothing is kept. */
export async function estimateDensity(db: Database, scope: DensityScope, at: Date): Promise<DensityAnswer> {
  return (await estimate(db, scope, at)).answer
}

export async function drawDensity(db: Database, scope: DensityScope, at: Date): Promise<DensityFeatures> {
  const { answer, drawn, graph } = await estimate(db, scope, at)
  return densityFeatures(answer, drawn, graph)
}
