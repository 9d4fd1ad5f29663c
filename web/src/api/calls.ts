import type { Client, Query } from '../../../api/client.ts'
import { accountCallsOf } from './account-calls.ts'
import { exportCallsOf } from './export-calls.ts'
import { figureCallsOf } from './figure-calls.ts'
import { gapCallsOf } from './gap-calls.ts'
import { letterCallsOf } from './letter-calls.ts'
import { importCallsOf } from './import-calls.ts'
import { facilityCallsOf } from './facility-calls.ts'
import { photoCallsOf } from './photo-calls.ts'
import { listCallsOf } from './list-calls.ts'
import { recordCallsOf } from './record-calls.ts'
import { roadCallsOf } from './road-calls.ts'
import { trafficCallsOf } from './traffic-calls.ts'
import { stripCallsOf } from './strip-calls.ts'
import { screeningCallsOf } from './screening-calls.ts'
import type {
  Accident,
  AccidentProperties,
  Area,
  AuditList,
  Brief,
  Candidate,
  Facility,
  FourIndicesAnswer,
  Hazard,
  HazardStep,
  Health,
  Inspection,
  HazardsThen,
  DensityCollection,
  ListOf,
  LocatedCollection,
  LocatingItem,
  LocatingList,
  NewFacility,
  NewHazard,
  Patrol,
  PlacedFacility,
  PlaceInput,
  ReviewedItem,
  Road,
  SearchAnswer,
  SessionAnswer,
  SignIn,
  Squad,
  Surroundings,
  ToDoList,
  TransitionRequest,
  Unit,
  Verification,
} from './api-types.ts'

/** Follows the cursor to the end: a list and the map beside it must show the same records. */
async function listAll<Item>(client: Client, path: string, query: Query = {}): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null | undefined
  do {
    const page = await client.json<ListOf<Item>>(path, { query: { ...query, cursor } })
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return items
}

/** The HTTP contract as the pages use it: one line per path. */
export function callsOf(client: Client) {
  return {
    health: () => client.json<Health>('/api/health'),
    session: () => client.json<SessionAnswer>('/api/session'),
    signIn: (body: SignIn) => client.json<SessionAnswer>('/api/session', { method: 'POST', body }),
    signOut: () => client.json<undefined>('/api/session', { method: 'DELETE' }),

    roads: () => listAll<Road>(client, '/api/roads', { geometry: true }),
    ...roadCallsOf(client),
    ...exportCallsOf(client),
    ...importCallsOf(client),
    ...photoCallsOf(client),
    ...recordCallsOf(client),
    ...letterCallsOf(client),
    ...facilityCallsOf(client),
    ...accountCallsOf(client),
    ...gapCallsOf(client),
    ...figureCallsOf(client),
    ...trafficCallsOf(client),
    ...stripCallsOf(client),
    areas: () => listAll<Area>(client, '/api/areas'),
    units: () => listAll<Unit>(client, '/api/units'),
    squads: () => listAll<Squad>(client, '/api/squads'),
    facilitiesOf: (hazardId: string) => listAll<Facility>(client, '/api/facilities', { hazardId }),
    locate: (point: { lon: number; lat: number }) =>
      client.json<{ candidates: readonly Candidate[] }>('/api/locate', { query: { ...point, crs: 'wgs84' } }),

    search: (q: string, signal?: AbortSignal) =>
      client.json<SearchAnswer>('/api/search', { query: { q }, signal }),

    locating: (query: Query) => client.json<LocatingList>('/api/locating', { query }),
    locatingItem: ({ kind, id }: Pick<LocatingItem, 'kind' | 'id'>) =>
      client.json<ReviewedItem>(`/api/locating/${kind}/${id}`),
    placeRecord: ({ kind, id, version }: LocatingItem, body: PlaceInput) =>
      client.json<ReviewedItem>(`/api/locating/${kind}/${id}/place`, { method: 'POST', version, body }),
    confirmPlace: ({ kind, id, version }: LocatingItem, reason: string) =>
      client.json<ReviewedItem>(`/api/locating/${kind}/${id}/confirm`, {
        method: 'POST',
        version,
        body: { reason },
      }),

    toDo: (query: Query) => client.json<ToDoList>('/api/to-do', { query }),
    toDoFile: (query: Query) => client.file('/api/to-do', { query: { ...query, format: 'xlsx' } }),
    patrol: (query: Query) => client.json<Patrol>('/api/patrol', { query }),
    surroundings: (id: string) => client.json<Surroundings>(`/api/hazards/${id}/surroundings`),
    hazardsThen: (id: string) => client.json<HazardsThen>(`/api/accidents/${id}/hazards-then`),

    accidents: (query: Query) =>
      client.json<LocatedCollection<AccidentProperties>>('/api/accidents', { query }),
    accident: (id: string) => client.json<Accident>(`/api/accidents/${id}`),
    maskedBrief: (id: string) => client.json<Brief>(`/api/accidents/${id}/brief`),
    brief: (id: string, reason: string) =>
      client.json<Brief>(`/api/accidents/${id}/brief`, { method: 'POST', body: { reason } }),
    indices: (query: Query) => client.json<FourIndicesAnswer>('/api/statistics/four-indices', { query }),

    hazards: (query: Query) => listAll<Hazard>(client, '/api/hazards', { ...query, mine: 'first' }),
    hazard: (id: string) => client.json<Hazard>(`/api/hazards/${id}`),
    hazardHistory: (id: string) => client.json<ListOf<HazardStep>>(`/api/hazards/${id}/history`),
    registerHazard: (id: string, body: NewHazard) =>
      client.json<Hazard>(`/api/hazards/${id}`, { method: 'PUT', body }),
    moveHazard: (id: string, version: number, body: TransitionRequest) =>
      client.json<Hazard>(`/api/hazards/${id}/transitions`, { method: 'POST', version, body }),

    facilities: (query: Query) => listAll<Facility>(client, '/api/facilities', query),
    facility: (id: string) => client.json<Facility>(`/api/facilities/${id}`),
    registerFacility: (id: string, body: NewFacility) =>
      client.json<PlacedFacility>(`/api/facilities/${id}`, { method: 'PUT', body }),

    ...screeningCallsOf(client),

    density: (query: Query) =>
      client.json<DensityCollection>('/api/hotspots/density', { query: { ...query, format: 'geojson' } }),

    auditEntries: (query: Query) => client.json<AuditList>('/api/audit', { query }),
    auditFile: (query: Query) => client.file('/api/audit', { query: { ...query, format: 'csv' } }),
    verifyAudit: () => client.json<Verification>('/api/audit/verify'),
    inspection: (query: Query) => client.json<Inspection>('/api/inspection', { query }),
    inspectionFile: (query: Query) => client.file('/api/inspection', { query: { ...query, format: 'xlsx' } }),

    ...listCallsOf(client),
  }
}

export type Calls = ReturnType<typeof callsOf>
