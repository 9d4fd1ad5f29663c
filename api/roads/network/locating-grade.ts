/** How far a proposed stake can be trusted. `none`: too far from any road to be on it. */
export type LocatingGrade = 'good' | 'fair' | 'ambiguous' | 'none'

/** A phone is good to some 20 m, the best of the drawn roads to 30 m. */
export const goodWithin = 50
/** Half of a screening window: farther off, a stake would put the accident into the wrong window. */
export const fairWithin = 250
/** Two roads, or two passes of one, whose distances differ by less cannot be told apart by the point alone. */
export const indistinctWithin = 30
/** Feet of one road nearer to each other along it are the same place. */
export const samePlaceWithin = 100

interface Place {
  readonly distance: number
}

function isRival(a: Place, b: Place): boolean {
  return a !== b && b.distance <= fairWithin && Math.abs(a.distance - b.distance) <= indistinctWithin
}

/** Of a place among distinct ones: on several roads, or so far apart on one that the stake is another. */
export function gradeOf(place: Place, all: readonly Place[]): LocatingGrade {
  if (place.distance > fairWithin) return 'none'
  if (all.some((other) => isRival(place, other))) return 'ambiguous'
  return place.distance <= goodWithin ? 'good' : 'fair'
}
