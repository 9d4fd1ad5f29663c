import type { HazardType } from '../hazards/hazard-codes.ts'

/** What a sign says ahead of a danger. Signs are Chinese; the first type that has words gives them. */
const byType: Readonly<Partial<Record<HazardType, string>>> = {
  A1: '前方急弯 减速慢行',
  A2: '前方连续弯路 减速慢行',
  A3: '前方陡坡 减速慢行',
  A4: '连续下坡 控制车速',
  A5: '前方急弯陡坡 减速慢行',
  A6: '视距不良 减速慢行',
  B3: '路侧危险 谨慎驾驶',
  C1: '前方路口 减速慢行',
  C2: '前方出入口 注意来车',
  C3: '前方铁路道口',
  C5: '前方中央开口 注意来车',
  D4: '夜间注意行人 减速慢行',
  D5: '前方路口 减速慢行',
  E1: '路面不平 减速慢行',
  E3: '雨天积水 谨慎驾驶',
  E4: '路面结冰 减速慢行',
  E5: '前方积沙 减速慢行',
  E6: '路面易滑 减速慢行',
  E7: '前方窄桥 减速慢行',
  F1: '注意牲畜',
  F2: '前方村镇 减速慢行',
  F3: '前方学校 减速慢行',
  F4: '雾区 减速慢行',
  F5: '注意横风',
  F6: '前方重车出入 注意避让',
  F7: '前方重车出入 注意避让',
  F8: '前方施工 减速慢行',
}

export const accidentProneLegend = '事故多发路段 减速慢行'
export const bumpLegend = '前方减速带 减速慢行'

export const legendOf = (types: readonly HazardType[]): string =>
  types.flatMap((type) => byType[type] ?? [])[0] ?? accidentProneLegend
