import type { ToDoItem, ToDoList } from '../api/api-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { Resource } from '../state/resource.svelte.ts'
import { saveFile } from '../ui/save-file.ts'

export type GroupId = 'mine' | 'dueSoon' | 'overdue'

/** What waits for the person who is signed in; the tab says how much of it there is. */
export class ToDoDesk {
  readonly list = new Resource<ToDoList>()
  /** undefined: what the service shows by itself; the own squad for its people, all for everybody else. */
  squad = $state<string | undefined>(undefined)
  isSaving = $state(false)
  failure = $state.raw<unknown>(undefined)
  readonly #app: AppState

  readonly count = $derived.by(() => this.list.value?.mine.count ?? 0)

  constructor(app: AppState) {
    this.#app = app
  }

  load(): Promise<void> {
    return this.list.load(() => this.#app.calls.toDo({ squad: this.squad }))
  }

  show(squad: string): void {
    this.squad = squad
    void this.load()
  }

  /** Leads to where the verb of the row is done. */
  open(item: ToDoItem): void {
    if (item.kind === 'places') this.#app.change({ panel: 'locating', selection: null, task: null })
    else if (item.recordKind && item.recordId)
      this.#app.change({
        selection: { kind: item.recordKind, id: item.recordId },
        act: item.recordKind === 'hazard' ? item.act : null,
        task: null,
      })
  }

  async save(): Promise<void> {
    this.isSaving = true
    this.failure = undefined
    try {
      const { blob, name } = await this.#app.calls.toDoFile({ squad: this.squad })
      saveFile(blob, name ?? 'to-do.xlsx')
    } catch (error) {
      this.failure = error
    } finally {
      this.isSaving = false
    }
  }
}
