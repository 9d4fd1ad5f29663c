import { carriagewayOf, type Travel } from './road-axis.ts'

export interface Sided {
  readonly direction: 'increasing' | 'decreasing' | 'both' | null
  readonly side: 'left' | 'right' | 'centre' | 'across' | null
}

/** On a divided road nobody crosses over: what is on the other carriageway only is for the way back. */
export function isOnOwnSide({ direction, side }: Sided, travel: Travel): boolean {
  if (direction === 'increasing' || direction === 'decreasing') return direction === travel
  if (side === 'left' || side === 'right') return side === carriagewayOf(travel)
  return true
}
