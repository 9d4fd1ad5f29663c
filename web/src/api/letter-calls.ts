import type { Client, Query } from '../../../api/client.ts'
import type { OfficeAnswer, OfficeInput } from '../../../api/documents/office/office.schema.ts'
import type { LetterKind } from '../../../api/letters/letter-kinds.ts'
import type { LetterPreview } from '../../../api/letters/letter.schema.ts'

export type { LetterKind } from '../../../api/letters/letter-kinds.ts'
export type { LetterPreview } from '../../../api/letters/letter.schema.ts'
export type Office = OfficeAnswer
export type { OfficeInput } from '../../../api/documents/office/office.schema.ts'
export type LegalBasis = Office['legalBases'][number]
/** 一患一档 is a file from the start: what it shows is pictures. */
export type DocumentKind = LetterKind | 'sheet'

/** Papers of hazards, and what they bear. */
export function letterCallsOf(client: Client) {
  const at = (id: string, kind: DocumentKind) => `/api/hazards/${id}/documents/${kind}`
  return {
    office: () => client.json<Office>('/api/office'),
    saveOffice: (version: number, body: OfficeInput) =>
      client.json<Office>('/api/office', { method: 'PUT', version, body }),

    letter: (id: string, kind: LetterKind, query: Query) =>
      client.json<LetterPreview>(at(id, kind), { query: { ...query, format: 'json' } }),
    letterFile: (id: string, kind: DocumentKind, query: Query) => client.file(at(id, kind), { query }),
    listingReport: (body: Query) =>
      client.json<LetterPreview>('/api/letters/report', {
        method: 'POST',
        body: { ...body, format: 'json' },
      }),
    listingReportFile: (body: Query) => client.file('/api/letters/report', { method: 'POST', body }),
  }
}
