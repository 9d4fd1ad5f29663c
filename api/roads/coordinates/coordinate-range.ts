import type { CoordinateSystem } from './coordinates.ts'
import type { LonLat } from '../network/geodesy.ts'

type Range = readonly [from: number, to: number]

const isIn = (value: number, [from, to]: Range) => value >= from && value <= to

/** The banner (106.7–108.9° E, 38.3–40.2° N) with room around it: far enough apart to tell the axes by. */
const longitudes: Range = [105, 111]
const latitudes: Range = [37, 42]
const northings: Range = [4_050_000, 4_700_000]
/** 106.5–109.5° E from the meridian of 108°. */
const eastings: Range = [360_000, 640_000]
/** The same land as zones 18, 19, 35, 37 and UTM 48, 49 number it, with and without their prefix. */
const foreignEastings: readonly Range[] = [
  [100_000, 360_000],
  [640_000, 900_000],
  [17_100_000, 20_900_000],
  [34_100_000, 35_900_000],
  [37_000_000, 38_900_000],
]
const webEastings: Range = [11_688_000, 12_357_000]
const webNorthings: Range = [4_400_000, 5_200_000]

/** What two numbers are, first one first. */
export type PairKind =
  | 'lonLat'
  | 'latLon'
  | 'eastNorth'
  | 'northEast'
  | 'otherZone'
  | 'webMetres'
  | 'zero'
  | 'elsewhere'
  | 'nothing'

const isZone36 = (value: number) =>
  isIn(value, eastings) || (value >= 36_000_000 && isIn(value - 36_000_000, eastings))
const isForeign = (value: number) => foreignEastings.some((range) => isIn(value, range))
const isEarth = (longitude: number, latitude: number) =>
  Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90

function metresKind(a: number, b: number): PairKind | undefined {
  if (isZone36(a) && isIn(b, northings)) return 'eastNorth'
  if (isIn(a, northings) && isZone36(b)) return 'northEast'
  if ((isForeign(a) && isIn(b, northings)) || (isIn(a, northings) && isForeign(b))) return 'otherZone'
  const isWeb = (x: number, y: number) => isIn(x, webEastings) && isIn(y, webNorthings)
  return isWeb(a, b) || isWeb(b, a) ? 'webMetres' : undefined
}

/** The ranges of the axes do not meet here, so two numbers tell by themselves which is which. */
export function kindOfPair(a: number, b: number): PairKind {
  if (a === 0 && b === 0) return 'zero'
  if (isIn(a, longitudes) && isIn(b, latitudes)) return 'lonLat'
  if (isIn(a, latitudes) && isIn(b, longitudes)) return 'latLon'
  return metresKind(a, b) ?? (isEarth(a, b) || isEarth(b, a) ? 'elsewhere' : 'nothing')
}

/** Whether two numbers can be a place anywhere in this system: what a request may say at all. */
export function isWithinSystem(crs: CoordinateSystem, [x, y]: LonLat): boolean {
  if (crs !== 'gk36') return isEarth(x, y)
  const easting = x >= 36_000_000 ? x - 36_000_000 : x
  return easting >= 100_000 && easting <= 900_000 && y >= 0 && y <= 10_000_000
}
