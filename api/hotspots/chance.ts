import type { Text } from '../http/text.ts'

export type ChanceWord = 'hardlyChance' | 'maybeChance' | 'smallSample'

/** Below this many accidents no probability is worth a word. */
const smallestSample = 3
const hardlyBelow = 0.01

/** What the probability means in plain words; the number is always shown beside it. */
export function chanceWord(densest: number, pValue: number): ChanceWord {
  if (densest < smallestSample) return 'smallSample'
  return pValue < hardlyBelow ? 'hardlyChance' : 'maybeChance'
}

export const chanceTexts: Readonly<Record<ChanceWord, Text>> = {
  hardlyChance: { zh: '几乎不可能是巧合', en: 'Hardly chance' },
  maybeChance: { zh: '可能是巧合', en: 'May be chance' },
  smallSample: { zh: '样本少', en: 'Small sample' },
}
