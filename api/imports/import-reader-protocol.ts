import type { Text } from '../http/text.ts'
import type { ReadingSettings } from './import-ground.ts'
import type { PipelineEnd, PipelineRecord } from './import-pipeline.ts'
import type { FileRefusalCode } from './files/file-messages.ts'
import type { SheetFacts } from './files/reading-rows.ts'

/** What a reader is started for. Without settings it only says which sheets there are. */
export interface ReaderTask {
  readonly path: string
  readonly name: string
  readonly settings?: ReadingSettings
}

export interface FileSheets {
  readonly sheets: readonly SheetFacts[]
  readonly notes: readonly Text[]
}

export type ReaderMessage =
  | { readonly kind: 'sheets'; readonly found: FileSheets }
  /** `share`: of the file, from 0 to 1. Each is acknowledged; the reader is never more than two ahead. */
  | { readonly kind: 'records'; readonly records: readonly PipelineRecord[]; readonly share: number | null }
  | { readonly kind: 'end'; readonly end: PipelineEnd }
  | { readonly kind: 'refused'; readonly code: FileRefusalCode; readonly text: Text }
  | { readonly kind: 'failed'; readonly message: string }

export const recordsAhead = 2
export const recordsPerMessage = 500
