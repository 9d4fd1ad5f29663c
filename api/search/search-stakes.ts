import type { LonLat } from '../roads/network/geodesy.ts'
import { stakeToPoints, stretchToLine } from '../roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { formatPlaceRange } from '../roads/stakes/stake-format.ts'
import type { RoadName, StakeReading } from '../roads/stakes/stake-reading.ts'
import { parseStakeText } from '../roads/stakes/stake-text.ts'
import type { SearchHit } from './search.schema.ts'

export type Bounds = [west: number, south: number, east: number, north: number]

export function boundsOf(points: readonly LonLat[]): Bounds | undefined {
  if (points.length === 0) return undefined
  const longitudes = points.map(([longitude]) => longitude)
  const latitudes = points.map(([, latitude]) => latitude)
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  return [degrees(west), degrees(Math.min(...latitudes)), degrees(east), degrees(Math.max(...latitudes))]
}

/** 7 decimals are a centimetre. */
const degrees = (value: number) => Number(value.toFixed(7))
export const position = ([longitude, latitude]: LonLat) => [degrees(longitude), degrees(latitude)]

/** A stake that is written as one beats a bare number, a named road beats every road that has it. */
function scoreOf({ road, ambiguous, warnings }: StakeReading): number {
  if (road !== undefined) return ambiguous ? 0.93 : 1
  return warnings.includes('unitless') ? 0.5 : 0.9
}

interface Stakes {
  readonly from: number
  readonly to?: number | undefined
}

/** The lower end first, whichever was named first. */
const endsOf = ({ from, to = from }: Stakes): readonly [number, number] =>
  from <= to ? [from, to] : [to, from]

function hitsOnRoad(
  network: RoadNetwork,
  road: RoadName,
  stakes: Stakes,
  found: { readonly score: number; readonly warnings: readonly string[] },
): SearchHit[] {
  const [low, high] = endsOf(stakes)
  const isRange = low !== high
  const bounds = isRange ? boundsOf(stretchToLine(network, road.code, low, high).flat()) : undefined
  const places = [low, high]
    .map((stake) => stakeToPoints(network, road.code, stake))
    .find((at) => at.length > 0)
  if (!places) return []
  const warnings = [...found.warnings, ...(places.length > 1 ? ['stake_repeats'] : [])]
  return places.slice(0, isRange ? 1 : 2).map(({ point }) => ({
    kind: 'stake',
    label: formatPlaceRange(road.code, low, high),
    detail: road.name,
    road: road.code,
    stake: Math.round(low),
    ...(isRange ? { toStake: Math.round(high) } : {}),
    point: position(point),
    ...(bounds ? { bounds } : {}),
    score: found.score,
    ...(warnings.length > 0 ? { warnings } : {}),
  }))
}

/** What the text means as a stake: on the road it names, else on every road that has it; other readings follow lower. */
export function searchStakes(query: string, network: RoadNetwork, roads: readonly RoadName[]): SearchHit[] {
  const parsed = parseStakeText(query, { roads })
  if (!parsed.ok) return []
  const { reading } = parsed
  const score = scoreOf(reading)
  const named = reading.roads ?? (reading.road === undefined ? undefined : [reading.road])
  const wanted = named ? roads.filter(({ code }) => named.includes(code)) : roads
  const on = (stakes: Stakes, part: number) =>
    wanted.flatMap((road) =>
      hitsOnRoad(network, road, stakes, { score: score * part, warnings: reading.warnings }),
    )
  const alternatives = (reading.alternatives ?? []).flatMap((from) => on({ from }, 0.9))
  return [...on(reading, 1), ...alternatives]
}

/** The road whose stake was asked for in vain: it does not bear it, or the text cannot be one. */
export function roadOfMissedStake(
  query: string,
  network: RoadNetwork,
  roads: readonly RoadName[],
): string | undefined {
  const parsed = parseStakeText(query, { roads })
  if (!parsed.ok) return parsed.refusal === 'noStake' ? undefined : parsed.road
  const { road } = parsed.reading
  const isThere = (stake: number) => stakeToPoints(network, road ?? '', stake).length > 0
  return road === undefined || endsOf(parsed.reading).some(isThere) ? undefined : road
}
