import type { Advice, ShortAdvice } from './advice.schema.ts'

type Counted = ShortAdvice['add']

/** A bump on the road that joins is another thing than one on this road. */
function countKinds(those: Advice['candidates']): Counted {
  const counted: Counted = []
  for (const { proposal, onSideRoad } of those) {
    const { kind } = proposal
    const known = counted.find((each) => each.kind === kind && each.onSideRoad === onSideRoad)
    if (known) known.count++
    else counted.push({ kind, onSideRoad, count: 1 })
  }
  return counted
}

/** One line of a list: what lacks, what stands there, what must be mended first. Why is told in the whole advice. */
export function shortened({ site, candidates, noBump }: Advice): ShortAdvice {
  const isMended = ({ fulfilledBy, mends }: Advice['candidates'][number]) => !fulfilledBy && mends.length > 0
  return {
    site: site!,
    add: countKinds(candidates.filter((each) => !each.fulfilledBy && !isMended(each))),
    there: countKinds(candidates.filter(({ fulfilledBy }) => fulfilledBy)),
    mend: countKinds(candidates.filter(isMended)),
    noBump: noBump.length > 0,
  }
}
