import type { RankPreset } from '../rules/preset.ts'
import type { Finding } from './finding.ts'
import { firedFor, trimmed } from './finding-window.ts'
import type { Route } from './route.ts'

interface Windows {
  readonly ends: Int32Array
  /** Deaths in the window that starts at each accident. */
  readonly killed: Int32Array
}

function windowsOf(route: Route, windowLength: number): Windows {
  const { stakes, accidents } = route
  const ends = new Int32Array(stakes.length)
  const killed = new Int32Array(stakes.length)
  for (const piece of route.pieces) {
    let [end, deaths] = [piece.first, 0]
    for (let first = piece.first; first < piece.end; first++) {
      for (; end < piece.end && stakes[end]! - stakes[first]! <= windowLength; end++)
        deaths += accidents[end]!.killed
      ends[first] = end
      killed[first] = deaths
      deaths -= accidents[first]!.killed
    }
  }
  return { ends, killed }
}

interface Taken {
  readonly first: number
  readonly end: number
}

/** The worst window that overlaps none taken before; of equals the first along the stakes. */
function worstFree({ ends, killed }: Windows, minimum: number, taken: readonly Taken[]): Taken | undefined {
  let best = -1
  let skip = 0
  const inOrder = [...taken].sort((a, b) => a.first - b.first)
  for (let first = 0; first < ends.length; first++) {
    while (skip < inOrder.length && inOrder[skip]!.end <= first) skip++
    const next = inOrder[skip]
    if (next && ends[first]! > next.first) continue
    const count = ends[first]! - first
    if (count < minimum) continue
    const isWorse =
      best < 0 ||
      killed[first]! > killed[best]! ||
      (killed[first] === killed[best] && count > ends[best]! - best)
    if (isWorse) best = first
  }
  return best < 0 ? undefined : { first: best, end: ends[best]! }
}

/** Each route's worst windows of one length that do not overlap, trimmed to their accidents: as many as could be needed. */
export function slideAndRank(route: Route, preset: RankPreset): Finding[] {
  const windows = windowsOf(route, preset.windowLength)
  const taken: Taken[] = []
  while (taken.length < preset.top) {
    const next = worstFree(windows, preset.minimum, taken)
    if (!next) break
    taken.push(next)
  }
  const { windowLength } = preset
  const clause = { id: 'rank', text: preset.criterion, windowLength }
  return taken.map(({ first, end }) => ({
    route,
    ...trimmed(route, first, end),
    fired: [firedFor(route, clause, end - first)],
  }))
}
