import type { AuditEntry, Squad } from '../api/api-types.ts'
import type { AppState } from '../state/app-state.svelte.ts'
import { Resource } from '../state/resource.svelte.ts'

/** Kinds of acts as an inspector-general asks for them; `*` stands for anything. */
export const actsOfKind = {
  all: [],
  reads: ['*.read*'],
  exports: ['*.export'],
  signIns: ['session.*'],
  hazards: ['hazard.*'],
  accidents: ['accident.*'],
  facilities: ['facility.*'],
  roads: ['road.*'],
  imports: ['import.*'],
  accounts: ['user.*', 'account.*', 'token.*'],
} as const
export type ActKind = keyof typeof actsOfKind
export const actKinds = Object.keys(actsOfKind) as ActKind[]

const noFilter = { from: '', to: '', actor: '', department: '', kind: 'all' as ActKind, objectId: '' }
const pageSize = 100

/** What the audit screen asks for and shows. */
export class AuditTrail {
  filter = $state({ ...noFilter })
  entries = $state.raw<readonly AuditEntry[]>([])
  nextCursor = $state.raw<string | undefined>(undefined)
  squads = $state.raw<readonly Squad[]>([])
  readonly page = new Resource<void>()
  readonly file = new Resource<void>()
  readonly #app: AppState

  constructor(app: AppState) {
    this.#app = app
  }

  /** The administrator may not read the list of squads and does without the choice of a department. */
  async start(): Promise<void> {
    void this.search()
    this.squads = await this.#app.calls.squads().catch(() => [])
  }

  get query() {
    const { kind, ...fields } = this.filter
    return { ...fields, action: actsOfKind[kind] }
  }

  search(): Promise<void> {
    return this.page.load(async () => {
      const { items, nextCursor } = await this.#app.calls.auditEntries({ ...this.query, limit: pageSize })
      this.entries = items
      this.nextCursor = nextCursor
    })
  }

  more(): Promise<void> {
    return this.page.load(async () => {
      const asked = { ...this.query, limit: pageSize, cursor: this.nextCursor }
      const { items, nextCursor } = await this.#app.calls.auditEntries(asked)
      this.entries = [...this.entries, ...items]
      this.nextCursor = nextCursor
    })
  }

  clear(): Promise<void> {
    this.filter = { ...noFilter }
    return this.search()
  }

  takeAway(save: (blob: Blob, name: string) => void): Promise<void> {
    return this.file.load(async () => {
      const { blob } = await this.#app.calls.auditFile(this.query)
      save(blob, `${this.#app.words.audit.title}.csv`)
    })
  }
}
