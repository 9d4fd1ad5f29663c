import type { Road } from '../api/api-types.ts'
import type { AdminGrade } from '../api/road-types.ts'

export const roadGroups = ['trunk', 'county', 'rural', 'private'] as const
export type RoadGroup = (typeof roadGroups)[number]

const groupOf: Readonly<Record<AdminGrade, RoadGroup>> = {
  national: 'trunk',
  provincial: 'trunk',
  other: 'trunk',
  county: 'county',
  township: 'rural',
  village: 'rural',
  private: 'private',
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')

function isMeant(road: Road, wanted: string): boolean {
  const told = [road.code, road.name, road.nameEn, ...road.aliases, road.township, road.course]
  return told.some((text) => text && plain(text).includes(wanted))
}

export interface GroupOfRoads {
  readonly group: RoadGroup
  readonly roads: readonly Road[]
}

/** The roads that a text means, trunk roads first; groups without any are left out. */
export function groupRoads(roads: readonly Road[], text: string): GroupOfRoads[] {
  const wanted = plain(text)
  const found = wanted ? roads.filter((road) => isMeant(road, wanted)) : roads
  return roadGroups
    .map((group) => ({ group, roads: found.filter((road) => groupOf[road.adminGrade] === group) }))
    .filter(({ roads }) => roads.length > 0)
}

/** How much longer the drawn line is than the official figure, in per cent. */
export function lengthDifference({
  officialLengthKm,
  geometryLengthKm,
}: Pick<Road, 'officialLengthKm' | 'geometryLengthKm'>): number | undefined {
  if (!officialLengthKm || geometryLengthKm === null) return undefined
  return (geometryLengthKm / officialLengthKm - 1) * 100
}
