import { degreeSystems, distanceToRoad } from './coordinate-hints.ts'
import { kindOfPair, type PairKind } from './coordinate-range.ts'
import { toWgs84, type CoordinateSystem } from './coordinates.ts'
import type { LonLat } from '../network/geodesy.ts'
import { fairWithin } from '../network/locating-grade.ts'
import type { RoadNetwork } from '../network/road-network.ts'

export interface DatumRow {
  /** Code of the road that the row names. */
  readonly road?: string | undefined
  /** As the file has it, first column first. */
  readonly point: LonLat
}

export interface SystemDistance {
  readonly crs: CoordinateSystem
  /** Metres; null where more than half lie farther from their road than can be meant. */
  readonly medianDistance: number | null
}

export interface DatumProposal {
  readonly rows: number
  /** Rows that were measured; a large file is sampled evenly. */
  readonly measured: number
  readonly basis: 'namedRoad' | 'nearestRoad'
  /** Rows whose numbers read otherwise than most: another order, another unit, 0,0 or far away. */
  readonly strays: number
  /** Best first. */
  readonly systems: readonly SystemDistance[]
  readonly clarity: 'clear' | 'unclear' | 'tooFewRows'
  /** How many times farther off the second system is; null where there is no second. */
  readonly ratio: number | null
  /** To be confirmed by whoever imports; absent where the rows do not say. */
  readonly proposal?: { readonly crs: CoordinateSystem; readonly isSwapped: boolean }
}

const sampleSize = 2000
const fewestRows = 5
/** Along a road that runs as GCJ-02 shifts, the systems hardly differ; below this the rows have not decided. */
const clearRatio = 1.5

const readable = ['lonLat', 'latLon', 'eastNorth', 'northEast'] as const satisfies readonly PairKind[]
type Readable = (typeof readable)[number]

function commonest(kinds: readonly PairKind[]): { kind: Readable; count: number } {
  const counts = readable.map((kind) => ({ kind, count: kinds.filter((each) => each === kind).length }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best))
}

function strided<T>(rows: readonly T[]): T[] {
  const taken = Math.min(rows.length, sampleSize)
  return Array.from({ length: taken }, (_, i) => rows[Math.floor((i * rows.length) / taken)]!)
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.POSITIVE_INFINITY
}

function medianIn(network: RoadNetwork, rows: readonly DatumRow[], crs: CoordinateSystem): number {
  return median(rows.map(({ road, point }) => distanceToRoad(network, road, toWgs84(point, crs))))
}

function clarityOf(measured: number, best: number, second: number): DatumProposal['clarity'] {
  if (measured < fewestRows) return 'tooFewRows'
  const isNear = best <= fairWithin
  return isNear && second / Math.max(best, 1) >= clearRatio ? 'clear' : 'unclear'
}

/** Rows that name a drawn road say most; without enough of them every row counts to whatever road is nearest. */
function basisOf(network: RoadNetwork, rows: readonly DatumRow[]) {
  const named = rows.filter(({ road }) => road !== undefined && network.sectionsByRoad.has(road))
  if (named.length >= fewestRows) return { basis: 'namedRoad' as const, sample: strided(named) }
  return { basis: 'nearestRoad' as const, sample: strided(rows).map(({ point }) => ({ point })) }
}

/** Which system a whole file is in: the one that brings its points nearest to the roads they name. Proposed, not applied. */
export function proposeDatum(network: RoadNetwork, rows: readonly DatumRow[]): DatumProposal {
  const kinds = rows.map(({ point }) => kindOfPair(point[0], point[1]))
  const { kind, count } = commonest(kinds)
  const isSwapped = kind === 'latLon' || kind === 'northEast'
  const usable = rows
    .filter((_, i) => kinds[i] === kind)
    .map(({ road, point }) => ({ road, point: isSwapped ? ([point[1], point[0]] as const) : point }))
  const { basis, sample } = basisOf(network, usable)
  const candidates: readonly CoordinateSystem[] =
    kind === 'lonLat' || kind === 'latLon' ? degreeSystems : ['gk36']
  const measured = candidates
    .map((crs) => ({ crs, distance: medianIn(network, sample, crs) }))
    .sort((a, b) => (a.distance === b.distance ? 0 : a.distance - b.distance))
  const [best, second] = measured
  const clarity = clarityOf(sample.length, best!.distance, second?.distance ?? Number.POSITIVE_INFINITY)
  const isMeasurable = Number.isFinite(best!.distance)
  return {
    rows: rows.length,
    measured: sample.length,
    basis,
    strays: rows.length - count,
    systems: measured.map(({ crs, distance }) => ({
      crs,
      medianDistance: Number.isFinite(distance) ? distance : null,
    })),
    clarity,
    ratio:
      second && isMeasurable && Number.isFinite(second.distance)
        ? second.distance / Math.max(best!.distance, 1)
        : null,
    ...(isMeasurable && clarity !== 'tooFewRows' ? { proposal: { crs: best!.crs, isSwapped } } : {}),
  }
}
