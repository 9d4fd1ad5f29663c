import type { Block } from '../paper.ts'

export interface Placed {
  readonly block: Block
  readonly previous?: Block
  readonly next?: Block
}

/** Each block with what stands before and behind it: some keep together, and some must know that nothing follows. */
export async function* withNeighbours(
  blocks: Iterable<Block> | AsyncIterable<Block>,
): AsyncGenerator<Placed> {
  let previous: Block | undefined
  let block: Block | undefined
  for await (const next of blocks) {
    if (block) yield { block, ...(previous && { previous }), next }
    previous = block
    block = next
  }
  if (block) yield { block, ...(previous && { previous }) }
}

/** Whoever signs, and where the page came from, do not stand on a page without a row of their table. */
export const hasFoot = ({ next }: Placed): boolean => next?.kind === 'spread' || next?.kind === 'note'

/** The last of its sheet. */
export const isLast = ({ next }: Placed): boolean => next === undefined || next.kind === 'pageBreak'
