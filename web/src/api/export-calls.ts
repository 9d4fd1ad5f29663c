import type { Client } from '../../../api/client.ts'
import type { ExportJob, ExportJobList } from '../../../api/exports/export-job.schema.ts'

export type { ExportJob }
export type ExportEdition = ExportJob['edition']

export interface ExportOrder {
  readonly kind: string
  readonly format: string
  readonly request: Readonly<Record<string, unknown>>
  readonly edition: ExportEdition
}

/** Files that take long: ordered, made in the background, fetched by a link so that a large one is never held in the page. */
export function exportCallsOf(client: Client) {
  const pathOf = (id: string) => `/api/exports/${encodeURIComponent(id)}`
  return {
    exports: () => client.json<ExportJobList>('/api/exports'),
    orderExport: (body: ExportOrder) => client.json<ExportJob>('/api/exports', { method: 'POST', body }),
    dropExport: (id: string) => client.json<undefined>(pathOf(id), { method: 'DELETE' }),
    exportAddress: (id: string) => `${pathOf(id)}/file`,
  }
}
