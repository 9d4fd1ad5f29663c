import type { Calibre } from '../accidents/calibre.ts'
import type { Text } from '../http/text.ts'
import { exactRatio } from './exact-ratio.ts'
import type { Period } from './period.ts'

/** What deaths of a year are divided by; null where nobody entered it. */
export interface StatisticBase {
  readonly year: number
  readonly vehicles: number
  readonly drivers: number | null
  /** 常住人口 */
  readonly residents: number | null
  /** 总人口 */
  readonly population: number | null
  readonly source: string
}

export const rateKinds = {
  vehicles: { per: 10_000, name: { zh: '万车死亡率', en: 'Deaths per 10,000 vehicles' } },
  drivers: { per: 10_000, name: { zh: '万名驾驶人死亡率', en: 'Deaths per 10,000 drivers' } },
  population: { per: 100_000, name: { zh: '十万人口死亡率', en: 'Deaths per 100,000 people' } },
} as const satisfies Record<string, { readonly per: number; readonly name: Text }>
export type RateKind = keyof typeof rateKinds
export const rateKindIds = Object.keys(rateKinds) as [RateKind, ...RateKind[]]

export interface DeathRate {
  readonly kind: RateKind
  readonly calibre: Calibre
  readonly killed: number
  /** Null: nothing was entered for the year, or the period lies in two years. */
  readonly base: number | null
  /** Two decimals; null without a base. */
  readonly rate: string | null
}

/** The year whose base holds; a period that crosses the turn of a year has none. */
export const yearOfPeriod = ({ from, to }: Period): number | null =>
  from.slice(0, 4) === to.slice(0, 4) ? Number(to.slice(0, 4)) : null

/** Deaths of the period over the base, not drawn out to a whole year. */
export function deathRates(
  killed: number,
  calibre: Calibre,
  base: StatisticBase | undefined,
): readonly DeathRate[] {
  return rateKindIds.map((kind) => {
    const divisor = base?.[kind] ?? null
    const rate =
      divisor === null ? null : exactRatio(BigInt(killed) * BigInt(rateKinds[kind].per), divisor, 2)
    return { kind, calibre, killed, base: divisor, rate }
  })
}
