import type { Anchor } from './anchor-fit.ts'
import type { Calibration } from './calibration.ts'
import type { LonLat } from './geodesy.ts'
import type { ChainBreak } from './running-chainage.ts'
import { fitSection } from './section-fit.ts'
import { buildSegmentIndex, type SegmentIndex } from './segment-index.ts'

/** Seen in the direction of growing stakes: ZK is the left one, YK the right one. */
export type Carriageway = 'both' | 'left' | 'right'

/** One drawn line of a road, in stake-increasing order; one that its anchors show to run the other way is turned round. */
export interface SectionInput {
  readonly road: string
  readonly sequence: number
  /** Of a divided road drawn twice; `both` where it is left out. */
  readonly carriageway?: Carriageway
  readonly fromStake: number
  readonly toStake: number
  readonly coordinates: readonly LonLat[]
  readonly anchors: readonly Anchor[]
}

export interface RoadInput {
  readonly code: string
  readonly chainBreaks?: readonly ChainBreak[]
  readonly sections: readonly Omit<SectionInput, 'road'>[]
}

export interface NetworkSection {
  readonly road: string
  readonly sequence: number
  readonly carriageway: Carriageway
  readonly fromStake: number
  readonly toStake: number
  readonly longitudes: Float64Array
  readonly latitudes: Float64Array
  /** Metres along the line at each vertex. */
  readonly measures: Float64Array
  readonly length: number
  readonly calibration: readonly Calibration[]
  /** Drawn against the stakes; the arrays here run with them. */
  readonly reversed: boolean
}

/** Built once from sections and anchors: the same on the server and on a phone without signal. */
export interface RoadNetwork {
  readonly sections: readonly NetworkSection[]
  readonly sectionsByRoad: ReadonlyMap<string, readonly NetworkSection[]>
  readonly index: SegmentIndex
}

/** Nothing for a section without a line: one vertex, or the same one several times. */
function buildSection(input: SectionInput, breaks: readonly ChainBreak[]): NetworkSection | undefined {
  const fitted = fitSection(input, breaks)
  if (!fitted) return undefined
  const { coordinates, measures } = fitted.line
  return {
    road: input.road,
    sequence: input.sequence,
    carriageway: input.carriageway ?? 'both',
    fromStake: input.fromStake,
    toStake: input.toStake,
    longitudes: Float64Array.from(coordinates, (point) => point[0]),
    latitudes: Float64Array.from(coordinates, (point) => point[1]),
    measures,
    length: measures[measures.length - 1]!,
    calibration: fitted.calibration,
    reversed: fitted.reversed,
  }
}

export function buildRoadNetwork(roads: readonly RoadInput[]): RoadNetwork {
  const sectionsByRoad = new Map<string, readonly NetworkSection[]>()
  for (const { code, chainBreaks, sections } of roads) {
    const drawn = [...sections]
      .sort((a, b) => a.sequence - b.sequence)
      .map((section) => buildSection({ ...section, road: code }, chainBreaks ?? []))
      .filter((section) => section !== undefined)
    // A road that is only a name has no place in the network.
    if (drawn.length > 0) sectionsByRoad.set(code, drawn)
  }
  const sections = [...sectionsByRoad.values()].flat()
  return { sections, sectionsByRoad, index: buildSegmentIndex(sections) }
}
