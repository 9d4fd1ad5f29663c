import type { WindowPreset } from './preset.ts'
import { base, textbook, threeYears } from './window-presets-p1-p2-p3.ts'

/** Rules that look for what stands out, by weighted sums or by chance. */
export const weightedPresets = {
  P6: {
    ...base,
    id: 'P6',
    weights: 'etan',
    name: { zh: '当量事故数法 ETAN', en: 'Equivalent accidents (ETAN)' },
    longestPeriodDays: threeYears,
    clauses: [
      {
        id: 'etan',
        text: {
          zh: '500 米窗的当量事故数达到全网单元的“均值 + 1.645 倍标准差”，且不少于 2 起',
          en: 'ETAN of a 500 m window at or above mean + 1.645 σ of the network’s units, with 2 or more accidents',
        },
        windowLength: 500,
        of: 'any',
        minimum: 2,
        standsOut: { weights: 'etan', by: 'sigma', sigmas: 1.645, topShare: 0.05 },
      },
    ],
    criterion: {
      zh: '当量事故数 = 起数 + 2.0×死亡 + 1.5×受伤，取均值 + 1.645σ 以上（或前 5%）；不少于 2 起系本系统所加，可改',
      en: 'accidents + 2.0 × killed + 1.5 × injured, at or above mean + 1.645 σ (or the top 5 %); the minimum of 2 is ours, editable',
    },
    source: textbook,
  },
  P6b: {
    ...base,
    id: 'P6b',
    weights: 'epdo',
    name: { zh: '当量财损事故法 EPDO', en: 'Equivalent damage-only (EPDO)' },
    longestPeriodDays: threeYears,
    clauses: [
      {
        id: 'epdo',
        text: {
          zh: '500 米窗的 EPDO 达到全网单元的“均值 + 1.645 倍标准差”，且不少于 2 起',
          en: 'EPDO of a 500 m window at or above mean + 1.645 σ of the network’s units, with 2 or more accidents',
        },
        windowLength: 500,
        of: 'any',
        minimum: 2,
        standsOut: { weights: 'epdo', by: 'sigma', sigmas: 1.645, topShare: 0.05 },
      },
    ],
    criterion: {
      zh: '9.5×死亡事故 + 3.5×伤人事故 + 财损事故，取均值 + 1.645σ 以上（或前 5%）；不少于 2 起系本系统所加，可改',
      en: '9.5 × fatal + 3.5 × injury + damage-only accidents, at or above mean + 1.645 σ (or the top 5 %); the minimum of 2 is ours, editable',
    },
    source: textbook,
  },
  P8: {
    ...base,
    id: 'P8',
    name: { zh: '泊松显著性', en: 'Poisson significance' },
    longestPeriodDays: threeYears,
    clauses: [
      {
        id: 'significant',
        text: {
          zh: '500 米内 2 起以上，且按全路平均密度碰巧这么多的概率 p < 0.01',
          en: '2 or more within 500 m, and p < 0.01 at the road’s mean',
        },
        windowLength: 500,
        of: 'any',
        minimum: 2,
        alpha: 0.01,
      },
    ],
    criterion: {
      zh: '按全路平均密度，500 米内碰巧这么多起的概率 p < 0.01',
      en: 'As many within 500 m would have a probability below 0.01 at the mean of the road',
    },
    source: { zh: '泊松检验，标准统计方法', en: 'Poisson test, standard statistics' },
  },
} as const satisfies Record<string, WindowPreset>
