import type { ColumnType, Generated } from 'kysely'
import type { RecordKeeping } from '../db/record-keeping.ts'
import type { AdminGrade, Carriageway } from './road.schema.ts'

type Numeric = ColumnType<string | null, number | null, number | null>

export interface RoadTable extends RecordKeeping {
  id: string
  code: string
  name: string
  name_en: string
  aliases: ColumnType<{ name: string; validFrom?: string; validTo?: string }[], string, string>
  admin_grade: AdminGrade
  technical_class: string | null
  official_length_km: Numeric
  from_stake: number | null
  to_stake: number | null
  increasing_towards: string | null
  decreasing_towards: string | null
  up_direction: 'increasing' | 'decreasing' | null
  divided: boolean
  maintainer_unit_code: string | null
  confidence: string
  quality_note: string
  township: string | null
  course: string | null
  geom: ColumnType<unknown, unknown, unknown>
  sort: number
}

export interface RoadSectionTable {
  id: string
  road_code: string
  sequence: number
  carriageway: Generated<Carriageway>
  from_stake: number
  to_stake: number
  geom: string
  source: string
  quality_note: string
  valid_from: string
  valid_to: string | null
  created_at: Date
  created_by: string
}

export interface StakeAnchorTable {
  id: string
  section_id: string
  stake: number
  geom: string
  method: 'surveyed' | 'imagery' | 'interpolated'
  note: string | null
  valid_from: string
  valid_to: string | null
  created_at: Date
  created_by: string
}

export interface ChainBreakTable {
  id: string
  road_code: string
  at_stake: number
  jump: number
  note: string | null
  valid_from: string
  valid_to: string | null
  created_at: Date
  created_by: string
}

export interface SquadStretchTable {
  id: string
  road_code: string
  from_stake: number
  to_stake: number
  squad_code: string
  valid_from: string
  valid_to: string | null
  note: string | null
}

export interface TownshipStretchTable {
  id: string
  road_code: string
  from_stake: number
  to_stake: number
  area_code: string
  note: string | null
}

declare module '../db/tables.ts' {
  interface Tables {
    road: RoadTable
    road_section: RoadSectionTable
    stake_anchor: StakeAnchorTable
    chain_break: ChainBreakTable
    squad_stretch: SquadStretchTable
    township_stretch: TownshipStretchTable
  }
}
