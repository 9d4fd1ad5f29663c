import type { ColumnType, Generated } from 'kysely'

type Json<Value> = ColumnType<Value, string | undefined, string>
type Geometry = ColumnType<unknown, unknown, unknown>

export interface PhotoFileTable {
  sha256: string
  media_type: string
  bytes: number
  width: number
  height: number
  taken_at: Date | null
  taken_point: Geometry
  camera: string | null
  stored_at: Date
}

export type PhotoStage = 'found' | 'control' | 'remedying' | 'remedied' | 'acceptance' | 'revisit' | 'receipt'

export interface HazardPhotoTable {
  id: string
  hazard_id: string
  stage: PhotoStage
  sha256: string
  file_name: string
  caption: string | null
  findings: Json<{ code: string; [detail: string]: unknown }[]>
  is_masked: Generated<boolean>
  at: Date
  actor_id: string
  actor_name: string
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

declare module '../db/tables.ts' {
  interface Tables {
    photo_file: PhotoFileTable
    hazard_photo: HazardPhotoTable
  }
}
