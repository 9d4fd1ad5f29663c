import type { Language } from '../http/text.ts'
import { stretchToLine } from '../roads/network/linear-referencing.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import type { Stretch } from '../roads/road.schema.ts'
import { bestMatch } from './search-ranking.ts'
import { searchMessages } from './search-messages.ts'
import { boundsOf, position } from './search-stakes.ts'
import { normaliseQuery } from './search-text.ts'
import type { SearchHit } from './search.schema.ts'

export interface NamedPlace {
  readonly code: string
  readonly name: string
  readonly nameEn: string | null
  readonly aliases: readonly string[]
  readonly kind: string
  /** 1 is shown first. */
  readonly rank: number
  readonly point: LonLat
}

export interface NamedArea {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly kind: string
}

/** A town before a hamlet of the same likeness. */
const scoreOf = (quality: number, rank: number) => quality * 0.96 - rank / 1000

export function searchPlaces(query: string, places: readonly NamedPlace[], language: Language): SearchHit[] {
  return places.flatMap(({ code, name, nameEn, aliases, kind, rank, point }) => {
    const quality = bestMatch(query, [name, nameEn ?? '', ...aliases].map(normaliseQuery))
    if (quality === 0) return []
    const detail = searchMessages.place(kind, null)[language]
    return {
      kind: 'place',
      id: code,
      label: name,
      detail,
      point: position(point),
      score: scoreOf(quality, rank),
    }
  })
}

/** Townships have no outline: their stretches of the main roads say where they are. */
export function searchAreas(
  query: string,
  areas: readonly NamedArea[],
  ground: { readonly network: RoadNetwork; readonly townships: readonly Stretch[] },
  language: Language,
): SearchHit[] {
  return areas.flatMap(({ code, name, nameEn, kind }) => {
    const quality = bestMatch(query, [name, nameEn].map(normaliseQuery))
    if (quality === 0) return []
    const own = ground.townships.filter((stretch) => stretch.code === code)
    const lines = own.flatMap(({ road, fromStake, toStake }) =>
      stretchToLine(ground.network, road, fromStake, toStake),
    )
    const bounds = boundsOf(lines.flat())
    if (!bounds) return []
    const detail = searchMessages.place(kind, null)[language]
    return {
      kind: 'place',
      id: code,
      label: name,
      detail,
      bounds,
      score: scoreOf(quality, 5),
    }
  })
}
