import type { Calls } from '../api/calls.ts'
import type { ExportJob, ExportOrder } from '../api/export-calls.ts'
import { Resource } from '../state/resource.svelte.ts'

type ExportCalls = Pick<Calls, 'exports' | 'orderExport' | 'dropExport' | 'exportAddress'>

export const isUnderWay = ({ state }: Pick<ExportJob, 'state'>): boolean =>
  state === 'waiting' || state === 'running'

const lookEveryMs = 1_000

/** The own exports, looked at again as long as one of them is under way. They live in the service: a reload finds them as they are. */
export class ExportDesk {
  readonly list = new Resource<readonly ExportJob[]>()
  failure = $state.raw<unknown>(undefined)
  /** The one that is being cancelled, removed or ordered again. */
  busyId = $state<string | null>(null)
  readonly jobs = $derived(this.list.value ?? [])
  readonly #calls: ExportCalls
  readonly #everyMs: number

  constructor(calls: ExportCalls, everyMs = lookEveryMs) {
    this.#calls = calls
    this.#everyMs = everyMs
  }

  load(): Promise<void> {
    return this.list.load(async () => (await this.#calls.exports()).items)
  }

  /** Until the answer of this function is called. */
  watch(): () => void {
    let isWatching = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async () => {
      await this.load()
      if (isWatching && this.jobs.some(isUnderWay)) timer = setTimeout(() => void look(), this.#everyMs)
    }
    void look()
    return () => {
      isWatching = false
      clearTimeout(timer)
    }
  }

  /**
   * Asks first whether the service still knows this person and the file: a browser that is sent there afterwards saves
   * the refusal as if it were the file, or says nothing.
   */
  async fetch(job: ExportJob, open: (address: string) => void): Promise<void> {
    await this.load()
    const isThere = this.jobs.some(({ id, state }) => id === job.id && state === 'done')
    if (isThere && this.list.error === undefined) open(this.#calls.exportAddress(job.id))
  }

  drop(job: ExportJob): Promise<void> {
    return this.#act(job, () => this.#calls.dropExport(job.id))
  }

  orderAgain(job: ExportJob): Promise<void> {
    const { kind, format, request, edition }: ExportOrder = job
    return this.#act(job, () => this.#calls.orderExport({ kind, format, request, edition }))
  }

  async #act(job: ExportJob, act: () => Promise<unknown>): Promise<void> {
    this.busyId = job.id
    this.failure = undefined
    try {
      await act()
    } catch (error) {
      this.failure = error
    }
    await this.load()
    this.busyId = null
  }
}
