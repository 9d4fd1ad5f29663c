import { availableParallelism } from 'node:os'

/** Four seconds are meant for a machine with nothing else to do; a crowded one only has to keep in proportion. */
export function openingLimitMs(worstLoad: number): number {
  const crowd = worstLoad / availableParallelism()
  return crowd <= 1.5 ? 4_000 : 8_000 * crowd
}
