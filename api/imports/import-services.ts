import type { Database } from '../db/tables.ts'
import type { ReadingSettings } from './import-ground.ts'
import type { PackedRows } from './import-packing.ts'
import type { PipelineNews } from './import-pipeline.ts'
import type { ProgressBoard } from './import-progress.ts'
import type { Text } from '../http/text.ts'

export interface SheetFacts {
  readonly name: string
  readonly isHidden: boolean
  /** Rows that the sheet says it has, where it does. */
  readonly rows?: number
}

export interface ReadingHandlers {
  /** Awaited before the next ones are read: a slow database slows the reader, it does not fill the memory. */
  readonly onRows: (rows: PackedRows, share: number | null) => Promise<void>
  readonly signal: AbortSignal
}

/** A file that a reader has open, until it is closed. */
export interface ReadFile {
  readonly sheets: readonly SheetFacts[]
  readonly notes: readonly Text[]
  /** One sheet after the other, never two at once. */
  readonly read: (settings: ReadingSettings, handlers: ReadingHandlers) => Promise<PipelineNews>
  readonly close: () => Promise<void>
}

/** How files are opened and read; the reading itself runs in a worker. */
export interface FileReader {
  readonly open: (path: string, name: string) => Promise<ReadFile>
}

/** What the imports of one process share. */
export interface ImportServices {
  readonly db: Database
  readonly now: () => Date
  readonly board: ProgressBoard
  /** Where uploaded files wait. */
  readonly folder: string
  readonly reader: FileReader
  /** No other process uses the database: what nobody here works on, nobody works on. */
  readonly isAlone: boolean
  readonly onError: (error: unknown) => void
}
