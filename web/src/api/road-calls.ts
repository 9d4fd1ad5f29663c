import type { Client } from '../../../api/client.ts'
import type { Area } from '../../../api/areas/area.schema.ts'
import type { ListOf, Road } from './api-types.ts'
import type {
  ChangedRoad,
  Ending,
  NewAnchor,
  NewChainBreak,
  NewRoad,
  NewSections,
  RoadHistoryItem,
  RoadPatch,
  SectionStakesInput,
} from './road-types.ts'

/** Keeping the road network: every change names the version that was seen, and why it is made. */
export function roadCallsOf(client: Client) {
  const pathOf = (code: string) => `/api/roads/${encodeURIComponent(code)}`
  const send = (
    method: 'POST' | 'PUT' | 'PATCH',
    { code, version }: Pick<Road, 'code' | 'version'>,
    below: string,
    body: object,
  ) => client.json<ChangedRoad>(`${pathOf(code)}${below}`, { method, version, body })
  type Seen = Pick<Road, 'code' | 'version'>

  return {
    road: (code: string) => client.json<Road>(pathOf(code), { query: { geometry: true } }),
    roadHistory: (code: string) => client.json<ListOf<RoadHistoryItem>>(`${pathOf(code)}/history`),

    areasWithOutlines: () => client.json<ListOf<Area>>('/api/areas', { query: { geometry: true } }),

    addRoad: (body: NewRoad) => client.json<Road>('/api/roads', { method: 'POST', body }),
    changeRoad: (road: Seen, body: RoadPatch) => send('PATCH', road, '', body),
    withdrawRoad: (road: Seen, reason: string) => send('POST', road, '/withdraw', { reason }),

    addAnchor: (road: Seen, body: NewAnchor) => send('POST', road, '/anchors', body),
    changeAnchor: (road: Seen, id: string, body: NewAnchor) => send('PUT', road, `/anchors/${id}`, body),
    endAnchor: (road: Seen, id: string, body: Ending) => send('POST', road, `/anchors/${id}/end`, body),

    addChainBreak: (road: Seen, body: NewChainBreak) => send('POST', road, '/chain-breaks', body),
    changeChainBreak: (road: Seen, id: string, body: NewChainBreak) =>
      send('PUT', road, `/chain-breaks/${id}`, body),
    endChainBreak: (road: Seen, id: string, body: Ending) =>
      send('POST', road, `/chain-breaks/${id}/end`, body),

    setSectionStakes: (road: Seen, sequence: number, body: SectionStakesInput) =>
      send('PUT', road, `/sections/${sequence}/stakes`, body),
    replaceSections: (road: Seen, body: NewSections) => send('PUT', road, '/sections', body),
  }
}
