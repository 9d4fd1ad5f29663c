import type { Text } from '../../http/text.ts'
import { stakeToPoints, type StakePoint } from './linear-referencing.ts'
import { roadMessages } from '../road-messages.ts'
import type { Carriageway, RoadNetwork } from './road-network.ts'
import { readStakeParameter } from '../stakes/stake-parameter.ts'
import type { RoadName, StakeReading } from '../stakes/stake-reading.ts'

export type PlaceOnRoad =
  | {
      readonly ok: true
      readonly reading: StakeReading
      readonly places: readonly [StakePoint, ...StakePoint[]]
    }
  | { readonly ok: false; readonly message: Text }

interface RoadRange {
  readonly code: string
  readonly fromStake: number | null
  readonly toStake: number | null
}

function whyNot(road: RoadRange, stake: number, isDrawn: boolean): Text {
  const { fromStake, toStake } = road
  if (fromStake !== null && toStake !== null && (stake < fromStake || stake > toStake))
    return roadMessages.outsideRange(road.code, stake, fromStake, toStake)
  return isDrawn ? roadMessages.skippedStake(road.code, stake) : roadMessages.notDrawn(road.code)
}

/** 左幅 is a carriageway by itself; else traffic keeps right of the direction that is told. */
function carriagewayOf({ side, direction }: StakeReading): Carriageway | undefined {
  if (side === 'left' || side === 'right') return side
  if (direction === 'increasing') return 'right'
  return direction === 'decreasing' ? 'left' : undefined
}

/** Reads a stake for one road and finds its place, or says why there is none. */
export function placeOnRoad(
  network: RoadNetwork,
  road: RoadRange,
  text: string,
  roads: readonly RoadName[],
): PlaceOnRoad {
  const parsed = readStakeParameter(text, { road: road.code, roads })
  if (!parsed.ok) return { ok: false, message: roadMessages.unreadableStake(parsed.refusal, text) }
  const { reading } = parsed
  if (reading.road !== road.code)
    return { ok: false, message: roadMessages.otherRoad(road.code, reading.road ?? '') }
  const [first, ...others] = stakeToPoints(network, road.code, reading.from, {
    carriageway: carriagewayOf(reading),
  })
  if (!first) return { ok: false, message: whyNot(road, reading.from, network.sectionsByRoad.has(road.code)) }
  return { ok: true, reading, places: [first, ...others] }
}
