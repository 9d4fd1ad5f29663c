import type { Text } from '../../http/text.ts'

export const weightIds = ['killedFirst', 'equal', 'etan', 'epdo'] as const
export type WeightId = (typeof weightIds)[number]

export interface SeverityCounts {
  readonly accidents: number
  readonly killed: number
  readonly injured: number
  readonly fatalAccidents: number
  readonly injuryAccidents: number
}

export interface WeightNumbers {
  readonly perAccident: number
  readonly perKilled: number
  readonly perInjured: number
  /** On top of `perAccident`, for an accident with a death, and for one with injured only. */
  readonly perFatalAccident: number
  readonly perInjuryAccident: number
}

/** How accidents of unequal outcome are added up. A number that changes is a new version; a run keeps what it was ranked by. */
export interface WeightSet {
  readonly id: WeightId
  readonly version: number
  readonly name: Text
  readonly formula: Text
  readonly source: Text
  readonly numbers: WeightNumbers
}

const nothing: WeightNumbers = {
  perAccident: 0,
  perKilled: 0,
  perInjured: 0,
  perFatalAccident: 0,
  perInjuryAccident: 0,
}

export const weightSets: Readonly<Record<WeightId, WeightSet>> = {
  killedFirst: {
    id: 'killedFirst',
    version: 1,
    name: { zh: '先死亡、后起数', en: 'Deaths first, then accidents' },
    formula: { zh: '先比死亡人数，相同再比事故起数', en: 'deaths; where equal, accidents' },
    source: {
      zh: '部局公布十大事故多发路段的排法（按死亡、再按起数）',
      en: 'the order in which the ministry published its ten worst stretches',
    },
    numbers: { ...nothing, perKilled: 1 },
  },
  equal: {
    id: 'equal',
    version: 1,
    name: { zh: '每起相等', en: 'Every accident alike' },
    formula: { zh: '事故起数', en: 'accidents' },
    source: { zh: '计数，不加权', en: 'a plain count' },
    numbers: { ...nothing, perAccident: 1 },
  },
  etan: {
    id: 'etan',
    version: 1,
    name: { zh: '当量事故数 ETAN', en: 'Equivalent accidents (ETAN)' },
    formula: { zh: '起数 + 2.0 × 死亡 + 1.5 × 受伤', en: 'accidents + 2.0 × killed + 1.5 × injured' },
    source: {
      zh: '国内教材通行系数 K1=2.0、K2=1.5；不作为部颁规定引用',
      en: 'widely printed coefficients; not quoted as the ministry’s rule',
    },
    numbers: { ...nothing, perAccident: 1, perKilled: 2, perInjured: 1.5 },
  },
  epdo: {
    id: 'epdo',
    version: 1,
    name: { zh: '当量财损事故数 EPDO', en: 'Equivalent damage-only accidents (EPDO)' },
    formula: {
      zh: '9.5 × 死亡事故 + 3.5 × 伤人事故 + 1 × 财损事故（起）',
      en: '9.5 × fatal + 3.5 × injury + 1 × damage-only accidents',
    },
    source: {
      zh: '教材通行系数；不作为部颁规定引用',
      en: 'widely printed coefficients; not quoted as the ministry’s rule',
    },
    numbers: { ...nothing, perAccident: 1, perFatalAccident: 8.5, perInjuryAccident: 2.5 },
  },
}

/** Kept to a millionth, so that the order of adding up never shows. */
export function severityScore(counts: SeverityCounts, { numbers }: Pick<WeightSet, 'numbers'>): number {
  const sum =
    numbers.perAccident * counts.accidents +
    numbers.perKilled * counts.killed +
    numbers.perInjured * counts.injured +
    numbers.perFatalAccident * counts.fatalAccidents +
    numbers.perInjuryAccident * counts.injuryAccidents
  return Math.round(sum * 1e6) / 1e6
}

const amounts: readonly (readonly [keyof WeightNumbers, zh: string, en: string])[] = [
  ['perAccident', '每起', 'per accident'],
  ['perKilled', '每死 1 人', 'per killed'],
  ['perInjured', '每伤 1 人', 'per injured'],
  ['perFatalAccident', '死亡事故另加', 'more for a fatal accident'],
  ['perInjuryAccident', '伤人事故另加', 'more for an injury accident'],
]

/** The same set with other numbers for one run; its formula says them. */
export function reweighted(set: WeightSet, changes: Partial<WeightNumbers>): WeightSet {
  const numbers = { ...set.numbers, ...changes }
  const said = amounts.filter(([key]) => numbers[key] !== 0)
  return {
    ...set,
    numbers,
    formula: {
      zh: `${said.map(([key, zh]) => `${zh} ${numbers[key]}`).join('，')}（系数已改）`,
      en: `${said.map(([key, , en]) => `${numbers[key]} ${en}`).join(', ')} (weights edited)`,
    },
  }
}
