import type { DemoRoad } from './demo-years.ts'

/** What a place is like, as far as it decides which accidents happen there. */
export type Trait =
  'town' | 'settlement' | 'junction' | 'curve' | 'pasture' | 'sand' | 'bridge' | 'coal' | 'divided'

export interface Stretch {
  readonly road: Exclude<DemoRoad, 'OTHER'>
  readonly from: number
  readonly to: number
  readonly traits: readonly Trait[]
  /** How much more often than on the open road an accident falls here. */
  readonly weight: number
}

const stretch = (
  road: Stretch['road'],
  from: number,
  to: number,
  weight: number,
  ...traits: Trait[]
): Stretch => ({ road, from, to, weight, traits })

/** Where accidents gather: towns, junctions, bends, pastures. Stakes are demo values. */
export const knownStretches: readonly Stretch[] = [
  stretch('G109', 933_000, 936_500, 3, 'pasture', 'sand'),
  stretch('G109', 951_200, 953_600, 6, 'junction', 'settlement'),
  stretch('G109', 966_000, 971_500, 3, 'pasture'),
  stretch('G109', 993_600, 996_800, 6, 'junction', 'settlement'),
  stretch('G109', 1_007_400, 1_010_600, 5, 'junction', 'settlement'),
  stretch('G109', 1_012_300, 1_013_000, 2, 'bridge', 'curve'),
  stretch('G109', 1_026_000, 1_034_000, 5, 'curve'),
  stretch('G109', 1_057_000, 1_062_000, 3, 'curve', 'sand'),
  stretch('G109', 1_070_600, 1_073_200, 5, 'junction', 'settlement', 'coal'),
  stretch('G109', 1_088_500, 1_096_200, 14, 'town', 'junction', 'settlement', 'coal'),
  stretch('G109', 1_096_500, 1_098_000, 2, 'sand'),
  stretch('G109', 1_100_500, 1_103_500, 4, 'junction', 'coal'),
  stretch('G110', 1_109_000, 1_111_000, 4, 'junction', 'settlement'),
  stretch('G110', 1_118_000, 1_124_000, 3, 'pasture', 'sand'),
  stretch('G110', 1_130_900, 1_131_500, 2, 'bridge'),
  stretch('G110', 1_138_200, 1_140_600, 7, 'town', 'junction', 'coal', 'settlement'),
  stretch('G110', 1_140_800, 1_143_200, 8, 'town', 'junction', 'settlement'),
  stretch('S313', 224_800, 228_200, 4, 'curve'),
  stretch('S313', 250_000, 252_600, 7, 'junction', 'settlement'),
  stretch('S313', 260_000, 266_000, 3, 'pasture'),
  stretch('S313', 269_300, 273_500, 7, 'town', 'junction', 'settlement'),
  stretch('S313', 278_500, 280_000, 2, 'curve'),
  stretch('S216', 11_800, 13_600, 5, 'junction', 'settlement'),
  stretch('S216', 21_600, 27_200, 12, 'town', 'junction', 'settlement'),
  stretch('S216', 48_000, 56_000, 3, 'pasture', 'sand'),
  stretch('S216', 63_500, 67_000, 5, 'junction'),
  stretch('S216', 79_000, 86_000, 3, 'pasture', 'curve'),
  stretch('S216', 96_800, 98_400, 4, 'junction'),
  stretch('CAYJ', 3_000, 8_000, 3, 'junction'),
  stretch('CAYJ', 24_600, 31_000, 6, 'junction', 'settlement'),
  stretch('CAYJ', 46_500, 49_000, 4, 'junction'),
  stretch('CAYJ', 55_000, 64_000, 4, 'pasture'),
  stretch('CAYJ', 68_500, 70_500, 3, 'curve'),
]

/** The named bad places, with room around them: what happens there is written out in `demo-clusters.ts`. */
export const reservedStretches: readonly Pick<Stretch, 'road' | 'from' | 'to'>[] = [
  { road: 'G109', from: 966_900, to: 970_700 },
  { road: 'G109', from: 986_700, to: 990_900 },
  { road: 'G109', from: 1_019_000, to: 1_023_100 },
  { road: 'G109', from: 1_044_700, to: 1_049_400 },
  { road: 'G110', from: 1_141_700, to: 1_142_300 },
  { road: 'S216', from: 36_600, to: 41_000 },
  { road: 'S216', from: 108_100, to: 112_700 },
  { road: 'CAYJ', from: 19_500, to: 23_500 },
]

/** Nearest town that the road signs name, by travel direction and up to which stake. */
export const destinations: Readonly<
  Record<
    Stretch['road'],
    { increasing: readonly (readonly [number, string])[]; decreasing: readonly (readonly [number, string])[] }
  >
