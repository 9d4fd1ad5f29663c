import { toGaussKruger } from '../../roads/coordinates/gauss-kruger.ts'
import type { LonLat } from '../../roads/network/geodesy.ts'

/** Easting and northing in metres. */
export type Metres = readonly [east: number, north: number]
/** On the drawing: to the right and down. */
export type Place = readonly [x: number, y: number]

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Units of the drawing; two pixels each when it is made a picture. */
export const sheet = { width: 480, height: 280 } as const
/** What is left below it is the foot with the legend and the caption. */
export const mapBox: Box = { left: 4, top: 4, right: sheet.width - 4, bottom: sheet.height - 42 }

export interface InsetFrame {
  /** In the middle of the map. */
  readonly centre: Metres
  readonly metresPerUnit: number
  /** The N of 1:N on paper. */
  readonly scale: number
}

/** Grid north is up: within the banner it is less than a degree off the meridian. */
export const metresOf = (point: LonLat): Metres => toGaussKruger(point)

const scales = [5, 7.5, 10, 15, 20, 25, 30, 35, 40, 50, 60, 75, 100, 125, 150, 200, 250, 300, 400, 500, 750]
const aroundPoint = 2900
/** Of the room on each side of a stretch. */
const margin = 0.22

function extentOf(points: readonly Metres[]) {
  const [easts, norths] = [points.map(([east]) => east), points.map(([, north]) => north)]
  return {
    west: Math.min(...easts),
    east: Math.max(...easts),
    south: Math.min(...norths),
    north: Math.max(...norths),
  }
}

/** Around a point some three kilometres across; a stretch whole, with room around it. The scale is a round one. */
export function frameAround(points: readonly Metres[], printedMillimetres: number): InsetFrame {
  const { west, east, south, north } = extentOf(points)
  const [width, height] = [mapBox.right - mapBox.left, mapBox.bottom - mapBox.top]
  const share = 1 - 2 * margin
  const needed = Math.max(
    aroundPoint / width,
    (east - west) / (width * share),
    (north - south) / (height * share),
  )
  const unitMetres = printedMillimetres / 1000 / sheet.width
  const thousands = scales.find((each) => each * 1000 * unitMetres >= needed * 0.98) ?? 1000
  const scale = thousands * 1000
  return {
    centre: [(west + east) / 2, (south + north) / 2],
    metresPerUnit: scale * unitMetres,
    scale,
  }
}

const middle: Place = [(mapBox.left + mapBox.right) / 2, (mapBox.top + mapBox.bottom) / 2]

export function placeOf({ centre, metresPerUnit }: InsetFrame, [east, north]: Metres): Place {
  return [middle[0] + (east - centre[0]) / metresPerUnit, middle[1] - (north - centre[1]) / metresPerUnit]
}

export const isInside = ({ left, top, right, bottom }: Box, [x, y]: Place): boolean =>
  x >= left && x <= right && y >= top && y <= bottom

export const grown = ({ left, top, right, bottom }: Box, by: number): Box => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
})

/** 1, 2 or 5 and noughts: the longest bar that is no longer than so many units. */
export function barLength(metresPerUnit: number, longest: number): number {
  const most = metresPerUnit * longest
  const power = 10 ** Math.floor(Math.log10(most))
  return power * ([5, 2].find((factor) => factor * power <= most) ?? 1)
}
