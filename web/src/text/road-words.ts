import { pair } from './pair.ts'

export const roadWords = pair(
  {
    title: '公路与里程',
    official: '核定里程',
    drawn: '图上里程',
    stakes: '桩号',
    kilometres: (km: number) => `${km.toFixed(1)} 公里`,
    towards: (increasing: string, decreasing: string) => `桩号增大往${increasing}，减小往${decreasing}`,
  },
  {
    title: 'Roads and lengths',
    official: 'Official',
    drawn: 'As drawn',
    stakes: 'Stakes',
    kilometres: (km: number) => `${km.toFixed(1)} km`,
    towards: (increasing: string, decreasing: string) =>
      `Stakes grow towards ${increasing}, fall towards ${decreasing}`,
  },
)
