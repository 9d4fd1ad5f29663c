/** Up to `atStake` the old chainage holds; beyond it the road goes on at `atStake + jump`. A negative jump repeats stakes. */
export interface ChainBreak {
  readonly atStake: number
  readonly jump: number
}

/** Stakes between two chain breaks: `stake - shift` is the running chainage, which grows along the road without a jump. */
interface Reach {
  readonly fromStake: number
  readonly toStake: number
  readonly shift: number
}

/** The chainage of a road with its breaks taken out, so that what lies farther along always has the larger number. */
export type RunningChainage = readonly Reach[]

/** A place whose stake is known: metres along the drawn line and running chainage. */
export interface Knot {
  readonly measure: number
  readonly running: number
}

/** Breaks in stake order; one that lies in what an earlier one skips contradicts it and is left out. */
export function runningChainage(breaks: readonly ChainBreak[]): RunningChainage {
  const reaches: Reach[] = []
  let [fromStake, shift] = [-Infinity, 0]
  for (const { atStake, jump } of [...breaks].sort((a, b) => a.atStake - b.atStake)) {
    if (!Number.isFinite(atStake + jump) || jump === 0 || atStake < fromStake) continue
    reaches.push({ fromStake, toStake: atStake, shift })
    fromStake = atStake + jump
    shift += jump
  }
  return [...reaches, { fromStake, toStake: Infinity, shift }]
}

/** Usually one; none for a stake that a short chain skips; several for one that a long chain repeats. */
export function runningAtStake(chainage: RunningChainage, stake: number): number[] {
  const holding = chainage.filter(({ fromStake, toStake }) => fromStake <= stake && stake <= toStake)
  return [...new Set(holding.map(({ shift }) => stake - shift))]
}

/** A micrometre: adding and taking off a shift must give back the very stake of the post. */
export const exactStake = (stake: number) => Math.round(stake * 1e6) / 1e6
