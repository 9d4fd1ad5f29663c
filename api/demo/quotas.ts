/** Whole shares of `total` in proportion to the weights, by largest remainder; ties go to the earlier key. */
export function largestRemainder<Key extends string>(
  weights: Readonly<Record<Key, number>>,
  total: number,
): Record<Key, number> {
  const entries = Object.entries(weights) as [Key, number][]
  const sum = entries.reduce((all, [, weight]) => all + weight, 0)
  const exact = entries.map(([key, weight]) => ({ key, share: (weight * total) / sum }))
  const shares = Object.fromEntries(exact.map(({ key, share }) => [key, Math.floor(share)])) as Record<
    Key,
    number
  >
  const missing = total - exact.reduce((all, { share }) => all + Math.floor(share), 0)
  const byRemainder = exact
    .map(({ key, share }, order) => ({ key, order, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.order - b.order)
  for (const { key } of byRemainder.slice(0, missing)) shares[key] += 1
  return shares
}

/** { a: 2, b: 1 } → [a, a, b] */
export function spread<Key extends string>(counts: Readonly<Record<Key, number>>): Key[] {
  return (Object.entries(counts) as [Key, number][]).flatMap(([key, count]) =>
    Array.from({ length: count }, () => key),
  )
}

/** The quota without the values that are given already; a value given more often than its quota takes from the largest. */
export function remaining<Key extends string>(
  counts: Readonly<Record<Key, number>>,
  taken: readonly Key[],
): Key[] {
  const left: Record<Key, number> = { ...counts }
  for (const key of taken) {
    if ((left[key] ?? 0) > 0) left[key] -= 1
    else throw new RangeError(`The quota of ${key} is used up.`)
  }
  return spread(left)
}

/** Splits a whole amount by weights in steps, to the last step. */
export function splitAmount(total: number, weights: readonly number[], step = 1): number[] {
  if (weights.length === 0) return []
  const keys = Object.fromEntries(weights.map((weight, index) => [`#${index}`, weight]))
  const parts = Object.values(largestRemainder(keys, Math.floor(total / step))).map((part) => part * step)
  parts[0] = (parts[0] ?? 0) + (total % step)
  return parts
}
