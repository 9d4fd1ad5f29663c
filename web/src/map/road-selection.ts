import type { Feature, Geometry } from 'geojson'
import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import { stakeToPoint, stretchToLine } from '../../../api/roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { Selection } from './map-types.ts'

/** One stake, or the stretch between two. */
export function selectStake(road: string, stake: number, to?: number): Selection {
  const stakes = [stake, ...(to === undefined ? [] : [to])].map(Math.round)
  return { kind: 'stake', id: `${road}:${stakes.join('-')}` }
}

/** Six decimals are a decimetre. */
export const selectPoint = ([lon, lat]: LonLat): Selection => ({
  kind: 'point',
  id: `${lon.toFixed(6)},${lat.toFixed(6)}`,
})

export const selectRoad = (code: string): Selection => ({ kind: 'road', id: code })

export interface NamedStake {
  readonly road: string
  readonly stake: number
  readonly to?: number
}

export function stakeOfSelection({ kind, id }: Selection): NamedStake | undefined {
  const match = kind === 'stake' ? /^(.+):(\d+)(?:-(\d+))?$/.exec(id) : null
  if (!match) return undefined
  const to = match[3] === undefined ? {} : { to: Number(match[3]) }
  return { road: match[1]!, stake: Number(match[2]), ...to }
}

/** Where a stake or a point is; undefined for a stake that the road does not have. */
export function pointOfSelection(network: RoadNetwork, selection: Selection): LonLat | undefined {
  const named = stakeOfSelection(selection)
  if (named) return stakeToPoint(network, named.road, named.stake)?.point
  if (selection.kind !== 'point') return undefined
  const [lon, lat] = selection.id.split(',').map(Number)
  return lon !== undefined && lat !== undefined ? [lon, lat] : undefined
}

function lineOfRoad(network: RoadNetwork, code: string): Geometry | undefined {
  const sections = network.sectionsByRoad.get(code)
  if (!sections) return undefined
  const coordinates = sections.map(({ longitudes, latitudes }) =>
    Array.from(longitudes, (lon, i) => [lon, latitudes[i]!]),
  )
  return { type: 'MultiLineString', coordinates }
}

function lineOfStretch(network: RoadNetwork, { road, stake, to }: NamedStake): Geometry | undefined {
  const lines = to === undefined ? [] : stretchToLine(network, road, stake, to)
  return lines.length
    ? { type: 'MultiLineString', coordinates: lines.map((line) => line.map((point) => [...point])) }
    : undefined
}

function geometryOf(network: RoadNetwork, selection: Selection): Geometry | undefined {
  if (selection.kind === 'road') return lineOfRoad(network, selection.id)
  const named = stakeOfSelection(selection)
  const stretch = named && lineOfStretch(network, named)
  if (stretch) return stretch
  const point = pointOfSelection(network, selection)
  return point && { type: 'Point', coordinates: [...point] }
}

/** A chosen stake, point or road as something to draw. */
export function groundFeature(network: RoadNetwork, selection: Selection): Feature | undefined {
  const geometry = geometryOf(network, selection)
  return geometry && { type: 'Feature', properties: { mark: selection.kind }, geometry }
}
