import type { Text } from '../http/text.ts'
import type { ReadingSettings } from './import-ground.ts'
import type { PackedRows } from './import-packing.ts'
import type { PipelineNews } from './import-pipeline.ts'
import type { FileRefusalCode } from './files/file-messages.ts'
import type { SheetFacts } from './files/reading-rows.ts'

/** What a reader is started for: it opens the file and says which sheets there are. */
export interface ReaderTask {
  readonly path: string
  readonly name: string
}

/** `next`: the rows last sent have been taken. */
export type ReaderRequest =
  { readonly kind: 'read'; readonly settings: ReadingSettings } | { readonly kind: 'next' }

export interface FileSheets {
  readonly sheets: readonly SheetFacts[]
  readonly notes: readonly Text[]
}

export type ReaderMessage =
  | { readonly kind: 'sheets'; readonly found: FileSheets }
  /**
   * `share`: of the file, from 0 to 1. Each is acknowledged; the reader is never more than two ahead. Packed by the reader:
   * this thread answers everybody else meanwhile.
   */
  | { readonly kind: 'rows'; readonly rows: PackedRows; readonly share: number | null }
  | { readonly kind: 'end'; readonly end: PipelineNews }
  | { readonly kind: 'refused'; readonly code: FileRefusalCode; readonly text: Text }
  | { readonly kind: 'failed'; readonly message: string }

export const messagesAhead = 2
export const rowsPerMessage = 500
