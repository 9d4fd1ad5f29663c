import type { Feature, FeatureCollection, LineString, Point, Polygon, Position } from 'geojson'

interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** Where the shipped surroundings (roads, water) end. */
const surveyed: Box = { west: 106.25, south: 38, east: 109.3, north: 40.5 }
/** The pan stops here; far enough out for a wide screen at zoom 7. */
export const sheetBounds: [number, number, number, number] = [100.5, 34.5, 115.5, 43.8]
/** The banner itself, for the first view. */
export const bannerBounds: [number, number, number, number] = [106.7155, 38.287, 108.895, 40.1912]

const fadeSteps = 12
const fadeWidth = 0.36

function ring({ west, south, east, north }: Box): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

function shrunk({ west, south, east, north }: Box, by: number): Box {
  return { west: west + by, south: south + by * 0.78, east: east - by, north: north - by * 0.78 }
}

/** Frames laid over each other, so that the surroundings run out into the paper instead of being cut off. */
export function sheetFade(): FeatureCollection<Polygon> {
  const outer = ring({ west: 92, south: 28, east: 124, north: 50 })
  const features = Array.from({ length: fadeSteps }, (_, step): Feature<Polygon> => {
    const hole = ring(shrunk(surveyed, (fadeWidth * (fadeSteps - 1 - step)) / fadeSteps)).reverse()
    return {
      type: 'Feature',
      // Evenly rising when the frames lie over each other.
      properties: { opacity: 1 / (fadeSteps - step) },
      geometry: { type: 'Polygon', coordinates: [outer, hole] },
    }
  })
  return { type: 'FeatureCollection', features }
}

function meridian(lon: number, step: number): Feature<LineString> {
  // Straight in Mercator: two ends are enough.
  return {
    type: 'Feature',
    properties: { step },
    geometry: {
      type: 'LineString',
      coordinates: [
        [lon, 30],
        [lon, 48],
      ],
    },
  }
}

function parallel(lat: number, step: number): Feature<LineString> {
  return {
    type: 'Feature',
    properties: { step },
    geometry: {
      type: 'LineString',
      coordinates: [
        [94, lat],
        [122, lat],
      ],
    },
  }
}

/** In minutes of arc, so that no rounding creeps in. */
const stepsInMinutes = [60, 30, 15, 5] as const
const stepOf = (minutes: number) => stepsInMinutes.find((step) => minutes % step === 0) ?? 5

/** Meridians and parallels; the fine ones only over the banner. `step` says in minutes how round they are. */
export function graticule(): FeatureCollection<LineString> {
  const features: Feature<LineString>[] = []
  for (let lon = 96 * 60; lon <= 120 * 60; lon += 60) features.push(meridian(lon / 60, 60))
  for (let lat = 32 * 60; lat <= 46 * 60; lat += 60) features.push(parallel(lat / 60, 60))
  const { west, south, east, north } = surveyed
  for (let lon = west * 60; lon <= east * 60; lon += 5)
    if (lon % 60 !== 0) features.push(meridian(lon / 60, stepOf(lon)))
  for (let lat = south * 60; lat <= north * 60; lat += 5)
    if (lat % 60 !== 0) features.push(parallel(lat / 60, stepOf(lat)))
  return { type: 'FeatureCollection', features }
}

const degreeText = (degrees: number, letter: string) =>
  `${Math.floor(degrees)}°${Number.isInteger(degrees) ? '' : `${Math.round((degrees % 1) * 60)}′`}${letter}`

/** Degrees written where lines leave the surveyed sheet. */
export function graticuleNames(): FeatureCollection<Point> {
  const at = (lon: number, lat: number, name: string): Feature<Point> => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'Point', coordinates: [lon, lat] },
  })
  const features: Feature<Point>[] = []
  for (let lon = 102; lon <= 114; lon += 1)
    for (const lat of [37.6, 40.75]) features.push(at(lon, lat, degreeText(lon, 'E')))
  for (let lat = 36; lat <= 43; lat += 1)
    for (const lon of [105.8, 109.75]) features.push(at(lon, lat, degreeText(lat, 'N')))
  return { type: 'FeatureCollection', features }
}
