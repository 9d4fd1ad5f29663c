export const hitKinds = ['coordinate', 'stake', 'road', 'place', 'hazard', 'accident', 'facility'] as const
export type HitKind = (typeof hitKinds)[number]

export interface Ranked {
  readonly kind: HitKind
  /** 0 to 1. */
  readonly score: number
}

/** How well a name answers what was typed: whole 1, beginning 0.85, anywhere 0.65, not at all 0. */
export function matchQuality(query: string, name: string): number {
  if (query === '' || name === '') return 0
  if (name === query) return 1
  if (name.startsWith(query)) return 0.85
  return name.includes(query) ? 0.65 : 0
}

export const bestMatch = (query: string, names: readonly string[]): number =>
  Math.max(0, ...names.map((name) => matchQuality(query, name)))

/** Within a kind the order of the finding stays, newest first among records. */
function compare(a: Ranked, b: Ranked): number {
  return a.score === b.score ? hitKinds.indexOf(a.kind) - hitKinds.indexOf(b.kind) : b.score - a.score
}

/** Best first; no kind takes more than its share while another still has answers. */
export function rankHits<Hit extends Ranked>(hits: readonly Hit[], limit: number): Hit[] {
  const share = Math.max(3, Math.ceil(limit / 3))
  const taken = new Map<HitKind, number>()
  const ordered = [...hits].sort(compare)
  const isWithinShare = ordered.map(({ kind }) => {
    const count = (taken.get(kind) ?? 0) + 1
    taken.set(kind, count)
    return count <= share
  })
  const first = ordered.filter((_, i) => isWithinShare[i])
  const rest = ordered.filter((_, i) => !isWithinShare[i])
  return [...first, ...rest].slice(0, limit).sort(compare)
}
