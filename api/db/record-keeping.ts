import type { Generated } from 'kysely'

/** What each record of the business carries: its version for optimistic locking, who and when, and how it was withdrawn. */
export interface RecordKeeping {
  version: Generated<number>
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}
