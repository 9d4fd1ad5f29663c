import type { AdminGrade } from '../../roads/road.schema.ts'

/** 路别, in the order in which the monthly report lists them. */
export const roadGroups = {
  national: '国道',
  provincial: '省道',
  firstClass: '一级公路',
  county: '县乡道',
  gasField: '气田路',
  town: '镇区',
} as const
export type RoadGroup = keyof typeof roadGroups
export const roadGroupIds = Object.keys(roadGroups) as [RoadGroup, ...RoadGroup[]]

export interface GroupedRoad {
  readonly adminGrade: AdminGrade | null
  /** 道路类型 code: 11 is 一级公路, 21 and 22 are streets. */
  readonly technicalClass: string | null
  readonly roadName: string
}

const streets = ['21', '22', '25', '26', '27']
const isNamedStreet = (name: string) => /镇区|城区|街|园区/.test(name)

/**
 * A national or provincial road stays one whatever it is built like; of the others a first-class road stands for itself.
 * Roads that only have a name are told by it, and what remains is counted with the county and township roads.
 */
export function roadGroupOf({ adminGrade, technicalClass, roadName }: GroupedRoad): RoadGroup {
  if (adminGrade === 'national' || adminGrade === 'provincial') return adminGrade
  if (technicalClass === '11') return 'firstClass'
  if (adminGrade === 'private' || roadName.includes('气田')) return 'gasField'
  if (technicalClass !== null && streets.includes(technicalClass)) return 'town'
  if (adminGrade === null || adminGrade === 'other') return isNamedStreet(roadName) ? 'town' : 'county'
  return 'county'
}
