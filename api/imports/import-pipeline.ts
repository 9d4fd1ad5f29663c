import { proposeDatum, type DatumProposal, type DatumRow } from '../roads/coordinates/coordinate-datum.ts'
import type { Text } from '../http/text.ts'
import { placingGround, type ReadingSettings } from './import-ground.ts'
import { newKindReader, type KindReader } from './import-kinds.ts'
import { importMessages } from './import-messages.ts'
import type { Cell, ColumnMapping, ReadRecord, SheetRow } from './import-types.ts'
import { contentHash, contentOf } from './matching/content-hash.ts'
import type { RecordColumns } from './matching/record-columns.ts'
import { tailsOfRow } from './rows/accident-numbers.ts'
import { findHeader, headerWithin } from './sheets/find-header.ts'
import { columnNotes } from './sheets/column-notes.ts'
import { withFields, type MappedColumns } from './sheets/map-columns.ts'
import { shapeOf } from './sheets/sheet-shape.ts'

/** A row of the file, read and placed: all that has to be stored of it. */
export interface PipelineRecord extends RecordColumns {
  readonly record: ReadRecord
  readonly content: string
}

/** What is known when the whole sheet has been read. */
export interface PipelineNews {
  /** Absent where no row looked like a header. */
  readonly mapping?: ColumnMapping
  readonly shape?: string
  readonly notes: readonly Text[]
  readonly datum?: DatumProposal
}

export interface PipelineEnd extends PipelineNews {
  readonly records: PipelineRecord[]
}

export interface Pipeline {
  readonly push: (rows: readonly SheetRow[]) => PipelineRecord[]
  readonly end: () => PipelineEnd
}

/** Enough to tell the datum by, and no burden to keep. */
const datumRowsKept = 20_000

function headerOf(rows: readonly SheetRow[], settings: ReadingSettings): MappedColumns | undefined {
  const found = findHeader(rows, settings.kind)
  if (!found) return undefined
  const fields = settings.fields ?? settings.templates[shapeOf(found.titles)]
  return fields ? { ...withFields(found, fields), notes: found.notes } : found
}

function newDatumCollector() {
  const rows: DatumRow[] = []
  const collect = ({ values }: ReadRecord) => {
    const { lon, lat, road } = values as { lon?: unknown; lat?: unknown; road?: string }
    if (rows.length < datumRowsKept && typeof lon === 'number' && typeof lat === 'number')
      rows.push({ road, point: [lon, lat] })
  }
  return { rows, collect }
}

/** Rows of one sheet, chunk by chunk, into records that can be stored. Runs in a worker; does nothing but compute. */
export function newPipeline(settings: ReadingSettings): Pipeline {
  const ground = placingGround(settings.ground)
  const datum = newDatumCollector()
  let waiting: SheetRow[] = []
  let mapping: MappedColumns | undefined
  let reader: KindReader | undefined

  const finish = (records: readonly ReadRecord[]): PipelineRecord[] =>
    records.map((record) => {
      datum.collect(record)
      const columns = reader!.columnsOf(record)
      return { ...columns, record, content: contentHash(contentOf(columns.said)) }
    })

  const begin = (isLast: boolean): PipelineRecord[] => {
    if (reader || (waiting.length < headerWithin && !isLast)) return []
    mapping ??= headerOf(waiting, settings)
    if (!mapping) return []
    reader = newKindReader(mapping, settings, ground)
    const rows = waiting
    waiting = []
    return finish(reader.read(rows))
  }

  return {
    push: (rows) => {
      if (reader) return finish(reader.read(rows))
      if (waiting.length < headerWithin) waiting.push(...rows)
      return begin(false)
    },
    end: () => {
      const begun = begin(true)
      if (!reader || !mapping) {
        const isBlank = waiting.length === 0
        return {
          records: [],
          notes: [isBlank ? importMessages.blankSheet() : importMessages.noHeader(settings.kind)],
        }
      }
      const records = [...begun, ...finish(reader.end())]
      const { notes: _, ...plain } = mapping
      return {
        records,
        mapping: plain,
        shape: shapeOf(mapping.titles),
        notes: [
          ...columnNotes(mapping, plain.fields),
          ...(records.length === 0 ? [importMessages.noRows()] : []),
          ...reader.notes(),
        ],
        ...(datum.rows.length > 0 ? { datum: proposeDatum(ground.networkOn(''), datum.rows) } : {}),
      }
    },
  }
}

/** One record again, with cells that the clerk typed into the preview in place of those of the file. */
export function rereadRecord(
  mapping: ColumnMapping,
  settings: ReadingSettings,
  { rowNumbers, raw, findings }: Pick<ReadRecord, 'rowNumbers' | 'raw' | 'findings'>,
  values: Readonly<Record<string, unknown>>,
): PipelineRecord | undefined {
  const ground = placingGround(settings.ground)
  const added = Object.keys(values).filter((field) => !mapping.fields.includes(field))
  const fields = [...mapping.fields, ...added]
  const titles = [...mapping.titles, ...added]
  const wide = withFields({ ...mapping, titles, fields }, fields)
  const reader = newKindReader(wide, settings, ground, tailsOfRow(findings, new Set(Object.keys(values))))
  const cellsOf = (cells: readonly Cell[]) =>
    fields.map((field, column) =>
      field !== null && field in values ? (values[field] as Cell) : (cells[column] ?? null),
    )
  const rows = raw.map((cells, index) => ({ number: rowNumbers[index]!, cells: cellsOf(cells) }))
  const [record] = [...reader.read(rows), ...reader.end()]
  if (!record) return undefined
  const columns = reader.columnsOf(record)
  return { ...columns, record: { ...record, raw }, content: contentHash(contentOf(columns.said)) }
}
