import { anchorResiduals, type AnchorResidual } from '../../../api/roads/network/anchor-residuals.ts'
import type { ChainBreak } from '../../../api/roads/network/calibration.ts'
import type { SectionInput } from '../../../api/roads/network/road-network.ts'
import type { EditedLine } from './line-edits.ts'

export type Judgement = 'good' | 'look' | 'wrong'

/** Half the width of a street block; beyond it the post is hardly the one that its neighbours think it is. */
const remarkableResidual = 30
const implausibleResidual = 150
/** The shipped lines are about 30 m off; a post further away than that says that one of the two is misplaced. */
const remarkableLateral = 30
const implausibleLateral = 100
/** Drawn metres per stake metre: milestones stand where the road was measured, so the two hardly differ. */
const remarkableScale = 0.05
const implausibleScale = 0.1

const worst = (value: number, look: number, wrong: number): Judgement =>
  value > wrong ? 'wrong' : value > look ? 'look' : 'good'

const order: readonly Judgement[] = ['good', 'look', 'wrong']

/** How far a post can be believed, from its own figures. */
export function judgePost({
  residual,
  lateral,
  scale,
  used,
}: Pick<AnchorResidual, 'residual' | 'lateral' | 'scale' | 'used'>): Judgement {
  if (!used) return 'wrong'
  const judgements = [
    worst(Math.abs(residual ?? 0), remarkableResidual, implausibleResidual),
    worst(lateral ?? 0, remarkableLateral, implausibleLateral),
    worst(scale === null ? 0 : Math.abs(scale - 1), remarkableScale, implausibleScale),
  ]
  return order[Math.max(...judgements.map((judgement) => order.indexOf(judgement)))]!
}

export interface JudgedPost extends Pick<
  AnchorResidual,
  'residual' | 'lateral' | 'scale' | 'used' | 'warnings'
> {
  readonly judgement: Judgement
}

/** The figures of every post that is in force, by its id. */
export function judgePosts(
  { posts }: EditedLine,
  sections: readonly SectionInput[],
  breaks: readonly ChainBreak[],
): ReadonlyMap<string, JudgedPost> {
  const judged = new Map<string, JudgedPost>()
  for (const section of sections) {
    const own = posts.filter((post) => post.section === section.sequence && post.state !== 'ended')
    const residuals = anchorResiduals({ ...section, anchors: own }, breaks)
    own.forEach(({ id }, i) => {
      const figures = residuals[i]
      if (figures) judged.set(id, { ...figures, judgement: judgePost(figures) })
    })
  }
  return judged
}
