import type { Sided } from '../roads/network/own-side.ts'
import { carriagewayOf } from '../roads/network/road-axis.ts'

/** Which line of a divided road drawn twice a facility belongs to; undefined where either is as good. */
export function carriagewayOfFacility({ side, direction }: Sided): 'left' | 'right' | undefined {
  if (side === 'left' || side === 'right') return side
  return direction === 'increasing' || direction === 'decreasing' ? carriagewayOf(direction) : undefined
}

interface Told {
  readonly road?: string | undefined
  readonly roadName?: string | undefined
}

/** A move stays on its road unless another one is named: beside a junction a point must not change the road unsaid. */
export function withOwnRoad<Given extends Told>(
  given: Given,
  known: { readonly road: string | null; readonly roadName: string },
): Given {
  if (given.road !== undefined || given.roadName !== undefined) return given
  return known.road === null ? { ...given, roadName: known.roadName } : { ...given, road: known.road }
}
