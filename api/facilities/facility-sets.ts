import type { FacilityKind } from './facility-kinds.ts'

export interface PieceOfSet {
  readonly kind: FacilityKind
  readonly quantity: number
  readonly lengthMetres?: number
}

/** A bump lies across the mouth of a minor road, which is this wide where nobody measured it. */
export const usualBumpMetres = 7

/** 五小工程: what a minor junction is given, five rows in one act. */
export const fiveSmall = (bumpMetres = usualBumpMetres): readonly PieceOfSet[] => [
  { kind: 'marker_post', quantity: 8 },
  { kind: 'warning_sign', quantity: 1 },
  { kind: 'speed_bump', quantity: 2, lengthMetres: 2 * bumpMetres },
  { kind: 'convex_mirror', quantity: 1 },
  { kind: 'solar_strobe', quantity: 1 },
]

export interface RowAlong {
  /** In metres, in either order. */
  readonly fromStake: number
  readonly toStake: number
  /** In metres, above 0. */
  readonly every: number
}

/** Stakes of a row, beginning at the first; the end is taken in where the spacing meets it. */
export function stakesOfRow({ fromStake, toStake, every }: RowAlong): number[] {
  if (!(every > 0)) return []
  const sense = toStake < fromStake ? -1 : 1
  const count = Math.floor(Math.abs(toStake - fromStake) / every) + 1
  return Array.from({ length: count }, (_, index) => fromStake + sense * index * every)
}

/** One act is not to fill a road by a slip of the finger. */
export const mostPerBatch = 60
