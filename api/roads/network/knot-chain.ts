import type { Knot } from './running-chainage.ts'

/** What one post may stand for: several where the road passes it twice or its stake is repeated. */
export interface KnotOption extends Knot {
  /** Which post it is. */
  readonly post: number
  /** How much it counts: a surveyed post more than the end of a drawn line. */
  readonly weight: number
}

interface Chain {
  weight: number
  misfit: number
  previous: number
}

/** Farther along the line and along the chainage; two posts of one spot, on either side of a break, agree too. */
function goesOn(from: Knot, to: Knot): boolean {
  const along = to.measure - from.measure
  const onward = to.running - from.running
  return (along > 0 && onward > 0) || (along === 0 && onward === 0)
}

function misfitBetween(from: Knot, to: Knot): number {
  const along = to.measure - from.measure
  return along === 0 ? 0 : Math.abs(Math.log((to.running - from.running) / along))
}

const isBetter = (a: Chain, b: Chain) => a.weight > b.weight || (a.weight === b.weight && a.misfit < b.misfit)

/** Whether a post stands in a chain already: a line that comes back to a post must not count it twice. */
function holdsPost(options: readonly KnotOption[], chains: readonly Chain[], end: number, post: number) {
  for (let i = end; i >= 0; i = chains[i]!.previous) if (options[i]!.post === post) return true
  return false
}

function postsWithChoice(options: readonly KnotOption[]): Set<number> {
  const [seen, several] = [new Set<number>(), new Set<number>()]
  for (const { post } of options) (seen.has(post) ? several : seen).add(post)
  return several
}

function chainsEndingAt(options: readonly KnotOption[]): Chain[] {
  const several = postsWithChoice(options)
  const chains: Chain[] = []
  for (const [i, option] of options.entries()) {
    let best: Chain = { weight: option.weight, misfit: 0, previous: -1 }
    for (let j = 0; j < i; j++) {
      const before = options[j]!
      if (!goesOn(before, option)) continue
      if (several.has(option.post) && holdsPost(options, chains, j, option.post)) continue
      const { weight, misfit } = chains[j]!
      const chain = {
        weight: weight + option.weight,
        misfit: misfit + misfitBetween(before, option),
        previous: j,
      }
      if (isBetter(chain, best)) best = chain
    }
    chains.push(best)
  }
  return chains
}

const isChain = (options: readonly KnotOption[]) =>
  postsWithChoice(options).size === 0 &&
  options.every((option, i) => i === 0 || goesOn(options[i - 1]!, option))

/** The most posts that can be right together, and of those choices the one that stretches the stakes least. */
export function longestChain(given: readonly KnotOption[]): KnotOption[] {
  const options = [...given].sort((a, b) => a.measure - b.measure || a.running - b.running || a.post - b.post)
  if (isChain(options)) return options
  const chains = chainsEndingAt(options)
  let last = chains.reduce((best, chain, i) => (isBetter(chain, chains[best]!) ? i : best), 0)
  const kept: KnotOption[] = []
  for (; last >= 0; last = chains[last]!.previous) kept.unshift(options[last]!)
  return kept
}
