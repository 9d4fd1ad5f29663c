import proj4 from 'proj4'
import type { LonLat } from '../network/geodesy.ts'

/** CGCS2000 / 3-degree Gauss-Krüger zone 36 (EPSG:4524): central meridian 108° E, the banner's own zone. */
const zone36 = proj4(
  '+proj=tmerc +lat_0=0 +lon_0=108 +k=1 +x_0=36500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
)

const nowhere: LonLat = [Number.NaN, Number.NaN]

/** The library throws at what is not a number; a text may hold anything. */
function project(way: 'forward' | 'inverse', point: LonLat): LonLat {
  if (!Number.isFinite(point[0]) || !Number.isFinite(point[1])) return nowhere
  const [x = Number.NaN, y = Number.NaN] = zone36[way]([point[0], point[1]])
  return [x, y]
}

const zonePrefix = 36_000_000

/** The same metres without the zone number before the easting are EPSG:4545. */
export const withZonePrefix = (easting: number) =>
  easting >= 0 && easting < 1_000_000 ? easting + zonePrefix : easting

/** Easting (with or without its zone number) and northing in metres; not a number where they lie on no map. */
export function fromGaussKruger([easting, northing]: LonLat): LonLat {
  return project('inverse', [withZonePrefix(easting), northing])
}

/** Easting with its zone number, northing. */
export function toGaussKruger(point: LonLat): LonLat {
  return project('forward', point)
}
