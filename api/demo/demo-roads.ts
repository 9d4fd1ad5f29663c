import { townAreas } from './demo-places.ts'

export interface DemoRoad {
  /** Fixed: by it the demonstration finds its roads again when it is removed, whatever was made of them. */
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly adminGrade: 'county' | 'township' | 'village' | 'private'
  readonly township: string
  readonly course: string
  readonly point: readonly [number, number] | null
}

const centreOf = (roadName: string) => townAreas.find((area) => area.roadName === roadName)?.centre ?? null

/** Roads without a line: most of the network is like them. Two have a point near their town, two have words alone. */
export const demoRoads: readonly DemoRoad[] = [
  {
    id: '0199f0d0-0000-7000-8000-000000000001',
    code: 'L0001',
    name: '通村油路（额尔和图方向）',
    nameEn: 'Village road towards Erhetu',
    adminGrade: 'village',
    township: '苏米图苏木',
    course: '苏米图苏木—额尔和图方向',
    point: null,
  },
  {
    id: '0199f0d0-0000-7000-8000-000000000002',
    code: 'L0002',
    name: '苏里格气田路',
    nameEn: 'Sulige gas-field road',
    adminGrade: 'private',
    township: '苏米图苏木',
    course: '苏米图苏木境内，气田专用道路',
    point: null,
  },
  {
    id: '0199f0d0-0000-7000-8000-000000000003',
    code: 'L0003',
    name: '乌兰镇周边乡道',
    nameEn: 'Township road near Ulan',
    adminGrade: 'township',
    township: '乌兰镇',
    course: '乌兰镇东南',
    point: centreOf('乌兰镇周边乡道'),
  },
  {
    id: '0199f0d0-0000-7000-8000-000000000004',
    code: 'L0004',
    name: '棋盘井镇周边运煤道路',
    nameEn: 'Coal road near Qipanjing',
    adminGrade: 'private',
    township: '棋盘井镇',
    course: '棋盘井镇北，矿区与集运站之间',
    point: centreOf('棋盘井镇周边运煤道路'),
  },
]
