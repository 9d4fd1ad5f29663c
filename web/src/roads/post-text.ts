import type { Words } from '../text/words.ts'
import type { JudgedPost } from './post-judgement.ts'

type LineWords = Words['roadLine']

const refusals = ['order', 'skipped', 'far'] as const

/** How a post agrees with its neighbours and with the drawn line, in one line. */
export function figuresOf({ residual, lateral, used, warnings }: JudgedPost, words: LineWords): string {
  const refusal = used ? undefined : refusals.find((each) => warnings.includes(each))
  return [
    refusal && words.unused[refusal],
    !refusal && (residual === null ? words.noResidual : words.residual(residual)),
    lateral !== null && words.lateral(lateral),
  ]
    .filter(Boolean)
    .join(' · ')
}
