import { counted } from './counted.ts'
import { pair } from './pair.ts'

/** Making a list; the lists themselves are in list-words.ts. */
export const supervisionWords = pair(
  {
    title: '生成挂牌督办清单',
    name: '清单名称',
    defaultName: (year: string) => `${year}年鄂托克旗道路交通安全隐患挂牌督办清单`,
    cutoff: '统计截止日期',
    calibre: '事故口径',
    hazards: (count: number) => `含隐患 ${count} 处`,
    ofFilter: (count: number) =>
      `按当前列表的筛选取隐患，现有 ${count} 处；条件会印在清单上，更新草稿时再按它取。`,
    create: '生成清单',
  },
  {
    title: 'Make a supervision list',
    name: 'Title',
    defaultName: (year: string) => `${year}年鄂托克旗道路交通安全隐患挂牌督办清单`,
    cutoff: 'Data cut-off',
    calibre: 'Accident calibre',
    hazards: (count: number) => counted(count, 'hazard'),
    ofFilter: (count: number) =>
      `Takes the hazards that the list shows, ${count} now. The filter is printed, and a refresh asks it again.`,
    create: 'Make the list',
  },
)
