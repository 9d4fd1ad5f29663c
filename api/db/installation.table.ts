import type { ColumnType } from 'kysely'

export interface InstallationTable {
  key: string
  value: ColumnType<unknown, string, string>
  updated_at: Date
}

declare module './tables.ts' {
  interface Tables {
    installation: InstallationTable
  }
}
