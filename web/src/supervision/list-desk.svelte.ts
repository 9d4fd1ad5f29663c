import type {
  IssueRequest,
  ListChecks,
  ListComparison,
  ListEdit,
  ListFileWish,
  ListLife,
  NewListEvent,
  SupervisionList,
  SupervisionListSummary,
} from '../api/list-calls.ts'
import type { Calls } from '../api/calls.ts'
import { Resource } from '../state/resource.svelte.ts'
import { saveFile } from '../ui/save-file.ts'

/** The register of lists, and the one that is open with what was found in it. */
export class ListDesk {
  readonly register = new Resource<readonly SupervisionListSummary[]>()
  readonly list = new Resource<SupervisionList>()
  readonly checks = new Resource<ListChecks>()
  readonly comparison = new Resource<ListComparison>()
  readonly life = new Resource<ListLife>()
  isBusy = $state(false)
  failure = $state.raw<unknown>(undefined)
  readonly #calls: Calls

  constructor(calls: Calls) {
    this.#calls = calls
  }

  loadRegister(): Promise<void> {
    return this.register.load(async () => (await this.#calls.lists()).items)
  }

  async open(id: string): Promise<void> {
    if (this.list.value?.id !== id)
      for (const resource of [this.list, this.checks, this.comparison, this.life]) resource.clear()
    this.failure = undefined
    await this.list.load(() => this.#calls.list(id))
    await this.#look()
  }

  /** What is derived of a list follows it. */
  async #look(): Promise<void> {
    const list = this.list.value
    if (!list) return
    await Promise.all([
      this.checks.load(() => this.#calls.listChecks(list.id)),
      this.comparison.load(() => this.#calls.listDiff(list.id)),
      this.life.load(() => this.#calls.listLife(list.id)),
    ])
  }

  change = (edit: ListEdit) => this.#act((list) => this.#calls.changeList(list, edit))
  refresh = () => this.#act((list) => this.#calls.refreshList(list))
  submit = () => this.#act((list) => this.#calls.submitList(list))
  giveBack = (reason: string) => this.#act((list) => this.#calls.returnList(list, reason))
  issue = (request: IssueRequest) => this.#act((list) => this.#calls.issueList(list, request))
  withdraw = (reason: string) => this.#act((list) => this.#calls.withdrawList(list, reason))

  /** One row up or down, or out; nothing where it would leave the list empty. */
  move(hazardId: string, by: -1 | 1): Promise<boolean> {
    const ids = this.#ids()
    const from = ids.indexOf(hazardId)
    const to = from + by
    if (from < 0 || to < 0 || to >= ids.length) return Promise.resolve(false)
    ids.splice(to, 0, ...ids.splice(from, 1))
    return this.change({ hazardIds: ids })
  }

  takeOut(hazardId: string): Promise<boolean> {
    const rest = this.#ids().filter((id) => id !== hazardId)
    return rest.length > 0 ? this.change({ hazardIds: rest }) : Promise.resolve(false)
  }

  add(hazardIds: readonly string[]): Promise<boolean> {
    return this.change({ hazardIds: [...new Set([...this.#ids(), ...hazardIds])] })
  }

  #ids(): string[] {
    return (this.list.value?.rows ?? []).map(({ hazardId }) => hazardId)
  }

  record(event: NewListEvent): Promise<boolean> {
    return this.#try(async ({ id }) => {
      this.life.value = await this.#calls.recordListEvent(id, event)
    })
  }

  takeBack(eventId: string, reason: string): Promise<boolean> {
    return this.#try(async ({ id }) => {
      this.life.value = await this.#calls.withdrawListEvent(id, eventId, reason)
    })
  }

  download(wish: ListFileWish): Promise<boolean> {
    return this.#try(async ({ id, number }) => {
      const { blob, name } = await this.#calls.listFile(id, wish)
      saveFile(blob, name ?? `${number}.${wish.format}`)
    })
  }

  /** With photos it takes too long to be waited for: made in the background, and fetched from the panel of exports. */
  order({ format, edition = 'internal', ...request }: ListFileWish): Promise<boolean> {
    return this.#try(async ({ id }) => {
      await this.#calls.orderExport({
        kind: 'supervisionList',
        format,
        edition,
        request: { id, ...request },
      })
    })
  }

  #act(act: (list: SupervisionList) => Promise<SupervisionList>): Promise<boolean> {
    return this.#try(async (list) => {
      this.list.value = await act(list)
      await this.#look()
    })
  }

  /** False where it was refused; what was typed is then still in the form. */
  async #try(work: (list: SupervisionList) => Promise<void>): Promise<boolean> {
    const list = this.list.value
    if (!list || this.isBusy) return false
    this.isBusy = true
    this.failure = undefined
    try {
      await work(list)
      return true
    } catch (error) {
      this.failure = error
      return false
    } finally {
      this.isBusy = false
    }
  }
}
