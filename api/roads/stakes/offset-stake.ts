import type { WrittenOffset } from './stake-offset.ts'
import type { StakeExtent } from './stake-range.ts'
import { mostKilometres } from './stake-value.ts'

const isStake = (metres: number) => metres >= 0 && metres < (mostKilometres + 1) * 1000

/** A tape is not laid along the road: the offset of a whole kilometre is exact to ten metres, a rough one to a hundred. */
function precisionOf(extent: StakeExtent, { isApproximate }: WrittenOffset): number {
  if (isApproximate) return Math.max(100, extent.precision === 1000 ? 100 : extent.precision)
  return extent.precision === 1000 ? 10 : extent.precision
}

function unresolved(extent: StakeExtent, metres: number): StakeExtent {
  const isRange = extent.to !== undefined
  const both = [extent.from + metres, extent.from - metres].filter(isStake)
  return {
    ...extent,
    warnings: [...extent.warnings, 'offset_unresolved'],
    ambiguous: true,
    alternatives: isRange ? extent.alternatives : [...extent.alternatives, ...both],
  }
}

/** Moves a stake by the distance the text adds, where it is settled which way; a stake that stays says why. */
export function withOffset(written: StakeExtent, offset: WrittenOffset): StakeExtent {
  const extent = { ...written, warnings: [...written.warnings, ...offset.warnings] }
  if (offset.way === 'across') return { ...extent, warnings: [...extent.warnings, 'offset_across'] }
  const metres = offset.way === 'decreasing' ? -offset.metres : offset.metres
  const moved = Math.round((extent.from + metres) * 1000) / 1000
  if (offset.way === 'unresolved' || extent.to !== undefined || !isStake(moved))
    return unresolved(extent, offset.metres)
  const precision = precisionOf(extent, offset)
  if (offset.isStretch)
    return { ...extent, to: moved, precision, warnings: [...extent.warnings, 'range_from_length'] }
  return {
    ...extent,
    from: moved,
    precision,
    warnings: [...extent.warnings, 'offset_applied'],
    alternatives: extent.alternatives.map((stake) => stake + metres).filter(isStake),
  }
}
