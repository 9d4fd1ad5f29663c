import { pair } from './pair.ts'

/** How much traffic a stretch carries: what a rate and the before/after are worked out with. */
export const trafficWords = pair(
  {
    title: '交通量（效果评价用）',
    advice:
      '按路段登记年平均日交通量（双向合计）。有交通量的路段，效果评价用交通量模型；没有的，与同类路段比较，都会写明。',
    none: '还没有登记交通量。',
    row: (year: number, aadt: string) => `${year} 年，每天 ${aadt} 辆`,
    choose: '导入交通量表（.csv）',
    template: '下载空白表',
    templateName: '交通量表.csv',
    header: '路线,起点桩号,止点桩号,年份,年平均日交通量,来源',
    taken: (count: number) => `已写入 ${count} 条。`,
    line: (line: string, message: string) => `第 ${line} 行：${message}`,
    remove: '删除',
    removing: (place: string) => `确认删除 ${place} 的交通量？`,
    keep: '不删',
  },
  {
    title: 'Traffic volumes (for before/after)',
    advice:
      'Vehicles a day by stretch, both directions, mean of the year. Where they are known, before/after uses the traffic model; elsewhere it compares with stretches alike. It says which.',
    none: 'No traffic volume has been entered.',
    row: (year: number, aadt: string) => `${year}: ${aadt} vehicles a day`,
    choose: 'Import a table (.csv)',
    template: 'Download an empty table',
    templateName: 'traffic-volumes.csv',
    header: 'road,from_stake,to_stake,year,aadt,source',
    taken: (count: number) => `${count} entered.`,
    line: (line: string, message: string) => `Line ${line}: ${message}`,
    remove: 'Remove',
    removing: (place: string) => `Remove the volume of ${place}?`,
    keep: 'Keep it',
  },
)
