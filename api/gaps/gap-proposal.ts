import { factsOfKind, type FacilityKind } from '../facilities/facility-kinds.ts'
import { placeOnCourse, type Course, type CoursePlace } from '../roads/network/course.ts'
import { carriagewayOf } from '../roads/network/road-axis.ts'
import { formatStake } from '../roads/stakes/stake-format.ts'
import type { GapFacility } from './gap-facts.ts'
import { stakeGrain } from './gap-ground.ts'
import type { Notice } from './gap-rules.ts'
import type { Proposal } from './gap.schema.ts'

export interface Wanted {
  readonly kind: FacilityKind
  readonly ahead: number
  readonly notice: Notice
  readonly legend: string | null
  readonly roadName: string
}

/** Seven decimals of a degree are a centimetre. */
const lonLat = ([longitude, latitude]: readonly [number, number]): [number, number] => [
  Number(longitude.toFixed(7)),
  Number(latitude.toFixed(7)),
]

export function proposalAt(
  course: Course,
  place: CoursePlace,
  {
    kind,
    legend,
    roadName,
    ahead,
    isShort = false,
    side = carriagewayOf(course.travel),
  }: Pick<Wanted, 'kind' | 'legend' | 'roadName'> & {
    readonly ahead: number | null
    readonly isShort?: boolean
    readonly side?: Proposal['side']
  },
): Proposal {
  return {
    ...{ kind, quantity: 1, unit: factsOfKind(kind).units[0]!, legend },
    ...{ road: course.axis.road, roadName, stake: place.stake, stakeText: formatStake(place.stake) },
    ...{ direction: course.travel, side, point: lonLat(place.point) },
    ahead: ahead === null ? null : Math.round(ahead),
    isShort,
  }
}

/** Where a warning belongs: as far before the place as the rule likes, else anywhere it allows, else where the road begins. */
export function proposeBefore(course: Course, entry: number, wanted: Wanted): Proposal {
  const { nearest, farthest } = wanted.notice
  const tried = [wanted.ahead, (nearest + farthest) / 2, nearest, farthest].map((ahead) =>
    placeOnCourse(course, entry - ahead),
  )
  const fits = ({ at }: CoursePlace) =>
    entry - at >= nearest - stakeGrain && entry - at <= farthest + stakeGrain
  const place = tried.find(fits) ?? tried[0]!
  return proposalAt(course, place, { ...wanted, ahead: entry - place.at, isShort: !fits(place) })
}

/** The same thing again, where it stands or stood. */
export function proposeAgain(facility: GapFacility): Proposal {
  const { kind, quantity, unit, legend, road, roadName, fromStake, direction, side, point } = facility
  return {
    ...{ kind, quantity, unit, legend, road, roadName, stake: fromStake, direction, side },
    stakeText: fromStake === null ? null : formatStake(fromStake),
    point: point && lonLat(point),
    ...{ ahead: null, isShort: false },
  }
}
