export interface Outcome {
  readonly killed: number
  readonly seriouslyInjured: number
  readonly lossYuan: number
}

/**
 * 重大 or 特大 by 公通字〔1991〕113号: a death, 3 seriously injured or a loss of 30,000 yuan. The older black-spot
 * rules mean this when they say 重大事故; today's law means ten deaths.
 */
export function isMajor1991({ killed, seriouslyInjured, lossYuan }: Outcome): boolean {
  return killed >= 1 || seriouslyInjured >= 3 || lossYuan >= 30_000
}
