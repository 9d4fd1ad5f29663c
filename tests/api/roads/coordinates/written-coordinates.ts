import { toGaussKruger } from '../../../../api/roads/coordinates/gauss-kruger.ts'
import type { LonLat } from '../../../../api/roads/network/geodesy.ts'

/** Rounded as a whole, so that 59.9999″ becomes the next minute and never 60″. */
function dmsOf(degrees: number): string {
  const ticks = Math.round(Math.abs(degrees) * 36_000_000)
  const seconds = (ticks % 600_000) / 10_000
  const minutes = Math.floor(ticks / 600_000) % 60
  return `${Math.floor(ticks / 36_000_000)}°${String(minutes).padStart(2, '0')}′${seconds.toFixed(4).padStart(7, '0')}″`
}

function dmOf(degrees: number): string {
  const ticks = Math.round(Math.abs(degrees) * 60_000_000)
  const minutes = (ticks % 60_000_000) / 1_000_000
  return `${Math.floor(ticks / 60_000_000)}°${minutes.toFixed(6).padStart(9, '0')}′`
}

const withHemispheres = (write: (degrees: number) => string, [longitude, latitude]: LonLat) =>
  `${longitude < 0 ? '西经' : '东经'}${write(longitude)} ${latitude < 0 ? '南纬' : '北纬'}${write(latitude)}`

/** 东经107°58′33.6000″ 北纬39°05′24.0000″. */
export const formatDmsCoordinates = (point: LonLat): string => withHemispheres(dmsOf, point)

/** 东经107°58.560000′ 北纬39°05.400000′. */
export const formatDmCoordinates = (point: LonLat): string => withHemispheres(dmOf, point)

/** X=4328495.730 Y=36497923.603: surveyors call the northing X. */
export function formatGaussKruger(point: LonLat): string {
  const [easting, northing] = toGaussKruger(point)
  return `X=${northing.toFixed(3)} Y=${easting.toFixed(3)}`
}
