import type { Permission } from '../auth/permissions.ts'
import type { Database } from '../db/tables.ts'
import type { Edition } from '../documents/provenance.ts'
import type { Actor } from '../http/actor.ts'
import type { Text } from '../http/text.ts'

/** For whom and when; the same for planning and for writing. */
export interface Exporting {
  readonly db: Database
  readonly actor: Actor
  readonly now: Date
}

/** What was asked for. `request` is the kind's own: it checks it itself. */
export interface ExportOrder {
  readonly format: string
  readonly request: Readonly<Record<string, unknown>>
  readonly edition: Edition
}

export interface ExportPlan {
  /** What the list of exports calls it: 隐患治理台账（G109、逾期）. */
  readonly title: Text
  /** How many things will be written, in the unit that `onDone` counts in. */
  readonly total: number
}

export interface ExportFile {
  /** With its ending. */
  readonly fileName: string
  readonly contentType: string
  /** Made as it is written away: a large file is never in memory. */
  readonly bytes: AsyncIterable<Uint8Array>
}

export interface ExportWriting {
  /** Aborted when the export is cancelled: give it on to the writer of the paper. */
  readonly signal: AbortSignal
  readonly onDone: (count: number) => void
}

/** Something that takes too long to be waited for: made in the background, one at a time, and fetched when it is ready. */
export interface ExportKind {
  readonly kind: string
  readonly permission: Permission
  readonly formats: readonly string[]
  /** Throws a Problem where the request cannot be met: it is refused before it waits. */
  readonly plan: (exporting: Exporting, order: ExportOrder) => Promise<ExportPlan>
  readonly write: (exporting: Exporting, order: ExportOrder, writing: ExportWriting) => Promise<ExportFile>
}
