import type { Squad, Unit } from '../api/api-types.ts'
import type { Calls } from '../api/calls.ts'
import { Resource } from '../state/resource.svelte.ts'

/** Units and squads, fetched when the first form or record asks for a name. */
export class CodeLists {
  readonly #units = new Resource<readonly Unit[]>()
  readonly #squads = new Resource<readonly Squad[]>()
  readonly #calls: Pick<Calls, 'units' | 'squads'>
  #isAsked = false

  readonly units = $derived.by(() => this.#units.value ?? [])
  readonly squads = $derived.by(() => this.#squads.value ?? [])
  readonly names = $derived(new Map([...this.units, ...this.squads].map(({ code, name }) => [code, name])))
  /** Who may be written to, and who may take part: for fields that take any words. */
  readonly bodies = $derived([...this.names.values()])

  constructor(calls: Pick<Calls, 'units' | 'squads'>) {
    this.#calls = calls
  }

  ask(): void {
    if (this.#isAsked) return
    this.#isAsked = true
    void this.#units.load(() => this.#calls.units())
    void this.#squads.load(() => this.#calls.squads())
  }
}
