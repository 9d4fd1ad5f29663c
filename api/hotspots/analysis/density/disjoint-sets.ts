/** Which of `count` things are one: joined step by step, each set known by its first member. */
export interface DisjointSets {
  readonly firstOf: (member: number) => number
  readonly join: (a: number, b: number) => void
}

export function disjointSets(count: number): DisjointSets {
  const parents = Uint32Array.from({ length: count }, (_, i) => i)
  const firstOf = (member: number): number => {
    let first = member
    while (parents[first]! !== first) first = parents[first]!
    parents[member] = first
    return first
  }
  return {
    firstOf,
    join(a, b) {
      const [first, second] = [firstOf(a), firstOf(b)]
      parents[Math.max(first, second)] = Math.min(first, second)
    },
  }
}
