export interface TrafficVolumeTable {
  id: string
  road_code: string
  from_stake: number
  to_stake: number
  year: number
  aadt: number
  source: string
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
}

declare module '../../db/tables.ts' {
  interface Tables {
    traffic_volume: TrafficVolumeTable
  }
}
