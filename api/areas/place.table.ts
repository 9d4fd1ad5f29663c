import type { ColumnType } from 'kysely'

export interface PlaceTable {
  code: string
  name: string
  name_en: string | null
  aliases: string[]
  kind: string
  rank: number
  geom: ColumnType<string, unknown, unknown>
  source: string
}

declare module '../db/tables.ts' {
  interface Tables {
    place: PlaceTable
  }
}
