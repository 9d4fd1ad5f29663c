import gcoord from 'gcoord'
import { fromGaussKruger, toGaussKruger } from './gauss-kruger.ts'
import type { LonLat } from '../network/geodesy.ts'

/**
 * Phones and CGCS2000 surveys agree to centimetres; 高德, 腾讯 and 微信 pick in GCJ-02 (some 450 m off here), 百度 in
 * BD-09 (1.2 km). gk36 is metres: the easting stands where the others have their longitude, the northing for the latitude.
 */
export const coordinateSystems = ['wgs84', 'cgcs2000', 'gcj02', 'bd09', 'gk36'] as const
export type CoordinateSystem = (typeof coordinateSystems)[number]
export type DegreeSystem = Exclude<CoordinateSystem, 'gk36'>

const names = {
  wgs84: gcoord.WGS84,
  cgcs2000: gcoord.WGS84,
  gcj02: gcoord.GCJ02,
  bd09: gcoord.BD09,
} as const

/** How far each system lies from WGS 84 by its published formulas; the way back is found by iteration. */
const remoteness = { wgs84: 0, cgcs2000: 0, gcj02: 1, bd09: 2 } as const

function forward(point: LonLat, from: DegreeSystem, to: DegreeSystem): LonLat {
  const [longitude, latitude] = gcoord.transform([point[0], point[1]], names[from], names[to])
  return [longitude ?? Number.NaN, latitude ?? Number.NaN]
}

/** The library's own way back is a single step, up to 1.5e-6° off; five steps of this are below 1e-9°. */
function backward(point: LonLat, from: DegreeSystem, to: DegreeSystem): LonLat {
  let guess = point
  for (let step = 0; step < 5; step++) {
    const reached = forward(guess, to, from)
    guess = [guess[0] - (reached[0] - point[0]), guess[1] - (reached[1] - point[1])]
  }
  return guess
}

function convertDegrees(point: LonLat, from: DegreeSystem, to: DegreeSystem): LonLat {
  if (names[from] === names[to]) return point
  return remoteness[to] > remoteness[from] ? forward(point, from, to) : backward(point, from, to)
}

export function convertCoordinates(point: LonLat, from: CoordinateSystem, to: CoordinateSystem): LonLat {
  if (from === to) return point
  if (from === 'gk36') return convertCoordinates(fromGaussKruger(point), 'wgs84', to)
  if (to === 'gk36') return toGaussKruger(convertDegrees(point, from, 'wgs84'))
  return convertDegrees(point, from, to)
}

export function toWgs84(point: LonLat, from: CoordinateSystem): LonLat {
  return convertCoordinates(point, from, 'wgs84')
}
