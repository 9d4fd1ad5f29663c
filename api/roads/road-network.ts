import { fitAnchors, type Anchor } from './anchor-fit.ts'
import { calibrate, type Calibration, type ChainBreak } from './calibration.ts'
import { distanceBetween, type LonLat } from './geodesy.ts'
import { buildSegmentIndex, type SegmentIndex } from './segment-index.ts'

/** Seen in the direction of growing stakes: ZK is the left one, YK the right one. */
export type Carriageway = 'both' | 'left' | 'right'

/** One drawn line of a road, in stake-increasing order. */
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
}

/** Built once from sections and anchors, never changed: the same on the server and on a phone without signal. */
export interface RoadNetwork {
  readonly sections: readonly NetworkSection[]
  readonly sectionsByRoad: ReadonlyMap<string, readonly NetworkSection[]>
  readonly index: SegmentIndex
}

function measuresAlong(coordinates: readonly LonLat[]): Float64Array {
  const measures = new Float64Array(coordinates.length)
  coordinates.forEach((point, i) => {
    const previous = coordinates[i - 1]
    if (previous) measures[i] = (measures[i - 1] ?? 0) + distanceBetween(previous, point)
  })
  return measures
}

function buildSection(input: SectionInput, breaks: readonly ChainBreak[]): NetworkSection {
  const { coordinates, vertices } = fitAnchors(input.coordinates, input.anchors, input)
  const measures = measuresAlong(coordinates)
  const length = measures[measures.length - 1] ?? 0
  const fitted = vertices.map(({ stake, vertex }) => ({ stake, measure: measures[vertex] ?? 0 }))
  // The drawn ends carry the section's own stakes wherever no anchor says better.
  const implied = [
    { stake: input.fromStake, measure: 0 },
    { stake: input.toStake, measure: length },
  ].filter(
    ({ measure, stake }) => !fitted.some((anchor) => anchor.measure === measure || anchor.stake === stake),
  )
  return {
    road: input.road,
    sequence: input.sequence,
    carriageway: input.carriageway ?? 'both',
    fromStake: input.fromStake,
    toStake: input.toStake,
    longitudes: Float64Array.from(coordinates, (point) => point[0]),
    latitudes: Float64Array.from(coordinates, (point) => point[1]),
    measures,
    length,
    calibration: calibrate([...fitted, ...implied], breaks),
  }
}

export function buildRoadNetwork(roads: readonly RoadInput[]): RoadNetwork {
  const sectionsByRoad = new Map<string, readonly NetworkSection[]>()
  for (const road of roads) {
    const ordered = [...road.sections].sort((a, b) => a.sequence - b.sequence)
    const drawn = ordered.filter(({ coordinates }) => coordinates.length > 1)
    // A road that is only a name has no place in the network.
    if (drawn.length === 0) continue
    sectionsByRoad.set(
      road.code,
      drawn.map((section) => buildSection({ ...section, road: road.code }, road.chainBreaks ?? [])),
    )
  }
  const sections = [...sectionsByRoad.values()].flat()
  return { sections, sectionsByRoad, index: buildSegmentIndex(sections) }
}
