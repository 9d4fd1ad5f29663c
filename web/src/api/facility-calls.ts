import type { Client, Query } from '../../../api/client.ts'
import type {
  FacilityRecord,
  NewInspection,
  NewStormRound,
  RepairResult,
  Round,
  StormRound,
  StormRoundPreview,
  StormRoundState,
} from '../../../api/facilities/inspections/inspection.schema.ts'
import type { FacilityBatch, FacilityPatch, FacilityTotals } from '../../../api/facilities/facility.schema.ts'
import type { Facility, ListOf, PlacedFacility } from './api-types.ts'

export type {
  FacilityRecord,
  NewInspection,
  Repair,
  RepairResult,
  Round,
  RoundStop,
  StormRoundPreview,
  StormRoundState,
} from '../../../api/facilities/inspections/inspection.schema.ts'

/** What is seen at a facility, and what becomes of its faults. */
export function facilityCallsOf(client: Client) {
  return {
    registerFacilities: (items: FacilityBatch['items']) =>
      client.json<ListOf<PlacedFacility>>('/api/facilities/batch', { method: 'POST', body: { items } }),
    facilityTotals: (query: Query) => client.json<FacilityTotals>('/api/facilities/totals', { query }),
    facilityFile: (query: Query) => client.file('/api/facilities', { query }),
    changeFacility: (id: string, version: number, body: FacilityPatch) =>
      client.json<PlacedFacility>(`/api/facilities/${id}`, { method: 'PATCH', version, body }),
    facilityRecord: (id: string) => client.json<FacilityRecord>(`/api/facilities/${id}/record`),
    inspectFacility: (id: string, inspectionId: string, body: NewInspection) =>
      client.json<Facility>(`/api/facilities/${id}/inspections/${inspectionId}`, { method: 'PUT', body }),
    round: (query: Query) => client.json<Round>('/api/facilities/round', { query }),
    stormRounds: () => client.json<ListOf<StormRoundState>>('/api/facilities/storm-rounds'),
    stormRoundPreview: (road: readonly string[]) =>
      client.json<StormRoundPreview>('/api/facilities/storm-rounds/preview', { query: { road } }),
    orderStormRound: (body: NewStormRound) =>
      client.json<StormRound>('/api/facilities/storm-rounds', { method: 'POST', body }),
    finishRepair: (id: string, body: RepairResult) =>
      client.json<Facility>(`/api/facilities/${id}/repair-result`, { method: 'POST', body }),
  }
}
