import type { WeightId } from '../../../api/hotspots/rules/severity-weights.ts'
import type { Client } from '../../../api/client.ts'
import type {
  HotspotCollection,
  ListOf,
  OwnDefinition,
  PresetList,
  RankedPlace,
  ScreeningComparison,
  ScreeningOrder,
  ScreeningRun,
} from './api-types.ts'

/** Hotspots: rules, dated runs, and what changed between two of them. */
export function screeningCallsOf(client: Client) {
  return {
    presets: () => client.json<PresetList>('/api/screenings/presets'),
    enterOwnRule: (version: number, body: OwnDefinition) =>
      client.json<PresetList>('/api/screenings/presets/P0', { method: 'PUT', version, body }),
    screenings: (preset: string) =>
      client.json<ListOf<ScreeningRun>>('/api/screenings', { query: { preset, limit: 200 } }),
    screen: (body: ScreeningOrder) => client.json<ScreeningRun>('/api/screenings', { method: 'POST', body }),
    hotspots: (id: string, weights: WeightId | null = null) =>
      client.json<HotspotCollection>(`/api/screenings/${id}`, { query: { format: 'geojson', weights } }),
    screeningFile: (id: string, weights: WeightId) =>
      client.file(`/api/screenings/${id}`, { query: { format: 'xlsx', weights } }),
    rankedPlace: (siteId: string) => client.json<RankedPlace>(`/api/screenings/sites/${siteId}`),
    compareScreenings: (id: string, earlier: string, weights: WeightId | null) =>
      client.json<ScreeningComparison>(`/api/screenings/${id}/compare`, {
        query: { with: earlier, weights },
      }),
  }
}
