/**
 * Benjamini–Hochberg (1995): for each p the smallest false-discovery rate at which it would be called. `family` is the
 * number of tests that were made; those not handed in are taken to have had larger p.
 */
export function falseDiscoveryRates(pValues: readonly number[], family = pValues.length): number[] {
  const tests = Math.max(family, pValues.length)
  const order = pValues.map((_, i) => i).sort((a, b) => pValues[a]! - pValues[b]! || a - b)
  const rates = new Array<number>(pValues.length)
  let least = 1
  for (let rank = order.length; rank >= 1; rank--) {
    const index = order[rank - 1]!
    least = Math.min(least, (pValues[index]! * tests) / rank)
    rates[index] = least
  }
  return rates
}
