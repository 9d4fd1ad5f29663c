/** How far a proposed stake can be trusted. `none`: too far from any road to be on it. */
export type LocatingGrade = 'good' | 'fair' | 'ambiguous' | 'none'

/** A phone is good to some 20 m, the best of the drawn roads to 30 m. */
export const goodWithin = 50
/** Half of a screening window: farther off, a stake would put the accident into the wrong window. */
export const fairWithin = 250
/** Two roads whose distances differ by less cannot be told apart by the point alone. */
export const indistinctWithin = 30
/** Feet of one road nearer to each other along it are the same place. */
const samePlaceWithin = 100

interface Place {
  readonly road: string
  readonly stake: number
  readonly distance: number
}

function isRival(a: Place, b: Place): boolean {
  if (a === b || Math.abs(a.distance - b.distance) > indistinctWithin || b.distance > fairWithin) return false
  return a.road !== b.road || Math.abs(a.stake - b.stake) > samePlaceWithin
}

function gradeOf(place: Place, all: readonly Place[]): LocatingGrade {
  if (place.distance > fairWithin) return 'none'
  if (all.some((other) => isRival(place, other))) return 'ambiguous'
  return place.distance <= goodWithin ? 'good' : 'fair'
}

export function gradeCandidates<P extends Place>(
  places: readonly P[],
): (P & { readonly grade: LocatingGrade })[] {
  return places.map((place) => ({ ...place, grade: gradeOf(place, places) }))
}
