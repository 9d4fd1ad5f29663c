import { counted } from './counted.ts'
import { pair } from './pair.ts'

export const densityWords = pair(
  {
    map: '地图',
    heatLine: '热力线',
    reach: '每起事故铺开',
    reaches: { 300: '300米', 1000: '1公里', 3000: '3公里' },
    legend: '事故密度（起/公里·年）',
    range: (from: string, to: string | null) => (to === null ? `${from} 以上` : `${from}—${to}`),
    peak: (place: string, density: string) => `最高处 ${place}，${density} 起/公里·年`,
    nothing: '这段时间没有带桩号的事故，画不出热力线。',
    sample: (count: number, placed: number) => `共 ${count} 起，其中有桩号、参加计算 ${placed} 起`,
    settings: (bandwidth: number, lixel: number) => `带宽 ${bandwidth} 米，每 ${lixel} 米一个值`,
    clusters: '聚集路段',
    clustersHow: (simulations: number) =>
      `强度＝密度高出偶然上限的部分占多少：在相邻路口之间把同样多的事故随机撒 ${simulations} 次，取 5% 的上限（KDE+）。从强到弱排列，是线索，不作认定依据。`,
    clusterFacts: (accidents: number, all: number) => `${accidents} 起（所在路段共 ${all} 起）`,
    strengths: {
      strong: (percent: number) => `比均匀分布聚集得多得多，强度 ${percent}%`,
      middle: (percent: number) => `比均匀分布聚集得多，强度 ${percent}%`,
      weak: (percent: number) => `比均匀分布聚集得略多，强度 ${percent}%`,
    },
    global: '也超出全段任何一处的偶然上限',
    noClusters: '没有比均匀分布明显聚集的路段。',
    moreClusters: (count: number) => `其余 ${count} 处`,
    how: '怎么算的',
    tested: (setting: string, expected: number, source: string) =>
      `核对：${setting}，应得 ${expected} 起/米，本系统相同（${source}）。`,
  },
  {
    map: 'Map',
    heatLine: 'Heat line',
    reach: 'Each accident reaches',
    reaches: { 300: '300 m', 1000: '1 km', 3000: '3 km' },
    legend: 'Accidents per kilometre and year',
    range: (from: string, to: string | null) => (to === null ? `${from} and more` : `${from}–${to}`),
    peak: (place: string, density: string) => `Highest at ${place}: ${density} per kilometre and year`,
    nothing: 'No accident with a stake in this period: there is no heat line.',
    sample: (count: number, placed: number) =>
      `${counted(count, 'accident')}, ${placed} of them with a stake took part`,
    settings: (bandwidth: number, lixel: number) => `Bandwidth ${bandwidth} m, one value every ${lixel} m`,
    clusters: 'Clusters',
    clustersHow: (simulations: number) =>
      `Strength: how much of the density lies above what chance reaches in 5 of 100, with as many accidents thrown ${simulations} times between the junctions on either side (KDE+). Strongest first; a hint, no evidence.`,
    clusterFacts: (accidents: number, all: number) =>
      `${counted(accidents, 'accident')} (of ${all} on the section)`,
    strengths: {
      strong: (percent: number) => `far more clustered than an even spread, strength ${percent} %`,
      middle: (percent: number) => `more clustered than an even spread, strength ${percent} %`,
      weak: (percent: number) => `a little more clustered than an even spread, strength ${percent} %`,
    },
    global: 'also above what chance reaches anywhere on the section',
    noClusters: 'No stretch is clearly more clustered than an even spread.',
    moreClusters: (count: number) => `${count} more`,
    how: 'How this is computed',
    tested: (setting: string, expected: number, source: string) =>
      `Tested: ${setting} gives ${expected} per metre, and so it does here (${source}).`,
  },
)
