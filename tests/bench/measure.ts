/** One way of doing the work: `run` does `operations` of them. */
export interface Contestant {
  readonly name: string
  readonly operations: number
  readonly run: () => unknown
}

export interface Timing {
  readonly name: string
  readonly operations: number
  readonly rounds: number
  readonly medianMs: number
  readonly fastestMs: number
  readonly slowestMs: number
  readonly perSecond: number
}

export interface Ratio {
  readonly what: string
  readonly value: number
  /** The least that is aimed at. */
  readonly aim?: number
}

export interface Subject {
  readonly title: string
  /** What was worked on, and how far the answers agreed before anything was timed. */
  readonly notes: readonly string[]
  readonly timings: readonly Timing[]
  readonly ratios: readonly Ratio[]
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]!
}

/** Contestants take turns, so that a noisy minute of the machine hits all of them; the first turn warms up and is not counted. */
export async function takeTurns(contestants: readonly Contestant[], rounds: number): Promise<Timing[]> {
  const measured = contestants.map(() => [] as number[])
  for (let round = -1; round < rounds; round++)
    for (const [i, { run }] of contestants.entries()) {
      const start = performance.now()
      await run()
      if (round >= 0) measured[i]!.push(performance.now() - start)
    }
  return contestants.map(({ name, operations }, i) => ({
    name,
    operations,
    rounds,
    medianMs: median(measured[i]!),
    fastestMs: Math.min(...measured[i]!),
    slowestMs: Math.max(...measured[i]!),
    perSecond: (operations * 1000) / median(measured[i]!),
  }))
}

/** How many times as many operations the first does as the second. */
export function timesAsFast(timings: readonly Timing[], name: string, than: string, aim?: number): Ratio[] {
  const find = (wanted: string) => timings.find((timing) => timing.name === wanted)
  const [first, second] = [find(name), find(than)]
  if (!first || !second) return []
  return [{ what: `${name} ÷ ${than}`, value: first.perSecond / second.perSecond, ...(aim ? { aim } : {}) }]
}
