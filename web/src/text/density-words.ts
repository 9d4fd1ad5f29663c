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
    sample: (count: number, placed: number) => `${count} accidents, ${placed} of them with a stake took part`,
    settings: (bandwidth: number, lixel: number) => `Bandwidth ${bandwidth} m, one value every ${lixel} m`,
    how: 'How this is computed',
    tested: (setting: string, expected: number, source: string) =>
      `Tested: ${setting} gives ${expected} per metre, and so it does here (${source}).`,
  },
)
