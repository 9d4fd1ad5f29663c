import type { Position } from 'geojson'
import type { RoadNetwork } from '../../../api/roads/network/road-network.ts'
import type { FacilityState } from '../../../api/facilities/facility-states.ts'
import { bearingBeside } from './road-bearing.ts'
import { liesOnRoad } from './symbols/lying-facility.ts'

/** What the service says of a facility, as far as its symbol depends on it. */
export interface FacilityFacts {
  readonly id: string
  readonly kind: string
  readonly state: FacilityState
  readonly road?: string | null
  readonly stake?: number | null
  readonly direction?: 'increasing' | 'decreasing' | 'both' | null
  /** Seen in the direction of growing stakes. */
  readonly side?: 'left' | 'right' | 'centre' | 'across' | null
}

export interface PlacedFacility extends FacilityFacts {
  readonly point: Position
}

type Offset = readonly [right: number, down: number]

/** Properties of the drawn point: offsets in pixels of a symbol at its full size. */
export interface FacilityLook {
  readonly id: string
  readonly kind: string
  readonly state: FacilityState
  readonly image: string
  /** From afar, and near enough to see the road's two sides. */
  readonly far: Offset
  readonly near: Offset
  readonly nearImage: string
  /** Degrees clockwise from north in which those drive for whom it stands; left out where it stands for both. */
  readonly heading?: number
  /** The same offsets as seen along the heading: the map turns them together with the arrow. */
  readonly headingFar?: Offset
  readonly headingNear?: Offset
}

/** Pixels from the middle of the road to the first symbol beside it, and on to the next one behind. */
const [beside, behind] = [27, 27]
/** Where a symbol stands from afar that is on the road or of which no side is known: clear of the hazard and the stake. */
const aside: Offset = [22, -18]
/** Metres of stake within which facilities of one side stand at the same place. */
const samePlace = 25
/** Degrees: the eye sees no finer turn of a bar, and there are fewer images to draw. */
const turnStep = 5

const radians = Math.PI / 180
const rounded = (value: number) => Math.round(value * 10) / 10 || 0

/** Pixels to the right of a bearing and ahead along it, as pixels on a sheet with north up. */
function along(bearing: number, right: number, ahead: number): Offset {
  const [sine, cosine] = [Math.sin(bearing * radians), Math.cos(bearing * radians)]
  return [rounded(right * cosine + ahead * sine), rounded(right * sine - ahead * cosine)]
}

/** The same offset in the frame of a symbol that the map turns by an angle. */
function seenFrom(heading: number, [right, down]: Offset): Offset {
  const [sine, cosine] = [Math.sin(heading * radians), Math.cos(heading * radians)]
  return [rounded(right * cosine + down * sine), rounded(down * cosine - right * sine)]
}

const placeOf = ({ road, side }: FacilityFacts) => `${road ?? ''}:${side ?? ''}`

/** Which of several at one place each is, in the order of their stakes: they stand behind one another, not upon. */
function ranksAtPlaces(facilities: readonly PlacedFacility[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>()
  const last = new Map<string, { readonly stake: number; rank: number }>()
  const staked = facilities.filter(({ stake, road }) => road && typeof stake === 'number')
  const ordered = [...staked].sort((a, b) => a.stake! - b.stake! || a.id.localeCompare(b.id))
  for (const facility of ordered) {
    const place = placeOf(facility)
    const before = last.get(place)
    const isSame = before !== undefined && facility.stake! - before.stake <= samePlace
    const rank = isSame ? before.rank + 1 : 0
    last.set(place, isSame ? { stake: before.stake, rank } : { stake: facility.stake!, rank })
    ranks.set(facility.id, rank)
  }
  return ranks
}

function offsets(side: FacilityFacts['side'], bearing: number | undefined, rank: number) {
  if (bearing === undefined) return { far: aside, near: [0, 0] as Offset }
  if (side !== 'left' && side !== 'right') return { far: aside, near: along(bearing, 0, rank * behind) }
  const sign = side === 'right' ? 1 : -1
  return {
    far: along(bearing, sign * beside, 0),
    near: along(bearing, sign * (beside + rank * behind), 0),
  }
}

function nearImage({ kind, state, side }: FacilityFacts, bearing: number | undefined): string {
  if (bearing === undefined || !liesOnRoad(kind)) return `facility:${kind}:${state}`
  const turn = (Math.round(bearing / turnStep) * turnStep) % 180
  return `lying:${kind}:${state}:${turn}:${side === 'left' || side === 'right' ? 'half' : 'whole'}`
}

function headingOf(direction: FacilityFacts['direction'], bearing: number | undefined): number | undefined {
  if (bearing === undefined || (direction !== 'increasing' && direction !== 'decreasing')) return undefined
  return Math.round(direction === 'increasing' ? bearing : (bearing + 180) % 360)
}

function lookOf(network: RoadNetwork, facility: PlacedFacility, rank: number): FacilityLook {
  const { id, kind, state, road, stake, direction, side, point } = facility
  const bearing =
    road && typeof stake === 'number'
      ? bearingBeside(network, road, stake, [point[0] ?? 0, point[1] ?? 0])
      : undefined
  const { far, near } = offsets(side, bearing, rank)
  const heading = headingOf(direction, bearing)
  const look = {
    ...{ id, kind, state, far, near },
    image: `facility:${kind}:${state}`,
    nearImage: nearImage(facility, bearing),
  }
  if (heading === undefined) return look
  return { ...look, heading, headingFar: seenFrom(heading, far), headingNear: seenFrom(heading, near) }
}

/** How each facility is drawn: on its true side of the road, turned as the road runs there. */
export function facilityLooks(network: RoadNetwork, facilities: readonly PlacedFacility[]): FacilityLook[] {
  const ranks = ranksAtPlaces(facilities)
  return facilities.map((facility) => lookOf(network, facility, ranks.get(facility.id) ?? 0))
}
