import { exactRatio } from './exact-ratio.ts'

/** 万元 with two decimals, as tables print it: 110000 → 11.00. */
export function wanInTable(yuan: number): string {
  return exactRatio(yuan, 10_000, 2)
}

/** As a sentence says it, without trailing zeros: 110000 → 11, 1595300 → 159.53. */
export function wanInSentence(yuan: number): string {
  return wanInTable(yuan).replace(/\.?0+$/, (zeros) =>
    zeros.startsWith('.') ? '' : zeros.replace(/0+$/, ''),
  )
}
