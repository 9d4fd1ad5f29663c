import type { LonLat } from '../network/geodesy.ts'

/** 7 decimals of a degree are a centimetre. */
export function formatDecimalCoordinates([longitude, latitude]: LonLat): string {
  return `${longitude.toFixed(7)},${latitude.toFixed(7)}`
}
