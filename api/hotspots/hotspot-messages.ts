import type { Text } from '../http/text.ts'
import type { Preset } from './rules/preset.ts'
import type { WeightSet } from './rules/severity-weights.ts'

const numberNames: Readonly<Record<string, Text>> = {
  windowLength: { zh: '窗长', en: 'window length' },
  minimum: { zh: '起数下限', en: 'minimum' },
  longestPeriodDays: { zh: '统计期', en: 'period' },
  qualification: { zh: '计入的事故', en: 'accidents that count' },
  alpha: { zh: '显著性水平', en: 'level of significance' },
  by: { zh: '突出的标准', en: 'way of standing out' },
  top: { zh: '取前几位', en: 'number of places' },
  lengthShare: { zh: '里程比例', en: 'share of the length' },
  junctionRadius: { zh: '路口半径', en: 'radius of a junction' },
  clauses: { zh: '分条参数', en: 'clauses' },
  thresholds: { zh: '各色下限', en: 'minima of the colours' },
  regularityShare: { zh: '规律性比例', en: 'share of regularity' },
  hazardReach: { zh: '隐患距离', en: 'distance of the hazard' },
  sigmas: { zh: '标准差倍数', en: 'number of standard deviations' },
  topShare: { zh: '前百分之几', en: 'top share' },
}

export const hotspotMessages = {
  periodBackwards: (): Text => ({
    zh: '起始日期晚于截止日期，请对调后重试。',
    en: 'The period ends before it begins. Swap the two dates.',
  }),
  periodTooLong: ({ id, name, longestPeriodDays }: Preset): Text => ({
    zh: `${id}（${name.zh}）的统计期不超过 ${longestPeriodDays} 天，请缩短起止日期，或改本次的统计期。`,
    en: `${id} speaks of at most ${longestPeriodDays} days: choose a shorter period, or change the period of this run.`,
  }),
  unknownRoads: (codes: readonly string[]): Text => ({
    zh: `没有这些路线：${codes.join('、')}。编号见“道路”页（接口 /api/roads）。`,
    en: `There are no such roads: ${codes.join(', ')}. Their codes are listed under Roads (/api/roads).`,
  }),
  unknownRun: (): Text => ({
    zh: '没有这次筛查，请从筛查列表中重新选择。',
    en: 'There is no such screening. Choose one from the list.',
  }),
  unknownPlace: (): Text => ({
    zh: '任何一次筛查里都没有这处热点，请从排名里重新选择。',
    en: 'No screening has this place. Choose one from the ranking.',
  }),
  emptyPreset: (): Text => ({
    zh: 'P0 还没有录入：请事故中队按文件录入窗长、统计期、起数和口径，或另选一条规则。',
    en: 'P0 is empty: the accident squad enters window, period, minimum and calibre from its document. Or choose another rule.',
  }),
  noSuchNumber: ({ id, name }: Preset, key: string): Text => ({
    zh: `${id}（${name.zh}）不能改“${numberNames[key]?.zh ?? key}”，请去掉这一项。`,
    en: `${id} has no single ${numberNames[key]?.en ?? key} to change: leave it out.`,
  }),
  noSuchClause: ({ id, name }: Preset, clause: string): Text => ({
    zh: `${id}（${name.zh}）没有“${clause}”这一条，各条的编号见 /api/screenings/presets。`,
    en: `${id} has no clause "${clause}"; they are listed at /api/screenings/presets.`,
  }),
  noWeights: ({ name }: WeightSet): Text => ({
    zh: `“${name.zh}”是排列顺序，没有系数可改。请改用 ETAN 或 EPDO 排名，或去掉系数。`,
    en: `"${name.en}" is an order without weights. Rank by ETAN or EPDO, or leave the weights out.`,
  }),
  stalePreset: (seen: number, current: number): Text => ({
    zh: `您看到的是第 ${seen} 版，现在已是第 ${current} 版，请刷新后再改。`,
    en: `You saw version ${seen}, it is version ${current} now. Reload, then change it.`,
  }),
}
