import type { HazardType } from '../hazards/hazard-codes.ts'
import type { Course } from '../roads/network/course.ts'
import type { Subject } from './gap-draft.ts'
import type { Ground } from './gap-ground.ts'
import type { Gap } from './gap.schema.ts'

/** A ticket of the right type as near as this speaks of the same thing. */
const sameMatterWithin = 200

/** The ticket that something was placed for speaks of the road, not of what was placed. */
const isOwn = (subject: Subject, hazardId: string) =>
  hazardId === (subject.kind === 'facility' ? subject.of.hazardId : subject.of.id)

/** An open ticket that says already what the gap would say. */
export function ticketFor(
  ground: Ground,
  type: HazardType | null,
  subject: Subject,
  course: Course,
  entry: number,
): Gap['answered'] {
  if (type === null) return null
  const found = ground.hazardsOn(course).find(({ hazard, entry: from, exit: to }) => {
    if (!hazard.types.includes(type) || isOwn(subject, hazard.id)) return false
    if (subject.kind === 'hotspot' && hazard.screeningSiteId === subject.of.id) return true
    return entry >= from - sameMatterWithin && entry <= to + sameMatterWithin
  })?.hazard
  return found ? { kind: 'hazard', id: found.id, number: found.number } : null
}
