import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import { formatPlaceMessage } from '../../../api/roads/stakes/place-message.ts'
import { documentRoadName } from '../../../api/roads/stakes/stake-format.ts'
import type { StakePlace } from './stake-card.ts'

/** A line for the group chat: where it is, in words that are read back. */
export function stakeMessage(place: StakePlace, point: LonLat): string {
  const { road, roadName, stake, toStake, township, beside } = place
  return formatPlaceMessage({
    roadName: documentRoadName(road, roadName),
    stake,
    to: toStake,
    side: beside?.side,
    township,
    lonLat: point,
  })
}
