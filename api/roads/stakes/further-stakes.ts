import type { StakeMark } from './stake-mark.ts'
import type { StakeExtent } from './stake-range.ts'
import { valueOfMark } from './stake-value.ts'

const listed = /^\s?[、,;和及与]\s?$/

/** K1046+200、+600: metres alone count only in a list that begins with a stake. */
function stakesOf(text: string, extent: StakeExtent, others: readonly StakeMark[]): number[] {
  const stakes: number[] = []
  let end = extent.end
  let kilometre = Math.floor((extent.to ?? extent.from) / 1000) * 1000
  for (const mark of others) {
    const isListed = listed.test(text.slice(end, mark.start))
    const value = mark.kind === 'metres' ? undefined : valueOfMark(mark)
    if (value && 'metres' in value) stakes.push(value.metres)
    if (value && 'metres' in value) kilometre = Math.floor(value.metres / 1000) * 1000
    if (!value && isListed) stakes.push(kilometre + Number(mark.metres))
    end = mark.end
  }
  return stakes
}

/** Says so where a text has more stakes than one place; the same stake written twice is one: K1046+200(1046公里200米). */
export function withFurtherStakes(
  text: string,
  extent: StakeExtent,
  others: readonly StakeMark[],
): StakeExtent {
  const further = stakesOf(text, extent, others).filter(
    (stake) => stake !== extent.from && stake !== extent.to,
  )
  if (further.length === 0) return extent
  return {
    ...extent,
    warnings: [...extent.warnings, 'several_stakes'],
    ambiguous: true,
    alternatives: [...extent.alternatives, ...further],
  }
}
