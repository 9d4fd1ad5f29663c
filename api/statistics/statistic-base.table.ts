import type { Generated } from 'kysely'

export interface StatisticBaseTable {
  year: number
  vehicles: number
  drivers: number | null
  residents: number | null
  population: number | null
  source: string
  is_demo: Generated<boolean>
  updated_at: Date
  updated_by: string
}

declare module '../db/tables.ts' {
  interface Tables {
    statistic_base: StatisticBaseTable
  }
}
