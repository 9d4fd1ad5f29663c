import type { LonLat } from '../../roads/network/geodesy.ts'
import type { ImportedWay } from '../../roads/geometry-import/imported-way.ts'
import { isRoadRelation, isRoadWay, refsOfTags, wayFromTags } from '../../roads/geometry-import/osm-way.ts'
import { refersTo } from '../../roads/geometry-import/road-refs.ts'
import type { OsmScan, OsmWay } from './osm-scan.ts'

/** Ways that a route relation of a wanted road names, with the relation's refs: many ways bear none of their own. */
async function relationRefs(scan: OsmScan, wanted: ReadonlySet<string>): Promise<Map<number, string[]>> {
  const refs = new Map<number, string[]>()
  await scan({
    relation: ({ tags, ways }) => {
      const own = refsOfTags(tags)
      if (!isRoadRelation(tags) || !refersTo(own, wanted)) return
      for (const way of ways) refs.set(way, [...(refs.get(way) ?? []), ...own])
    },
  })
  return refs
}

async function wantedWays(
  scan: OsmScan,
  wanted: ReadonlySet<string>,
  ofRelations: ReadonlyMap<number, readonly string[]>,
): Promise<OsmWay[]> {
  const ways: OsmWay[] = []
  await scan({
    way: (way) => {
      if (!isRoadWay(way.tags) || way.nodes.length < 2) return
      if (ofRelations.has(way.id) || refersTo(refsOfTags(way.tags), wanted)) ways.push(way)
    },
  })
  return ways
}

async function pointsOf(scan: OsmScan, ways: readonly OsmWay[]): Promise<Map<number, LonLat>> {
  const wanted = new Set(ways.flatMap(({ nodes }) => nodes))
  const points = new Map<number, LonLat>()
  if (wanted.size === 0) return points
  await scan({ node: { wanted, visit: (id, point) => points.set(id, point) } })
  return points
}

export interface ReadWays {
  readonly ways: readonly ImportedWay[]
  /** Ways whose nodes the extract does not hold throughout: its border cut them. */
  readonly incomplete: number
}

/** Relations, then ways, then nodes: what is kept at once is the roads that are asked for, not the province. */
export async function readOsm(scan: OsmScan, wanted: ReadonlySet<string>): Promise<ReadWays> {
  const refs = await relationRefs(scan, wanted)
  const found = await wantedWays(scan, wanted, refs)
  const points = await pointsOf(scan, found)
  let incomplete = 0
  const ways = found.map(({ id, tags, nodes }) => {
    const known = nodes.flatMap((node) => [points.get(node)].filter((point) => point !== undefined))
    if (known.length < nodes.length) incomplete++
    return wayFromTags(`way/${id}`, tags, refs.get(id) ?? [], known)
  })
  return { ways: ways.filter(({ coordinates }) => coordinates.length > 1), incomplete }
}
