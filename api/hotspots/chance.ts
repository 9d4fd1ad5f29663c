import type { Text } from '../http/text.ts'

export type ChanceWord = 'hardlyChance' | 'maybeChance' | 'smallSample'

export const chanceBounds = {
  /** Below this many accidents no probability is worth a word. */
  smallestSample: 3,
  hardlyBelow: 0.01,
  /** Of all places called hardly chance, at most one in twenty. */
  falselyBelow: 0.05,
} as const

interface Probabilities {
  readonly densest: number
  /** Of this one window. */
  readonly pValue: number
  /** Over all windows of the network, from which the densest were picked; unknown in runs of before. */
  readonly falseDiscovery: number | undefined
}

/**
 * What the probabilities mean in plain words; the numbers are always shown beside them. Among thousands of windows some
 * are dense by chance, so one window's own probability is not enough to say that this is none.
 */
export function chanceWord({ densest, pValue, falseDiscovery = 0 }: Probabilities): ChanceWord {
  const { smallestSample, hardlyBelow, falselyBelow } = chanceBounds
  if (densest < smallestSample) return 'smallSample'
  return pValue < hardlyBelow && falseDiscovery < falselyBelow ? 'hardlyChance' : 'maybeChance'
}

export const chanceTexts: Readonly<Record<ChanceWord, Text>> = {
  hardlyChance: { zh: '几乎不可能是巧合', en: 'Hardly chance' },
  maybeChance: { zh: '可能是巧合', en: 'May be chance' },
  smallSample: { zh: '样本少', en: 'Small sample' },
}
