import type { ColumnType, Generated } from 'kysely'

type Json<Value> = ColumnType<Value, string, string>

export interface ExtensionTable {
  id: string
  hazard_id: string
  state: 'pending' | 'granted' | 'refused'
  from_due: string
  to_due: string
  is_winter_pause: Generated<boolean>
  reason: string
  requested_at: Date
  requested_by: string
  requested_by_name: string
  opinion: string | null
  document_number: string | null
  decided_at: Date | null
  decided_by: string | null
  decided_by_name: string | null
}

export interface AcceptanceTable {
  id: string
  hazard_id: string
  accepted_on: string
  attendees: Json<{ name: string; unit: string }[]>
  checks: Json<{ item: string; isMet: boolean; note?: string }[]>
  conclusion: 'passed' | 'failed' | 'partial'
  opinion: string | null
  at: Date
  actor_id: string
  actor_name: string
}

export type DocumentKind = 'notice' | 'reportToGovernment' | 'handOver' | 'urging' | 'acceptanceRequest'

export interface HazardDocumentTable {
  id: string
  hazard_id: string
  kind: DocumentKind
  number: string | null
  addressee: string | null
  delivery_method: string | null
  delivered_on: string | null
  receipt_on: string | null
  receipt_by: string | null
  note: string | null
  at: Date
  actor_id: string
  actor_name: string
}

export interface RevisitTable {
  id: string
  hazard_id: string
  revisited_on: string
  result: 'holds' | 'relapsed'
  note: string | null
  at: Date
  actor_id: string
  actor_name: string
}

export interface CorrectionTable {
  id: string
  hazard_id: string
  changes: Json<{ field: string; before: unknown; after: unknown }[]>
  reason: string
  state: 'pending' | 'approved' | 'refused'
  requested_at: Date
  requested_by: string
  requested_by_name: string
  opinion: string | null
  decided_at: Date | null
  decided_by: string | null
  decided_by_name: string | null
}

export interface HolidayTable {
  day: string
  kind: 'holiday' | 'workday'
  name: string
  updated_at: Date
  updated_by: string
}

export interface ReopeningDismissalTable {
  id: string
  hazard_id: string
  accident_id: string
  reason: string
  at: Date
  actor_id: string
  actor_name: string
}

declare module '../db/tables.ts' {
  interface Tables {
    extension: ExtensionTable
    acceptance: AcceptanceTable
    hazard_document: HazardDocumentTable
    revisit: RevisitTable
    correction: CorrectionTable
    holiday: HolidayTable
    reopening_dismissal: ReopeningDismissalTable
  }
}
