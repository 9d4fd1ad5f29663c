import { pair } from './pair.ts'

export const supervisionWords = pair(
  {
    title: '生成挂牌督办清单',
    name: '清单名称',
    defaultName: (year: string) => `${year}年鄂托克旗道路交通安全隐患挂牌督办清单`,
    cutoff: '统计截止日期',
    calibre: '事故口径',
    hazards: (count: number) => `含隐患 ${count} 处`,
    create: '生成清单',
    made: '清单已生成',
    download: '下载 Excel（.xlsx）',
  },
  {
    title: 'Make a supervision list',
    name: 'Title',
    defaultName: (year: string) => `${year}年鄂托克旗道路交通安全隐患挂牌督办清单`,
    cutoff: 'Data cut-off',
    calibre: 'Accident calibre',
    hazards: (count: number) => `${count} hazards`,
    create: 'Make the list',
    made: 'The list is ready',
    download: 'Download Excel (.xlsx)',
  },
)
