import type { Road } from '../../../web/src/api/api-types.ts'

const start = 107
/** Metres in one degree of longitude on the parallel of 39°. */
const degree = 86_629

/** A point so many metres east of the start, and so many north of the line. */
export const east = (metres: number, north = 0): [number, number] => [
  start + metres / degree,
  39 + north / 111_010,
]

const anchor = (id: string, stake: number, point: [number, number]) => ({
  id,
  section: 1,
  stake,
  point,
  method: 'surveyed' as const,
  note: null,
  validFrom: '2020-01-01',
})

/** Ten kilometres due east, K0+000 to K10+000, with a post at each end and one in the middle. */
export function smallRoad(change: Partial<Road> = {}): Road {
  const coordinates = Array.from({ length: 11 }, (_, km) => east(km * 1000))
  return {
    code: 'X1',
    name: '查布公路',
    nameEn: 'Chabu road',
    aliases: ['查布线'],
    datedAliases: [],
    adminGrade: 'county',
    technicalClass: null,
    officialLengthKm: 10,
    geometryLengthKm: 10,
    fromStake: 0,
    toStake: 10_000,
    upDirection: null,
    increasingTowards: [],
    decreasingTowards: [],
    divided: false,
    maintainerUnit: null,
    confidence: 'high',
    qualityNote: '',
    township: '阿尔巴斯苏木',
    course: '查布—公其日嘎',
    point: null,
    isDrawn: true,
    version: 1,
    geometry: { type: 'MultiLineString', coordinates: [coordinates] },
    sections: [
      {
        id: 's1',
        sequence: 1,
        carriageway: 'both',
        fromStake: 0,
        toStake: 10_000,
        lengthMetres: 10_000,
        coordinates,
        source: 'test',
        qualityNote: '',
        validFrom: '2020-01-01',
      },
    ],
    anchors: [anchor('a0', 0, east(0)), anchor('a5', 5000, east(5000)), anchor('a10', 10_000, east(10_000))],
    chainBreaks: [],
    squadStretches: [],
    townshipStretches: [],
    ...change,
  }
}
