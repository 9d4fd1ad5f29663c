import type { Road } from '../api/api-types.ts'
import { changesOf, rebase } from './line-changes.ts'
import { editLine, sectionInputs, withStep, type LineStep, type Post } from './line-edits.ts'
import { judgePosts } from './post-judgement.ts'

/** The map follows a drag this often; the figures in the list follow every movement. */
const mapPaceMs = 120

/** What an officer does to the line of one road, until it is saved or undone. Nothing here reaches the service. */
export class LineDraft {
  steps = $state.raw<readonly LineStep[]>([])
  /** The acts that the map shows already. */
  shownSteps = $state.raw<readonly LineStep[]>([])
  selectedPost = $state<string | null>(null)
  #pinned = $state.raw<Road | undefined>(undefined)
  /** What the hand is at: one drag, or the typing in one field, is one act. */
  #gesture: string | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #made = 0
  readonly #present: () => Road

  /** The road that the acts were meant for; the present one as long as there are none. */
  readonly road = $derived.by(() => this.#pinned ?? this.#present())
  readonly line = $derived(editLine(this.road, this.steps))
  readonly shownLine = $derived(editLine(this.road, this.shownSteps))
  readonly changes = $derived(changesOf(this.line))
  readonly judged = $derived(
    judgePosts(
      this.line,
      sectionInputs(this.road, this.line),
      this.line.jumps.filter(({ state }) => state !== 'ended'),
    ),
  )

  constructor(present: () => Road) {
    this.#present = present
  }

  newId(): string {
    return `new-${++this.#made}`
  }

  /** Acts of the same gesture replace each other. */
  do(step: LineStep, gesture: string | null = null): void {
    this.#take(withStep(this.steps, step, { replacesLast: gesture !== null && gesture === this.#gesture }))
    this.#gesture = gesture
  }

  put(post: Post, gesture: string | null = null): void {
    this.selectedPost = post.id
    this.do({ kind: 'putPost', post }, gesture && `${gesture} ${post.id}`)
  }

  endGesture(): void {
    this.#gesture = null
  }

  undo(): void {
    this.#gesture = null
    this.#take(this.steps.slice(0, -1))
  }

  discard(): void {
    this.#take([])
    this.selectedPost = null
  }

  /** The service holds `now`: what is still to be saved goes on from there. */
  goOnFrom(now: Road, steps: readonly LineStep[] = this.steps): void {
    this.#gesture = null
    const rebased = rebase(steps, this.road, now)
    this.#pinned = now
    this.#take(rebased)
  }

  #take(steps: readonly LineStep[]): void {
    this.#pinned = steps.length ? this.road : undefined
    this.steps = steps
    if (!this.line.posts.some(({ id }) => id === this.selectedPost)) this.selectedPost = null
    if (this.#timer !== undefined) return
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.shownSteps = this.steps
    }, mapPaceMs)
  }
}
