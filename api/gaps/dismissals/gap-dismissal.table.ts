export interface GapDismissalTable {
  id: string
  gap_id: string
  reason: string
  situation: string
  until: string
  dismissed_at: Date
  dismissed_by: string
  dismissed_by_name: string
  lifted_at: Date | null
  lifted_by: string | null
}

declare module '../../db/tables.ts' {
  interface Tables {
    gap_dismissal: GapDismissalTable
  }
}
