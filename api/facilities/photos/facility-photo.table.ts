import type { Generated } from 'kysely'

export interface FacilityPhotoTable {
  id: string
  facility_id: string
  inspection_id: string | null
  sha256: string
  file_name: string
  caption: string | null
  is_masked: Generated<boolean>
  at: Date
  actor_id: string
  actor_name: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

declare module '../../db/tables.ts' {
  interface Tables {
    facility_photo: FacilityPhotoTable
  }
}
