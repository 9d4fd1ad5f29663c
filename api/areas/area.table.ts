export type AreaKind = 'banner' | 'township' | 'park'
export type SquadKind = 'leadership' | 'department' | 'squad' | 'administration'

export interface AreaTable {
  id: string
  code: string
  name: string
  name_en: string
  kind: AreaKind
  parent_code: string | null
  geom: string | null
  quality: string
  sort: number
}

export interface SquadTable {
  code: string
  name: string
  name_en: string
  aliases: string[]
  kind: SquadKind
  sort: number
}

export interface UnitTable {
  code: string
  name: string
  short_name: string
  kind: string
  parent_code: string | null
  delivery: string | null
  sort: number
}

declare module '../db/tables.ts' {
  interface Tables {
    area: AreaTable
    squad: SquadTable
    unit: UnitTable
  }
}
