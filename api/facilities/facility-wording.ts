import { factsOfKind, facilityKindIds, shortKindName, type FacilityKind } from './facility-kinds.ts'

export interface FacilityCount {
  readonly kind: FacilityKind
  readonly unit: string
  readonly quantity: number
  readonly lengthMetres: number | null
  /** Says what a facility of no particular kind is: 隔离桩. */
  readonly legend?: string | null
}

export const kindName = (kind: FacilityKind): string => shortKindName[kind] ?? factsOfKind(kind).zh

/** 减速带2条（14米）: ledgers report bumps by number and by length. */
export function countWording(
  { kind, unit, quantity, lengthMetres, legend }: FacilityCount,
  nameOf: (kind: FacilityKind) => string = kindName,
): string {
  const isAlsoMeasured = factsOfKind(kind).needsLength && lengthMetres
  const name = kind === 'other' && legend ? legend : nameOf(kind)
  return `${name}${quantity}${unit}${isAlsoMeasured ? `（${Number(lengthMetres.toFixed(1))}米）` : ''}`
}

/** What Chinese counts by (盏, 块, 根 …) has no English word; metres have. */
export function amountInEnglish(quantity: number, unit: string): string {
  if (unit === '米') return `${quantity} m`
  return unit === '㎡' ? `${quantity} m²` : `× ${quantity}`
}

/** Speed bump × 2 (14 m) */
export function countInEnglish({ kind, unit, quantity, lengthMetres, legend }: FacilityCount): string {
  const { en, needsLength } = factsOfKind(kind)
  const name = kind === 'other' && legend ? legend : en
  const length = needsLength && lengthMetres ? ` (${Number(lengthMetres.toFixed(1))} m)` : ''
  return `${name} ${amountInEnglish(quantity, unit)}${length}`
}

interface PlacedCount extends Omit<FacilityCount, 'quantity' | 'lengthMetres'> {
  readonly placed: number
  readonly placedMetres: number
}

/** What the annual summary reports, in its order and under its names. */
const reportedKinds = ['solar_strobe', 'speed_bump', 'warning_sign'] as const

/** 设置太阳能爆闪警示灯30盏、减速带12条（84米）、警示标牌33块 */
export function placedSentence(counts: readonly PlacedCount[]): string {
  const parts = reportedKinds.map((kind) => {
    const { zh, units, ...facts } = { needsLength: false, ...factsOfKind(kind) }
    const ofKind = counts.filter((count) => count.kind === kind && count.unit === units[0])
    const sum = (field: 'placed' | 'placedMetres') => ofKind.reduce((total, count) => total + count[field], 0)
    const metres = facts.needsLength ? `（${Number(sum('placedMetres').toFixed(1))}米）` : ''
    return `${zh}${sum('placed')}${units[0]}${metres}`
  })
  return `设置${parts.join('、')}`
}

/** Like kinds added up, in the order of the kinds. */
function addedUp(facilities: readonly FacilityCount[]): FacilityCount[] {
  const sums = new Map<string, FacilityCount>()
  for (const facility of facilities) {
    const key = `${facility.kind} ${facility.unit} ${facility.kind === 'other' ? (facility.legend ?? '') : ''}`
    const sum = sums.get(key)
    const lengthMetres = (sum?.lengthMetres ?? 0) + (facility.lengthMetres ?? 0)
    sums.set(key, { ...facility, quantity: (sum?.quantity ?? 0) + facility.quantity, lengthMetres })
  }
  const order = (count: FacilityCount) => facilityKindIds.indexOf(count.kind)
  return [...sums.values()].sort((a, b) => order(a) - order(b))
}

/** 爆闪灯4盏、警示标牌4块、减速振动标线2组 */
export const controlWording = (facilities: readonly FacilityCount[]): string =>
  addedUp(facilities)
    .map((count) => countWording(count))
    .join('、')

/** 太阳能爆闪警示灯4盏、警示标牌4块: as letters to other bodies name them. */
export const fullControlWording = (facilities: readonly FacilityCount[]): string =>
  addedUp(facilities)
    .map((count) => countWording(count, (kind) => factsOfKind(kind).zh))
    .join('、')
