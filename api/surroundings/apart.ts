import type { LonLat } from '../roads/network/geodesy.ts'
import { placeOnAxis, placesOnAxis, roadAxis } from '../roads/network/road-axis.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'

/** A record as far as its distance from another needs it. */
export interface PlacedRecord {
  readonly road: string | null
  readonly fromStake: number | null
  readonly toStake: number | null
  readonly point: LonLat | null
}

export interface Apart {
  readonly distance: number
  /** Along the drawn road, or as the crow flies where one of the two is on no drawn road. */
  readonly measuredBy: 'road' | 'straight'
  /** Towards the smaller stakes, inside the stretch, or towards the larger stakes. */
  readonly along: 'before' | 'within' | 'after' | null
}

/** Where the roads of two records meet, both belong to the junction. */
const junctionReach = 150

interface Span {
  readonly from: number
  readonly to: number
}

function spanOf(network: RoadNetwork, { road, fromStake, toStake, point }: PlacedRecord): Span | undefined {
  const axis = road === null || fromStake === null ? undefined : roadAxis(network, road)
  const first = axis && placeOnAxis(axis, fromStake!, point)
  if (!axis || !first) return undefined
  const ends = placesOnAxis(axis, toStake ?? fromStake!)
  const last = ends.find(({ position }) => position >= first.position) ?? first
  return { from: first.position, to: last.position }
}

function between(subject: Span, other: Span): Apart {
  const measuredBy = 'road' as const
  if (other.to < subject.from) return { distance: subject.from - other.to, measuredBy, along: 'before' }
  if (other.from > subject.to) return { distance: other.from - subject.to, measuredBy, along: 'after' }
  return { distance: 0, measuredBy, along: 'within' }
}

/**
 * How far a record is from the subject; undefined where nothing can be measured, or where the straight line would
 * pass over to another road that is not met there.
 */
export function apart(
  network: RoadNetwork,
  subject: PlacedRecord,
  other: PlacedRecord,
  straight: number | null,
): Apart | undefined {
  const [here, there] = [spanOf(network, subject), spanOf(network, other)]
  if (here && there && subject.road === other.road) return between(here, there)
  if (straight === null) return undefined
  if (here && there && straight > junctionReach) return undefined
  return { distance: straight, measuredBy: 'straight', along: null }
}
