import type { Direction } from './accident-on-road.ts'

export interface ComparedSite {
  readonly id: string
  readonly rank: number
  readonly road: string
  readonly direction: Direction
  readonly fromStake: number
  readonly toStake: number
}

export interface KeptSite<Site> {
  readonly before: Site
  readonly after: Site
  readonly moved: boolean
  /** Places won towards the first: 3 to 1 is 2, 1 to 3 is -2. */
  readonly rankGain: number
}

export interface SiteComparison<Site> {
  readonly appeared: readonly Site[]
  readonly gone: readonly Site[]
  readonly kept: readonly KeptSite<Site>[]
}

const overlapOf = (a: ComparedSite, b: ComparedSite) =>
  Math.min(a.toStake, b.toStake) - Math.max(a.fromStake, b.fromStake)

const meets = (a: Direction, b: Direction) => a === b || a === 'both' || b === 'both'

/**
 * Which sites of two runs are the same place: those of one road that overlap, or lie no farther apart than `reach`. The
 * longest overlap is matched first; every site is matched once.
 */
export function compareSites<Site extends ComparedSite>(
  before: readonly Site[],
  after: readonly Site[],
  reach: number,
): SiteComparison<Site> {
  const pairs = before
    .flatMap((old) => after.map((recent) => ({ old, recent, overlap: overlapOf(old, recent) })))
    .filter(({ old, recent, overlap }) => {
      const isSameRoad = old.road === recent.road && meets(old.direction, recent.direction)
      return isSameRoad && overlap >= -reach
    })
    .sort((a, b) => b.overlap - a.overlap || a.recent.rank - b.recent.rank || a.old.rank - b.old.rank)
  const [taken, found] = [new Set<Site>(), new Map<Site, Site>()]
  for (const { old, recent } of pairs) {
    if (taken.has(old) || found.has(recent)) continue
    taken.add(old)
    found.set(recent, old)
  }
  const kept = after.flatMap((recent) => {
    const old = found.get(recent)
    if (!old) return []
    const moved = old.fromStake !== recent.fromStake || old.toStake !== recent.toStake
    return [{ before: old, after: recent, moved, rankGain: old.rank - recent.rank }]
  })
  return {
    appeared: after.filter((site) => !found.has(site)),
    gone: before.filter((site) => !taken.has(site)),
    kept,
  }
}
