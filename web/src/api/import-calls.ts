import type { Client } from '../../../api/client.ts'
import type { ListOf } from './api-types.ts'
import type {
  ImportBatch,
  ImportChange,
  ImportKind,
  ImportRow,
  ImportSummary,
  Outcome,
  RowDecision,
} from './import-types.ts'

export interface ImportOrder {
  readonly file: File
  readonly kind: ImportKind
}

/** Spreadsheets taken in: nothing is written before `commitImport`. */
export function importCallsOf(client: Client) {
  const pathOf = (id: string) => `/api/imports/${encodeURIComponent(id)}`
  type Seen = Pick<ImportBatch, 'id' | 'version'>
  const act =
    (what: 'commit' | 'undo' | 'cancel') =>
    ({ id, version }: Seen) =>
      client.json<unknown>(`${pathOf(id)}/${what}`, { method: 'POST', version })

  return {
    imports: () => client.json<ListOf<ImportSummary>>('/api/imports'),
    uploadImport: ({ file, kind }: ImportOrder, signal?: AbortSignal) => {
      const body = new FormData()
      body.append('kind', kind)
      body.append('file', file, file.name)
      return client.json<Pick<ImportSummary, 'id'>>('/api/imports', { method: 'POST', body, signal })
    },
    importBatch: (id: string) => client.json<ImportBatch>(pathOf(id)),
    importRows: (id: string, query: { outcome?: Outcome; cursor?: string }) =>
      client.json<ListOf<ImportRow>>(`${pathOf(id)}/rows`, { query }),
    changeImport: ({ id, version }: Seen, body: ImportChange) =>
      client.json<unknown>(pathOf(id), { method: 'PATCH', version, body }),
    decideImportRow: ({ id }: Pick<Seen, 'id'>, row: number, body: RowDecision | null) =>
      client.json<ImportRow>(`${pathOf(id)}/rows/${row}`, { method: 'PATCH', body }),
    commitImport: act('commit'),
    undoImport: act('undo'),
    cancelImport: act('cancel'),
    discardImport: ({ id, version }: Seen) =>
      client.json<undefined>(pathOf(id), { method: 'DELETE', version }),
    importReport: (id: string) => client.file(`${pathOf(id)}/report.xlsx`),
  }
}
