import type { Geometry, Position } from 'geojson'
import { distanceBetween, type LonLat } from '../../../api/roads/network/geodesy.ts'

const lonLat = (position: Position): LonLat => [position[0] ?? 0, position[1] ?? 0]

function lengthOf(line: readonly Position[]): number {
  return line.reduce(
    (sum, position, i) => sum + (i === 0 ? 0 : distanceBetween(lonLat(line[i - 1]!), lonLat(position))),
    0,
  )
}

function positionAlong(line: readonly Position[], distance: number): Position | undefined {
  let left = distance
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [lonLat(line[i - 1]!), lonLat(line[i]!)]
    const length = distanceBetween(a, b)
    if (left <= length && length > 0) {
      const share = left / length
      return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
    }
    left -= length
  }
  return line[line.length - 1]
}

/** Where a symbol or a popup stands: the point itself, halfway along a line, or along the longest of several. */
export function midpointOf(geometry: Geometry): Position | undefined {
  if (geometry.type === 'Point') return geometry.coordinates
  if (geometry.type === 'LineString')
    return positionAlong(geometry.coordinates, lengthOf(geometry.coordinates) / 2)
  if (geometry.type !== 'MultiLineString') return undefined
  const longest = [...geometry.coordinates].sort((a, b) => lengthOf(b) - lengthOf(a))[0]
  return longest && positionAlong(longest, lengthOf(longest) / 2)
}
