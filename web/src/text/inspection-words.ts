import { counted } from './counted.ts'
import { pair } from './pair.ts'

export const inspectionWords = pair(
  {
    tab: '督察',
    title: '督察视图',
    backToMap: '回到地图',
    filters: '检查范围',
    from: '从',
    to: '到',
    squad: '中队',
    allSquads: '全部中队',
    apply: '检查',
    chosen: (from: string, to: string, squad: string) =>
      `检查范围：${from || to ? `${from || '不限'} 至 ${to || '今日'}` : '不限时段'}，${squad}`,
    export: '导出 Excel（.xlsx）',
    scope: (hazards: number, moment: string) => `范围内隐患 ${hazards} 条，检查时间 ${moment}`,
    states: { good: '正常', watch: '关注', bad: '有问题' },
    summary: (bad: number, watch: number, good: number) =>
      `12 项检查：${bad} 项有问题，${watch} 项需关注，${good} 项正常`,
    count: (count: number) => `${count} 条`,
    show: (count: number) => `查看 ${count} 条`,
    isOver: '关注',
    mark: { bad: '问题', watch: '关注' },
    open: (number: string) => `打开 ${number}`,
    shortened: (shown: number, count: number) => `这里列出 ${shown} 条，共 ${count} 条；全部请导出。`,
    nothing: '没有发现问题。',
  },
  {
    tab: 'Inspection',
    title: "Inspector-general's view",
    backToMap: 'Back to the map',
    filters: 'Scope',
    from: 'From',
    to: 'To',
    squad: 'Squad',
    allSquads: 'All squads',
    apply: 'Check',
    chosen: (from: string, to: string, squad: string) =>
      `Scope: ${from || to ? `${from || 'any time'} to ${to || 'today'}` : 'any time'}, ${squad.toLowerCase()}`,
    export: 'Export Excel (.xlsx)',
    scope: (hazards: number, moment: string) => `${counted(hazards, 'ticket')} in scope, checked ${moment}`,
    states: { good: 'Well', watch: 'Watch', bad: 'Wrong' },
    summary: (bad: number, watch: number, good: number) =>
      `12 checks: ${bad} wrong, ${watch} to be watched, ${good} well`,
    count: (count: number) => `${count}`,
    show: (count: number) => `Show ${count}`,
    isOver: 'watch',
    mark: { bad: 'Wrong', watch: 'Watch' },
    open: (number: string) => `Open ${number}`,
    shortened: (shown: number, count: number) => `${shown} of ${count} are listed; export to see all.`,
    nothing: 'Nothing was found.',
  },
)
