import type { Road, RoadWithGeometry, Stretch } from '../road.schema.ts'
import type { RoadInput } from './road-network.ts'
import type { RoadName } from '../stakes/stake-reading.ts'

/** What the road network is built from, on the server and in the browser alike. */
export function roadInputOf(road: RoadWithGeometry): RoadInput {
  return {
    code: road.code,
    chainBreaks: road.chainBreaks,
    sections: road.sections.map((section) => ({
      sequence: section.sequence,
      carriageway: section.carriageway,
      fromStake: section.fromStake,
      toStake: section.toStake,
      coordinates: section.coordinates,
      anchors: road.anchors.filter((anchor) => anchor.section === section.sequence),
    })),
  }
}

export function roadNameOf(road: Road): RoadName {
  return {
    code: road.code,
    name: road.name,
    aliases: road.aliases,
    upDirection: road.upDirection ?? undefined,
    increasingTowards: road.increasingTowards,
    decreasingTowards: road.decreasingTowards,
  }
}

/** Which squad or township has a stake. Stretches share their ends: the one that begins there has it. */
export function stretchAt(stretches: readonly Stretch[], road: string, stake: number): Stretch | undefined {
  const holding = stretches.filter(
    (each) => each.road === road && each.fromStake <= stake && stake <= each.toStake,
  )
  return holding.reduce<Stretch | undefined>(
    (best, each) => (best && best.fromStake >= each.fromStake ? best : each),
    undefined,
  )
}
