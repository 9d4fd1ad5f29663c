import type { Database } from '../db/tables.ts'
import { Unprocessable } from '../http/problem.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { listRoads, loadRoadNetwork } from '../roads/road.queries.ts'
import { listTownshipStretches } from '../roads/stretch.queries.ts'
import type { Junction, ScreenedRoad } from './analysis/accident-on-road.ts'
import type { LooseAccident } from './analysis/off-network.ts'
import { hotspotMessages } from './hotspot-messages.ts'
import { junctionsOf } from './network-junctions.ts'
import {
  countAccidents,
  listAccidentsOnRoads,
  listHazardsOnRoads,
  listLooseAccidents,
  type ScreeningScope,
} from './screening-input.queries.ts'

export interface Ground {
  readonly network: RoadNetwork
  readonly roads: readonly ScreenedRoad[]
  readonly junctions: readonly Junction[]
  readonly loose: readonly LooseAccident[]
  readonly counts: { readonly all: number; readonly onRoads: number }
}

/** Where a window must not reach across: behind a section's end or a chain break the next stake is not the next metre. */
function breaksOf(network: RoadNetwork, road: string): number[] {
  const pieces = (network.sectionsByRoad.get(road) ?? []).map(({ calibration }) => calibration)
  const sectionStarts = pieces.slice(1).flatMap((section) => section[0]?.fromStake ?? [])
  const jumps = pieces.flatMap((section) =>
    section.flatMap((piece, i) => {
      const next = section[i + 1]
      return next && next.fromStake !== piece.toStake ? [Math.max(next.fromStake, piece.toStake)] : []
    }),
  )
  return [...sectionStarts, ...jumps]
}

function refuseUnknown(known: readonly { code: string }[], wanted: readonly string[] = []): void {
  const unknown = wanted.filter((code) => !known.some((road) => road.code === code))
  if (unknown.length === 0) return
  const message = hotspotMessages.unknownRoads(unknown)
  throw new Unprocessable(message, [{ path: 'roads', message }])
}

function byRoad<Row extends { readonly road: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.road)
    if (group) group.push(row)
    else groups.set(row.road, [row])
  }
  return groups
}

async function roadsToScreen(
  db: Database,
  network: RoadNetwork,
  scope: ScreeningScope,
  wanted?: readonly string[],
): Promise<ScreenedRoad[]> {
  const roads = await listRoads(db)
  refuseUnknown(roads, wanted)
  const accidents = byRoad(await listAccidentsOnRoads(db, scope))
  const hazards = byRoad(await listHazardsOnRoads(db))
  const sections = byRoad(await listTownshipStretches(db))
  return roads
    .filter(({ code }) => network.sectionsByRoad.has(code) && (!wanted || wanted.includes(code)))
    .map((road) => ({
      code: road.code,
      divided: road.divided,
      fromStake: road.fromStake ?? 0,
      toStake: road.toStake ?? 0,
      breaks: breaksOf(network, road.code),
      accidents: accidents.get(road.code) ?? [],
      hazards: hazards.get(road.code) ?? [],
      sections: sections.get(road.code) ?? [],
    }))
}

/** Everything that a screening looks at, as it stands now. Off the network lies nothing where only some roads are asked for. */
export async function loadGround(
  db: Database,
  scope: ScreeningScope,
  wanted?: readonly string[],
): Promise<Ground> {
  const network = await loadRoadNetwork(db)
  const roads = await roadsToScreen(db, network, scope, wanted)
  const screened = new Set(roads.map(({ code }) => code))
  return {
    network,
    roads,
    junctions: junctionsOf(network)
      .map(({ arms }) => ({ arms: arms.filter(({ road }) => screened.has(road)) }))
      .filter(({ arms }) => arms.length > 1),
    loose: wanted ? [] : await listLooseAccidents(db, scope, [...network.sectionsByRoad.keys()]),
    counts: {
      all: await countAccidents(db, scope, wanted),
      // A stake on a road without a line takes part in no window.
      onRoads: roads.reduce((sum, road) => sum + road.accidents.length, 0),
    },
  }
}
