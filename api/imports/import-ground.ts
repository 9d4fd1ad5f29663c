import type { CoordinateSystem } from '../roads/coordinates/coordinates.ts'
import { bearingAt } from '../roads/network/stake-bearing.ts'
import { buildRoadNetwork, type RoadInput, type RoadNetwork } from '../roads/network/road-network.ts'
import type { Stretch } from '../roads/road.schema.ts'
import type { RoadName, StakeContext } from '../roads/stakes/stake-reading.ts'
import type { AreaName, SquadName } from './cells/read-names.ts'
import type { DecidedRow, ImportKind } from './import-types.ts'
import type { PlacingGround, PlacingRoad } from './matching/record-columns.ts'
import type { Procedure } from './rows/accident-record.ts'

export interface UnitName {
  readonly code: string
  readonly name: string
  readonly shortName: string | null
}

/** What reading a file needs to know of the banner: plain data, since it goes to a worker. */
export interface ImportGround {
  readonly roadNames: readonly RoadName[]
  readonly roads: readonly PlacingRoad[]
  /** The network from each day on which it changed, oldest first; the last is the one of today. */
  readonly networks: readonly { readonly from: string; readonly roads: readonly RoadInput[] }[]
  readonly squads: readonly SquadName[]
  readonly areas: readonly AreaName[]
  readonly units: readonly UnitName[]
  readonly squadStretches: readonly Stretch[]
  readonly townshipStretches: readonly Stretch[]
}

/** How one file is to be read. */
export interface ReadingSettings {
  readonly kind: ImportKind
  readonly sheet: string
  /** Fields per column as the clerk set them; else a template of the same shape, else the titles say it. */
  readonly fields: readonly (string | null)[] | null
  readonly templates: Readonly<Record<string, readonly (string | null)[]>>
  readonly crs: CoordinateSystem | null
  readonly procedure: Procedure | null
  readonly now: Date
  /** Day numbers count from 1904: told by the file, not by whoever imports it. */
  readonly is1904?: boolean | undefined
  readonly ground: ImportGround
  /** What the clerk decided at an earlier reading of the same file. */
  readonly decided?: readonly DecidedRow[]
}

/** Built when the first record of its time comes: most files need one network. */
export function placingGround(
  ground: ImportGround,
): PlacingGround & Required<Pick<StakeContext, 'bearingAt'>> {
  const built = new Map<number, RoadNetwork>()
  const networkAt = (index: number) => {
    const network = built.get(index) ?? buildRoadNetwork(ground.networks[index]?.roads ?? [])
    built.set(index, network)
    return network
  }
  const last = ground.networks.length - 1
  const networkOn = (day: string) => {
    if (day === '') return networkAt(last)
    const index = ground.networks.findLastIndex(({ from }) => from <= day)
    return networkAt(Math.max(0, index))
  }
  const { roads, squadStretches, townshipStretches } = ground
  return {
    networkOn,
    roads,
    squadStretches,
    townshipStretches,
    bearingAt: (road, stake) => bearingAt(networkAt(last), road, stake),
  }
}
