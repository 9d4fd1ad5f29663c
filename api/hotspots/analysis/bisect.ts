/** Where a monotone function crosses a value, to the last digits of a double. `low` and `high` must bracket the crossing. */
export function bisect(crosses: (x: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high]
  for (let step = 0; step < 200 && to - from > Number.EPSILON * Math.abs(to); step++) {
    const middle = (from + to) / 2
    if (crosses(middle)) to = middle
    else from = middle
  }
  return (from + to) / 2
}

/** The first power of two from `start` on that has crossed: an upper bracket where nobody knows one. */
export function bracketAbove(crosses: (x: number) => boolean, start: number): number {
  let high = start
  while (!crosses(high) && high < 1e12) high *= 2
  return high
}
