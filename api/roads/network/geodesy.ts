/** Longitude and latitude in degrees, WGS 84. */
export type LonLat = readonly [longitude: number, latitude: number]

const semiMajorAxis = 6378137
const eccentricitySquared = 0.00669437999014
const radians = Math.PI / 180

export interface DegreeLength {
  readonly east: number
  readonly north: number
}

/** Metres in one degree of longitude and of latitude at a latitude, on the ellipsoid (radii of curvature N cos φ and M). */
export function degreeLength(latitude: number): DegreeLength {
  const sine = Math.sin(latitude * radians)
  const w2 = 1 - eccentricitySquared * sine * sine
  const w = Math.sqrt(w2)
  return {
    east: (semiMajorAxis / w) * Math.cos(latitude * radians) * radians,
    north: ((semiMajorAxis * (1 - eccentricitySquared)) / (w2 * w)) * radians,
  }
}

/** Mid-latitude formula: under 1 mm off the geodesic for the segments of a road, under 1 in 100,000 over 50 km. */
export function distanceBetween(a: LonLat, b: LonLat): number {
  const degree = degreeLength((a[1] + b[1]) / 2)
  const east = (b[0] - a[0]) * degree.east
  const north = (b[1] - a[1]) * degree.north
  return Math.sqrt(east * east + north * north)
}
