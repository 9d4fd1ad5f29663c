import type { Client, Query } from '../../../api/client.ts'
import type { Advice, Evaluation, Gap, GapList, Hazard, PlacedFacility, RunAdvice } from './api-types.ts'

/** Where facilities lack, where they may be placed, and whether they worked. */
export function gapCallsOf(client: Client) {
  return {
    gaps: (query: Query) => client.json<GapList>('/api/facility-gaps', { query }),
    planGap: (id: string, facilityId: string) =>
      client.json<PlacedFacility>(`/api/facility-gaps/${id}/plan`, { method: 'POST', body: { facilityId } }),
    ticketGap: (id: string, hazardId: string) =>
      client.json<Pick<Hazard, 'id' | 'displayNumber'>>(`/api/facility-gaps/${id}/ticket`, {
        ...{ method: 'POST', body: { hazardId } },
      }),
    dismissGap: (id: string, body: { readonly reason: string; readonly until: string }) =>
      client.json<Gap>(`/api/facility-gaps/${id}/dismissal`, { method: 'PUT', body }),
    liftDismissal: (id: string) =>
      client.json<Gap>(`/api/facility-gaps/${id}/dismissal`, { method: 'DELETE' }),
    evaluation: (query: Query) => client.json<Evaluation>('/api/evaluations', { query }),
    runAdvice: (run: string) => client.json<RunAdvice>('/api/facility-gaps/advice/short', { query: { run } }),
    advice: (site: string) => client.json<Advice>('/api/facility-gaps/advice', { query: { site } }),
  }
}
