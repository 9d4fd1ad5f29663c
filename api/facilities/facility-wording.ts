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
export function countWording({ kind, unit, quantity, lengthMetres, legend }: FacilityCount): string {
  const isAlsoMeasured = factsOfKind(kind).needsLength && lengthMetres
  const name = kind === 'other' && legend ? legend : kindName(kind)
  return `${name}${quantity}${unit}${isAlsoMeasured ? `（${Number(lengthMetres.toFixed(1))}米）` : ''}`
}

/** 爆闪灯4盏、警示标牌4块、减速振动标线2组: like kinds added up, in the order of the kinds. */
export function controlWording(facilities: readonly FacilityCount[]): string {
  const sums = new Map<string, FacilityCount>()
  for (const facility of facilities) {
    const key = `${facility.kind} ${facility.unit} ${facility.kind === 'other' ? (facility.legend ?? '') : ''}`
    const sum = sums.get(key)
    const lengthMetres = (sum?.lengthMetres ?? 0) + (facility.lengthMetres ?? 0)
    sums.set(key, { ...facility, quantity: (sum?.quantity ?? 0) + facility.quantity, lengthMetres })
  }
  const order = (count: FacilityCount) => facilityKindIds.indexOf(count.kind)
  return [...sums.values()]
    .sort((a, b) => order(a) - order(b))
    .map(countWording)
    .join('、')
}
