import type { Carriageway } from './road-network.ts'

/** Derived rows: written whole for a road, never changed. */
export interface CalibratedLineTable {
  id: string
  section_id: string
  road_code: string
  section: number
  carriageway: Carriageway
  piece: number
  from_stake: number
  to_stake: number
  geom: string
}

declare module '../../db/tables.ts' {
  interface Tables {
    calibrated_line: CalibratedLineTable
  }
}
