import type { ColourPreset, RankPreset, UnitPreset } from './preset.ts'

export const rankingPresets = {
  P4: {
    method: 'threeColours',
    id: 'P4',
    version: 1,
    weights: 'killedFirst',
    name: { zh: '三色警示路段', en: 'Three-colour sections' },
    longestPeriodDays: 731,
    thresholds: [
      {
        colour: 'red',
        text: { zh: '红色：死亡 3 人以上', en: 'Red: 3 or more killed' },
        of: 'killed',
        minimum: 3,
      },
      {
        colour: 'yellow',
        text: { zh: '黄色：死亡 2 人', en: 'Yellow: 2 killed' },
        of: 'killed',
        minimum: 2,
      },
      {
        colour: 'blue',
        text: { zh: '蓝色：伤人事故 6 起以上', en: 'Blue: 6 or more injury accidents' },
        of: 'casualtyAccidents',
        minimum: 6,
      },
    ],
    criterion: {
      zh: '各路按苏木镇段统计两年：红 死亡≥3，黄 死亡≥2，蓝 伤人事故≥6',
      en: 'Two years on each road’s township sections: red 3 killed, yellow 2 killed, blue 6 injury accidents',
    },
    source: {
      zh: '哈尔滨 2006 年做法（红 10 死、黄 5 死、蓝 20 起伤人）按旗县规模约三成折算，可改',
      en: 'Harbin’s practice of 2006 (10 killed, 5 killed, 20 injury accidents), scaled to about three tenths for a banner; editable',
    },
  },
  P5: {
    method: 'slidingRank',
    id: 'P5',
    version: 1,
    weights: 'killedFirst',
    name: { zh: '10 公里滑动排名', en: '10 km sliding ranking' },
    longestPeriodDays: 366,
    windowLength: 10_000,
    minimum: 2,
    top: 10,
    criterion: {
      zh: '每条路 10 公里滑动，互不重叠，先比死亡、再比起数，取前 10 位',
      en: '10 km windows that do not overlap, by deaths, then accidents; the first 10',
    },
    source: {
      zh: '部局公布“十大事故多发路段”的做法（如 10 公里 51 起 22 人）',
      en: 'How the ministry published its ten worst stretches (e.g. 10 km, 51 accidents, 22 killed)',
    },
  },
  P7: {
    method: 'cumulativeFrequency',
    id: 'P7',
    version: 1,
    weights: 'equal',
    name: { zh: '累计频率法', en: 'Cumulative frequency' },
    longestPeriodDays: 1096,
    unitLength: 1000,
    lengthShare: 0.05,
    criterion: {
      zh: '每 1 公里为一单元，按起数从多到少排，取累计里程 5% 以内的单元；同数的单元同进同出',
      en: '1 km units by falling count, as many as fit into 5 % of the length; units of one count go in or stay out together',
    },
    source: {
      zh: '累计频率曲线法（文献方法）；5% 的切点为通行取法，可改',
      en: 'Method of the cumulative frequency curve; the cut at 5 % is common practice, editable',
    },
  },
} as const satisfies Record<string, ColourPreset | RankPreset | UnitPreset>
