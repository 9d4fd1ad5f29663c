import type { Client } from '../../../api/client.ts'
import type { ListOf, TrafficVolume } from './api-types.ts'

export function trafficCallsOf(client: Client) {
  const path = '/api/traffic-volumes'
  return {
    trafficVolumes: () => client.json<ListOf<TrafficVolume>>(path),
    importTrafficVolumes: (csv: string) =>
      client.json<ListOf<TrafficVolume>>(`${path}/import`, { method: 'POST', body: { csv } }),
    removeTrafficVolume: (id: string) => client.json<undefined>(`${path}/${id}`, { method: 'DELETE' }),
  }
}
