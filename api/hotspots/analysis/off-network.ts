import { clustersDbscan, featureCollection, point } from '@turf/turf'
import { clusterRule, type ClusterRule } from '../rules/run-settings.ts'
import { countsOf, type Totals } from './severity-counts.ts'

export interface LooseAccident {
  readonly id: string
  readonly longitude: number
  readonly latitude: number
  readonly killed: number
  readonly injured: number
  readonly lossYuan: number
}

export interface Cluster extends Totals {
  readonly accidentIds: readonly string[]
  readonly points: readonly (readonly [number, number])[]
}

const byId = (a: LooseAccident, b: LooseAccident) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Accidents that no stake leads to, clustered by their distance in metres (DBSCAN). Worked through by id, because an
 * accident on the edge of two clusters goes to the one that comes first.
 */
export function clusterOffNetwork(
  accidents: readonly LooseAccident[],
  { radius, minimum }: ClusterRule = clusterRule,
): Cluster[] {
  const ordered = [...accidents].sort(byId)
  const points = featureCollection(ordered.map(({ longitude, latitude }) => point([longitude, latitude])))
  const found = clustersDbscan(points, radius / 1000, { minPoints: minimum })
  const members = new Map<number, LooseAccident[]>()
  found.features.forEach(({ properties }, i) => {
    if (properties.cluster === undefined) return
    members.set(properties.cluster, [...(members.get(properties.cluster) ?? []), ordered[i]!])
  })
  return [...members.values()]
    .map((inside) => ({
      ...countsOf(inside),
      accidentIds: inside.map(({ id }) => id),
      points: inside.map(({ longitude, latitude }) => [longitude, latitude] as const),
    }))
    .sort(
      (a, b) =>
        b.killed - a.killed || b.accidents - a.accidents || (a.accidentIds[0]! < b.accidentIds[0]! ? -1 : 1),
    )
}
