import type { Database } from '../db/tables.ts'
import type { ExportKind } from './export-kind.ts'

/** An export that this process has taken on. */
export interface LiveJob {
  readonly stop: AbortController
  done: number
}

export const newLiveJob = (): LiveJob => ({ stop: new AbortController(), done: 0 })

/** What the exports of one process share. */
export interface ExportServices {
  readonly db: Database
  readonly now: () => Date
  /** Where finished files wait to be fetched. */
  readonly folder: string
  readonly kinds: readonly ExportKind[]
  /** No other process uses the database: what nobody here works on, nobody works on. */
  readonly isAlone: boolean
  readonly onError: (error: unknown) => void
  readonly live: Map<string, LiveJob>
  /** One at a time: an export takes a whole processor. */
  readonly queue: { last: Promise<void> }
}

export type ExportSettings = Omit<ExportServices, 'live' | 'queue'>

export const newExportServices = (settings: ExportSettings): ExportServices => ({
  ...settings,
  live: new Map(),
  queue: { last: Promise.resolve() },
})
