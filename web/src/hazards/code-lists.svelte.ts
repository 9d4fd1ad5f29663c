import type { Squad, Unit } from '../api/api-types.ts'
import type { Calls } from '../api/calls.ts'
import type { Office } from '../api/letter-calls.ts'
import { Resource } from '../state/resource.svelte.ts'

type Asked = Pick<Calls, 'units' | 'squads' | 'office'>

/** Units and squads, fetched when the first form or record asks for a name, and the numbers that letters bear next. */
export class CodeLists {
  readonly #units = new Resource<readonly Unit[]>()
  readonly #squads = new Resource<readonly Squad[]>()
  readonly #office = new Resource<Office>()
  readonly #calls: Asked
  #isAsked = false

  readonly units = $derived.by(() => this.#units.value ?? [])
  readonly squads = $derived.by(() => this.#squads.value ?? [])
  readonly names = $derived(new Map([...this.units, ...this.squads].map(({ code, name }) => [code, name])))
  /** Who may be written to, and who may take part: for fields that take any words. */
  readonly bodies = $derived([...this.names.values()])

  constructor(calls: Asked) {
    this.#calls = calls
  }

  readonly nextNumbers = $derived(this.#office.value?.proposedNumbers)

  /** Asked each time a form opens: somebody else may have taken the number meanwhile. */
  askNumbers(): void {
    void this.#office.load(() => this.#calls.office())
  }

  ask(): void {
    if (this.#isAsked) return
    this.#isAsked = true
    void this.#units.load(() => this.#calls.units())
    void this.#squads.load(() => this.#calls.squads())
  }
}
