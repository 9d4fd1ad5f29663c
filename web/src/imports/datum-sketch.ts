import { toWgs84, type CoordinateSystem } from '../../../api/roads/coordinates/coordinates.ts'
import type { ImportRow } from '../api/import-types.ts'
import type { LonLat } from '../../../api/roads/network/geodesy.ts'
import type { DatumProposal } from '../../../api/roads/coordinates/coordinate-datum.ts'

/** Metres from the middle of the picture to its edges: wide enough for the roads, near enough to see a shift of 500 m. */
const reach = { across: 3000, up: 1700 }
export const sketchSize = { width: reach.across / 5, height: reach.up / 5 } as const
const metresPerDegree = 111_320

export interface Reading {
  readonly crs: CoordinateSystem
  readonly medianDistance: number | null
  /** Places in the picture. */
  readonly dots: readonly (readonly [x: number, y: number])[]
}

export interface DatumSketch {
  readonly roads: readonly string[]
  readonly readings: readonly Reading[]
}

/** Rows whose numbers the file gives, as its two columns have them. */
export function samplePoints(rows: readonly Pick<ImportRow, 'values'>[]): LonLat[] {
  return rows.flatMap(({ values: { lon, lat } }): LonLat[] =>
    typeof lon === 'number' && typeof lat === 'number' ? [[lon, lat]] : [],
  )
}

function shiftOf([lon, lat]: LonLat, [middleLon, middleLat]: LonLat): readonly [number, number] {
  const narrowing = Math.cos((middleLat * Math.PI) / 180)
  return [(lon - middleLon) * metresPerDegree * narrowing, (lat - middleLat) * metresPerDegree]
}

const isNear = ([east, north]: readonly [number, number], times = 1) =>
  Math.abs(east) <= reach.across * times && Math.abs(north) <= reach.up * times

/** The point that has most others around it; of equals the first. */
function middleOf(points: readonly LonLat[]): LonLat | undefined {
  const neighbours = points.map((point) => points.filter((other) => isNear(shiftOf(other, point))).length)
  return points[neighbours.indexOf(Math.max(...neighbours))]
}

const drawn = ([east, north]: readonly [number, number]): readonly [number, number] => [
  Math.round(reach.across + east) / 10,
  Math.round(reach.up - north) / 10,
]

/** Pieces of a line that come near the picture, each as a path. */
function pathsOf(line: readonly LonLat[], middle: LonLat): string[] {
  const paths: string[] = []
  let open = ''
  line.forEach((point, index) => {
    const shift = shiftOf(point, middle)
    const next = line[index + 1]
    const isWanted = isNear(shift, 2) || (next !== undefined && isNear(shiftOf(next, middle), 2))
    if (isWanted || open !== '') open += `${open === '' ? 'M' : 'L'}${drawn(shift).join(' ')}`
    if (isWanted || open === '') return
    paths.push(open)
    open = ''
  })
  return open === '' ? paths : [...paths, open]
}

/** A few kilometres of the file's densest place, with its points in each of the two likeliest systems. */
export function datumSketch(
  datum: DatumProposal,
  samples: readonly LonLat[],
  lines: readonly (readonly LonLat[])[],
): DatumSketch | undefined {
  const isSwapped = datum.proposal?.isSwapped ?? false
  const pointsIn = (crs: CoordinateSystem) =>
    samples.map(([a, b]) => toWgs84(isSwapped ? [b, a] : [a, b], crs))
  const systems = datum.systems.slice(0, 2)
  const [best] = systems
  const middle = best && middleOf(pointsIn(best.crs))
  if (!middle) return undefined
  const readings = systems.map(({ crs, medianDistance }) => {
    const shifts = pointsIn(crs).map((point) => shiftOf(point, middle))
    return { crs, medianDistance, dots: shifts.filter((shift) => isNear(shift)).map(drawn) }
  })
  return { roads: lines.flatMap((line) => pathsOf(line, middle)), readings }
}
