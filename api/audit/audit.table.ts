import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string | null, never>

export interface AuditEntryTable {
  sequence: number
  at: Date
  actor_id: string
  actor_name: string
  person_kind: string
  department: string
  action: string
  object_type: string
  object_id: string
  before: Json
  after: Json
  reason: string | null
  address: Generated<string | null>
  device: Generated<string | null>
  previous_hash: string
  hash: string
}

/** The head of the chain, once a day. */
export interface AuditAnchorTable {
  day: string
  sequence: number
  entry_hash: string
  previous_hash: string
  hash: string
}

declare module '../db/tables.ts' {
  interface Tables {
    audit_entry: AuditEntryTable
    audit_anchor: AuditAnchorTable
  }
}
