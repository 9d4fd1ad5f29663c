import { isMetOn, passageOn, type Course, type OnCourse } from '../roads/network/course.ts'
import type { Text } from '../http/text.ts'
import type { FacilityKind } from './facility-kinds.ts'
import { facilityMessages } from './facility-messages.ts'
import { isInUse, type FacilityState } from './facility-states.ts'

export interface PlacedBump extends OnCourse {
  readonly kind: FacilityKind
}

export interface PlacedSign extends OnCourse {
  readonly state: FacilityState
}

export interface MainLine {
  /** National and provincial main lines are taken as 60 km/h or more: the road catalogue has no limits yet. */
  readonly isMainLine: boolean
  /** The road in both directions of travel, where it is drawn. */
  readonly courses: readonly Course[]
}

export interface PlacingWarning {
  readonly code: 'bumpWithoutSign'
  readonly message: Text
}

/** Where drivers must be told of a bump, in metres before it. */
export const bumpNotice = { nearest: 50, farthest: 150 } as const

function isAnnounced(course: Course, bump: PlacedBump, signs: readonly PlacedSign[]): boolean {
  const here = passageOn(course, bump)
  // A stake that the line does not have says nothing about what stands before it.
  if (!here) return true
  return signs.some((sign) => {
    const there = isInUse(sign.state) && isMetOn(course, sign) ? passageOn(course, sign) : undefined
    const before = there && here.entry - there.entry
    return before !== undefined && before >= bumpNotice.nearest && before <= bumpNotice.farthest
  })
}

/** Each direction that drives over the bump must meet a sign before it. Metres are driven metres: stakes may jump between. */
export function bumpWarnings(
  bump: PlacedBump,
  signs: readonly PlacedSign[],
  { isMainLine, courses }: MainLine,
): PlacingWarning[] {
  if (bump.kind !== 'speed_bump' || !isMainLine) return []
  const met = courses.filter((course) => isMetOn(course, bump))
  return met.every((course) => isAnnounced(course, bump, signs))
    ? []
    : [{ code: 'bumpWithoutSign', message: facilityMessages.bumpWithoutSign() }]
}
