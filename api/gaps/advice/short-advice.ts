import type { FacilityKind } from '../../facilities/facility-kinds.ts'
import type { Advice, ShortAdvice } from './advice.schema.ts'

type Counted = ShortAdvice['add']

function countKinds(kinds: readonly FacilityKind[]): Counted {
  return [...new Set(kinds)].map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }))
}

/** One line of a list: what lacks, what stands there, what must be mended first. Why is told in the whole advice. */
export function shortened({ site, candidates, noBump }: Advice): ShortAdvice {
  const isMended = ({ fulfilledBy, mends }: Advice['candidates'][number]) => !fulfilledBy && mends.length > 0
  const kindsOf = (those: Advice['candidates']) => those.map(({ proposal }) => proposal.kind)
  return {
    site: site!,
    add: countKinds(kindsOf(candidates.filter((each) => !each.fulfilledBy && !isMended(each)))),
    there: countKinds(kindsOf(candidates.filter(({ fulfilledBy }) => fulfilledBy))),
    mend: countKinds(kindsOf(candidates.filter(isMended))),
    noBump: noBump.length > 0,
  }
}