> = {
  G109: {
    increasing: [
      [1_092_000, '棋盘井'],
      [1_105_000, '乌海'],
    ],
    decreasing: [
      [1_012_000, '东胜'],
      [1_094_000, '乌兰镇'],
      [1_105_000, '棋盘井'],
    ],
  },
  G110: {
    increasing: [
      [1_141_000, '蒙西'],
      [1_149_000, '乌海'],
    ],
    decreasing: [
      [1_141_000, '磴口'],
      [1_149_000, '蒙西'],
    ],
  },
  S313: {
    increasing: [
      [270_000, '乌兰镇'],
      [288_000, '棋盘井'],
    ],
    decreasing: [
      [271_000, '乌审旗'],
      [288_000, '乌兰镇'],
    ],
  },
  S216: {
    increasing: [
      [24_000, '乌兰镇'],
      [118_000, '靖边'],
    ],
    decreasing: [
      [25_000, '察汗淖尔'],
      [118_000, '乌兰镇'],
    ],
  },
  CAYJ: {
    increasing: [[76_000, '鄂托克前旗']],
    decreasing: [
      [28_000, '察汗淖尔'],
      [76_000, '乌兰镇'],
    ],
  },
}

/** Opposing traffic is kept apart by a median. */
export const dividedRoads: readonly Stretch['road'][] = ['CAYJ']

export const traitsOf = ({ road, traits }: Stretch): readonly Trait[] =>
  dividedRoads.includes(road) ? [...traits, 'divided'] : traits

export interface TownArea {
  readonly roadName: string
  readonly centre: readonly [number, number]
  /** Metres: how far from the centre the roads reach. */
  readonly radius: number
  readonly township: string
  readonly squad: string
  readonly weight: number
  readonly places: readonly TownPlace[]
}

export interface TownPlace {
  readonly name: string
  readonly traits: readonly Trait[]
}

const place = (name: string, ...traits: Trait[]): TownPlace => ({ name, traits })

/** Roads without a code: only round the three towns whose place is known. */
export const townAreas: readonly TownArea[] = [
  {
    roadName: '乌兰镇镇区道路',
    centre: [107.9784, 39.0938],
    radius: 1300,
    township: '乌兰镇',
    squad: 'L01',
    weight: 10,
    places: [
      place('镇区主街与支街路口', 'town', 'settlement', 'junction'),
      place('镇区环岛路口', 'town', 'settlement', 'junction'),
      place('汽车站门前', 'town', 'settlement'),
      place('集贸市场北口', 'town', 'settlement', 'junction'),
      place('学校路口', 'town', 'settlement', 'junction'),
    ],
  },
  {
    roadName: '棋盘井镇镇区道路',
    centre: [107.0405, 39.3938],
    radius: 1200,
    township: '棋盘井镇',
    squad: 'L03',
    weight: 9,
    places: [
      place('镇区主街十字路口', 'town', 'settlement', 'junction'),
      place('工业园区南门路口', 'town', 'settlement', 'junction', 'coal'),
      place('货运停车场出入口', 'town', 'junction', 'coal'),
      place('商业街路口', 'town', 'settlement', 'junction'),
      place('医院门前', 'town', 'settlement'),
    ],
  },
  {
    roadName: '蒙西镇镇区道路',
    centre: [106.7493, 39.9166],
    radius: 700,
    township: '蒙西镇',
    squad: 'L02',
    weight: 4,
    places: [
      place('园区大道路口', 'town', 'settlement', 'junction', 'coal'),
      place('镇区主街路口', 'town', 'settlement', 'junction'),
      place('水泥厂专用路口', 'town', 'junction', 'coal'),
    ],
  },
  {
    roadName: '乌兰镇周边乡道',
    centre: [107.995, 39.075],
    radius: 2600,
    township: '乌兰镇',
    squad: 'L01',
    weight: 5,
    places: [
      place('通村油路岔口', 'junction', 'pasture'),
      place('草场便道口', 'junction', 'pasture'),
      place('弯道处', 'curve', 'pasture'),
    ],
  },
  {
    roadName: '棋盘井镇周边运煤道路',
    centre: [107.062, 39.408],
    radius: 2200,
    township: '棋盘井镇',
    squad: 'L03',
    weight: 5,
    places: [
      place('煤矿专用路岔口', 'junction', 'coal'),
      place('洗煤厂出入口', 'junction', 'coal', 'sand'),
      place('弯道处', 'curve', 'coal', 'sand'),
    ],
  },
]

/** Two accidents whose place nobody could pin down: the roads have a name and no drawn line. */
export const unlocatedPlaces = [
  {
    roadName: '通村油路（额尔和图方向）',
    township: '苏米图苏木',
    squad: 'L06',
    placeText: '通村油路额尔和图方向急弯处',
  },
  { roadName: '苏里格气田路', township: '苏米图苏木', squad: 'L06', placeText: '苏里格气田路十字路口附近' },
] as const
