import type { SheetRow } from '../import-types.ts'
import { newRowBounds } from './bounded-rows.ts'
import type { FileNote } from './file-messages.ts'

export interface ReadOptions {
  /** What was read otherwise than it stands; comes when the sheet has been read. */
  readonly onNote?: (note: FileNote) => void
  /** Bytes of the file that this sheet needs. */
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

export interface SheetFacts {
  readonly name: string
  readonly isHidden: boolean
  /** Rows that the sheet says it has, where it does. */
  readonly rows?: number
  readonly pictures: number
}

export type FileFormat = 'xlsx' | 'ods' | 'xls' | 'html' | 'xmlSpreadsheet' | 'csv'

/** A file whose sheets are known and whose rows can be asked for. */
export interface OpenFile {
  readonly format: FileFormat
  readonly is1904: boolean
  readonly sheets: readonly SheetFacts[]
  readonly notes: readonly FileNote[]
  /** Rows of the sheet at this place, in the batches in which they come. */
  rows(sheet: number, options: ReadOptions): AsyncGenerator<SheetRow[]>
  close(): Promise<void>
}

export interface RowParser {
  push(chunk: string): void
  end(): void
  takeRows(): SheetRow[]
  reachedRow?(): number
  notes?(): readonly FileNote[]
}

/** Any parser over any stream of text, held to the limits of rows; reading stops when the table has ended. */
export async function* rowsOfText(
  chunks: AsyncIterable<string>,
  parser: RowParser,
  { onNote, signal }: ReadOptions,
): AsyncGenerator<SheetRow[]> {
  const bounds = newRowBounds()
  for await (const chunk of chunks) {
    signal?.throwIfAborted()
    parser.push(chunk)
    const rows = bounds.take(parser.takeRows(), parser.reachedRow?.())
    if (rows.length > 0) yield rows
    if (bounds.hasEnded) break
  }
  if (!bounds.hasEnded) {
    parser.end()
    const rows = bounds.take(parser.takeRows(), parser.reachedRow?.())
    if (rows.length > 0) yield rows
  }
  for (const note of [...(parser.notes?.() ?? []), ...bounds.notes()]) onNote?.(note)
}
