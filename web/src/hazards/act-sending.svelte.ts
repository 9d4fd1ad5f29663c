import { ApiProblem } from '../../../api/client.ts'
import type { Hazard } from '../api/api-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'

export interface ChangeMeanwhile {
  readonly at: string
  readonly actorName: string
  readonly action: string
  readonly fields: readonly string[]
}

/** One act on its way. Where the ticket moved on meanwhile, the page takes over the new one and what was typed stays. */
export class ActSending {
  isBusy = $state(false)
  failure = $state.raw<unknown>(undefined)
  readonly problem = $derived(this.failure instanceof ApiProblem ? this.failure : undefined)
  /** Who did what since the page saw the ticket; empty where that was not the trouble. */
  readonly changes = $derived.by(() => {
    const { status, body } = this.problem ?? {}
    return status === 409 && Array.isArray(body?.changes) ? (body.changes as readonly ChangeMeanwhile[]) : []
  })
  readonly #app: AppState
  readonly #onchange: (hazard: Hazard) => void

  constructor(app: AppState, onchange: (hazard: Hazard) => void) {
    this.#app = app
    this.#onchange = onchange
  }

  clear(): void {
    this.failure = undefined
  }

  /** True when the service took it. */
  async send(id: string, act: () => Promise<Hazard>): Promise<boolean> {
    this.isBusy = true
    this.failure = undefined
    try {
      this.#onchange(await act())
      return true
    } catch (error) {
      this.failure = error
      if (error instanceof ApiProblem && error.status === 409) await this.#takeOver(id)
      return false
    } finally {
      this.isBusy = false
    }
  }

  /** The refusal is told in any case; without the newer ticket the next attempt is refused just so. */
  async #takeOver(id: string): Promise<void> {
    const hazard = await this.#app.calls.hazard(id).catch(() => undefined)
    if (hazard) this.#onchange(hazard)
  }
}
