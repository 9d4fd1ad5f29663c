import type { Road } from '../api/api-types.ts'
import {
  editLine,
  jumpsOf,
  postsOf,
  type Edited,
  type EditedLine,
  type Jump,
  type LineStep,
  type Post,
  type SectionStakes,
} from './line-edits.ts'

/** One call to the service. */
export type LineChange =
  | { readonly kind: 'addPost' | 'changePost' | 'endPost'; readonly post: Post }
  | { readonly kind: 'addJump' | 'changeJump' | 'endJump'; readonly jump: Jump }
  | { readonly kind: 'setStakes'; readonly stakes: SectionStakes }

const having = <Thing>(things: readonly Edited<Thing>[], state: Edited<Thing>['state']) =>
  things.filter((thing) => thing.state === state)

/** In the order that the service can check one by one: what ends makes room, breaks hold before the posts behind them. */
export function changesOf({ posts, jumps, sections }: EditedLine): LineChange[] {
  return [
    ...having(posts, 'ended').map((post) => ({ kind: 'endPost' as const, post })),
    ...having(jumps, 'ended').map((jump) => ({ kind: 'endJump' as const, jump })),
    ...having(sections, 'changed').map((stakes) => ({ kind: 'setStakes' as const, stakes })),
    ...having(jumps, 'changed').map((jump) => ({ kind: 'changeJump' as const, jump })),
    ...having(jumps, 'added').map((jump) => ({ kind: 'addJump' as const, jump })),
    ...having(posts, 'changed').map((post) => ({ kind: 'changePost' as const, post })),
    ...having(posts, 'added').map((post) => ({ kind: 'addPost' as const, post })),
  ]
}

export const stepsOf = (changes: readonly LineChange[]): LineStep[] =>
  changes.map((change): LineStep => {
    switch (change.kind) {
      case 'addPost':
      case 'changePost':
        return { kind: 'putPost', post: change.post }
      case 'endPost':
        return { kind: 'endPost', id: change.post.id }
      case 'addJump':
      case 'changeJump':
        return { kind: 'putJump', jump: change.jump }
      case 'endJump':
        return { kind: 'endJump', id: change.jump.id }
      case 'setStakes':
        return { kind: 'stakes', stakes: change.stakes }
    }
  })

/** The id of the same thing on the present road: a colleague's change gave it a new one. */
function renewed<Thing extends { readonly id: string }>(
  id: string,
  before: readonly Thing[],
  now: readonly Thing[],
  isAlike: (a: Thing, b: Thing) => boolean,
): string {
  const old = before.find((thing) => thing.id === id)
  if (!old || now.some((thing) => thing.id === id)) return id
  return now.find((thing) => isAlike(thing, old))?.id ?? id
}

/** Acts meant for the road as it was, on the road as a colleague left it. Nothing typed is lost. */
export function rebase(steps: readonly LineStep[], before: Road, now: Road): readonly LineStep[] {
  const post = (id: string) =>
    renewed(
      id,
      postsOf(before),
      postsOf(now),
      (a, b) => a.section === b.section && (a.stake === b.stake || String(a.point) === String(b.point)),
    )
  const jump = (id: string) => renewed(id, jumpsOf(before), jumpsOf(now), (a, b) => a.atStake === b.atStake)
  const rebased = steps.map((step): LineStep => {
    switch (step.kind) {
      case 'putPost':
        return { ...step, post: { ...step.post, id: post(step.post.id) } }
      case 'endPost':
        return { ...step, id: post(step.id) }
      case 'putJump':
        return { ...step, jump: { ...step.jump, id: jump(step.jump.id) } }
      case 'endJump':
        return { ...step, id: jump(step.id) }
      case 'stakes':
        return step
    }
  })
  return stepsOf(changesOf(editLine(now, rebased)))
}
