import type { Client } from '../../../api/client.ts'
import type { AccidentSummary } from '../../../api/accidents/accident.schema.ts'
import type { Calibre, DensityCluster, GapList, LocatedCollection } from './api-types.ts'

export type RoadAccident = Omit<AccidentSummary, 'geometry'>

/** How thick accidents lie along each road asked for, in accidents per kilometre and year. */
export interface RoadDensity {
  readonly cutoff: string
  readonly clusters: readonly DensityCluster[]
  readonly parameters: { readonly bandwidth: number }
  readonly roads: readonly {
    readonly road: string
    readonly lixels: readonly {
      readonly fromStake: number
      readonly toStake: number
      readonly density: number
    }[]
  }[]
}

export interface RoadQuestion {
  readonly road: string
  readonly from: string
  readonly to: string
  readonly calibre: Calibre
}

/** What is drawn along one road. */
export function stripCallsOf(client: Client) {
  return {
    accidentsAlong: ({ road, from, to, calibre }: RoadQuestion) =>
      client.json<LocatedCollection<RoadAccident>>('/api/accidents', {
        query: { road, from, to, calibre, format: 'geojson' },
      }),
    densityAlong: ({ road, from, to, calibre }: RoadQuestion) =>
      client.json<RoadDensity>('/api/hotspots/density', {
        query: { road, from, to, calibre, clusters: 'true' },
      }),
    gapsAlong: async (road: string) => {
      const gaps: GapList['items'][number][] = []
      let cursor: string | undefined
      do {
        const query = { road, limit: 2000, cursor }
        const page: GapList = await client.json<GapList>('/api/facility-gaps', { query })
        gaps.push(...page.items)
        cursor = page.nextCursor
      } while (cursor)
      return gaps
    },
  }
}
