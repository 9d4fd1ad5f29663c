import type { Road } from '../api/api-types.ts'

export interface Jurisdiction {
  readonly squad: string | undefined
  readonly township: string | undefined
}

/** Whose stretch a stake lies in. The end of one stretch is the beginning of the next, which has it. */
export function jurisdictionAt(road: Road | undefined, stake: number | undefined): Jurisdiction {
  const named = (stretches: Road['squadStretches'] = []) =>
    stake === undefined
      ? undefined
      : (
          stretches.find(({ fromStake, toStake }) => stake >= fromStake && stake < toStake) ??
          stretches.find(({ toStake }) => stake === toStake)
        )?.name
  return { squad: named(road?.squadStretches), township: named(road?.townshipStretches) }
}
