import type { HazardType } from './hazard-codes.ts'

/** Group G of the code list: the place is known by its accidents. */
export const isAccidentProne = (types: readonly string[]): boolean =>
  types.some((type) => type.startsWith('G'))

interface Standing {
  readonly types: readonly string[]
  readonly isBlackSpot: boolean
}

/**
 * Columns that follow the types: the first is the main one, and group G makes a black spot, on which a report to the
 * government is due. Said by other means than the types (a ledger's own column), it outlives their correction.
 */
export function typeColumns(hazard: Standing, types: readonly HazardType[] | undefined) {
  if (!types) return {}
  const isSaidOtherwise = hazard.isBlackSpot && !isAccidentProne(hazard.types)
  return { type_main: types[0]!, is_black_spot: isAccidentProne(types) || isSaidOtherwise }
}
