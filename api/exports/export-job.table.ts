import type { ColumnType } from 'kysely'
import type { Edition } from '../documents/provenance.ts'
import type { Text } from '../http/text.ts'

type Json<Value> = ColumnType<Value, string, never>

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof jobStates)[number]

export interface ExportJobTable {
  id: string
  kind: string
  format: string
  edition: Edition
  request: Json<Record<string, unknown>>
  title: Json<Text>
  state: JobState
  done: number
  total: number
  file_name: string | null
  content_type: string | null
  bytes: ColumnType<string | number | null, number | null, number | null>
  hash: string | null
  reason: ColumnType<Text | null, string | null, string | null>
  made_by: string
  made_by_name: string
  made_at: Date
  started_at: Date | null
  finished_at: Date | null
  expires_at: Date | null
  seen_at: Date
}

declare module '../db/tables.ts' {
  interface Tables {
    export_job: ExportJobTable
  }
}
