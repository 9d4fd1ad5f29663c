import type { Language } from '../http/text.ts'
import { readCoordinates } from '../roads/coordinates/coordinate-text.ts'
import { pointToStakes } from '../roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { searchMessages } from './search-messages.ts'
import { position } from './search-stakes.ts'
import type { SearchHit } from './search.schema.ts'

/** A pasted coordinate: each way to read it is an answer, with the stake beside it. */
export function searchCoordinates(text: string, network: RoadNetwork, language: Language): SearchHit[] {
  const reading = readCoordinates(text)
  if (!reading.ok) return []
  return reading.proposals.map(({ point, crs, assumed }, i) => {
    const near = pointToStakes(network, point)[0]
    const [longitude, latitude] = position(point)
    return {
      kind: 'coordinate',
      label: `${longitude}, ${latitude}`,
      detail: searchMessages.coordinate(crs, near)[language],
      ...(near ? { road: near.road, stake: Math.round(near.stake) } : {}),
      point: position(point),
      score: 1 - i / 100,
      ...(assumed.length > 0 ? { warnings: [...assumed] } : {}),
    }
  })
}
