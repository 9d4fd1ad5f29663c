import type { Language } from '../http/text.ts'
import { roadNameOf } from '../roads/network/road-input.ts'
import { findRoadMention } from '../roads/stakes/road-mention.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import type { Road } from '../roads/road.schema.ts'
import { formatRange } from '../roads/stakes/stake-format.ts'
import { bestMatch } from './search-ranking.ts'
import { searchMessages } from './search-messages.ts'
import { boundsOf, position, type Bounds } from './search-stakes.ts'
import { normaliseQuery } from './search-text.ts'
import type { SearchHit } from './search.schema.ts'

const namesOf = ({ code, name, nameEn, aliases }: Road) =>
  [code, name, nameEn, ...aliases].map(normaliseQuery)

/** 109, G109, 109国道, 国道109线 and a name in part. */
function qualityOf(query: string, road: Road, mentioned: string | undefined): number {
  const digits = /^\d{2,4}$/.test(query) && /^[A-Z]+0*(\d+)$/.exec(road.code)?.[1] === String(Number(query))
  const isNamed = digits || mentioned === road.code
  return isNamed ? 0.97 : bestMatch(query, namesOf(road)) * 0.97
}

function boundsOfRoad(network: RoadNetwork, code: string): Bounds | undefined {
  const sections = network.sectionsByRoad.get(code) ?? []
  const corners = sections.flatMap(({ longitudes, latitudes }) => {
    const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
    return [[west, Math.min(...latitudes)] as const, [east, Math.max(...latitudes)] as const]
  })
  return boundsOf(corners)
}

function hit(road: Road, score: number, network: RoadNetwork, language: Language): SearchHit {
  const bounds = boundsOfRoad(network, road.code)
  const { fromStake, toStake } = road
  const range = fromStake === null || toStake === null ? null : formatRange(fromStake, toStake)
  const detail = bounds
    ? searchMessages.lineRoad(road.code, range)
    : searchMessages.nameRoad(road.township, road.course)
  return {
    kind: 'road',
    label: road.name,
    detail: detail[language],
    road: road.code,
    ...(bounds ? { bounds } : {}),
    ...(road.point ? { point: position(road.point) } : {}),
    score,
  }
}

/** Roads by number, name or alias; those that are only names among them. */
export function searchRoads(
  query: string,
  roads: readonly Road[],
  network: RoadNetwork,
  language: Language,
): SearchHit[] {
  const mention = findRoadMention(query, roads.map(roadNameOf))
  // The text speaks of the road and of nothing else, unless a stake is with it.
  const isWhole = mention.rest.replace(/[\s\u{E000}线路]/gu, '') === ''
  return roads.flatMap((road) => {
    const named = mention.road === road.code
    const quality = qualityOf(query, road, isWhole && named ? road.code : undefined)
    const score = Math.max(quality, named ? 0.55 : 0)
    return score > 0 ? [hit(road, score, network, language)] : []
  })
}
