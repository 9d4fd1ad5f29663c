import { untrack } from 'svelte'
import { GapDesk } from '../facilities/gap-desk.svelte.ts'
import { RoundDesk } from '../facilities/rounds/round-desk.svelte.ts'
import { LocatingQueue } from '../locating/locating-queue.svelte.ts'
import { PatrolPlan } from '../patrol/patrol-plan.svelte.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import type { Panel } from '../state/url-state.ts'
import { ToDoDesk } from '../to-do/to-do-desk.svelte.ts'

/** What the panels work on, kept while another panel is open. */
export class PanelDesks {
  readonly queue: LocatingQueue
  readonly toDo: ToDoDesk
  readonly plan: PatrolPlan
  readonly gaps: GapDesk
  readonly rounds: RoundDesk

  /** Made by the screen that shows them: they are fetched anew while it stands. */
  constructor(app: AppState, panel: () => Panel | null) {
    this.queue = new LocatingQueue(app)
    this.toDo = new ToDoDesk(app)
    this.plan = new PatrolPlan(app)
    this.gaps = new GapDesk(app)
    this.rounds = new RoundDesk(app)
    const mayRead = () => app.session.may('business:read')

    // Who corrects places sees how many wait; everybody else when the list is opened.
    const wantsQueue = $derived(panel() === 'locating' || app.session.may('accident:write'))
    $effect(() => {
      if (wantsQueue && mayRead()) untrack(() => void this.queue.load())
    })

    // Whatever changed a ticket had the tickets fetched anew: what waits for somebody has changed with them.
    const mayHaveChanged = $derived(app.data.hazards.value ?? panel() === 'todo')
    $effect(() => {
      if (mayHaveChanged && mayRead()) untrack(() => void this.toDo.load())
    })
  }
}
