import { degreeLength, type LonLat } from './geodesy.ts'
import { fairWithin, indistinctWithin } from './locating-grade.ts'
import type { NetworkSection } from './road-network.ts'

interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** A part of the map with, of each road, the segments that can matter to a point in it. Made when first asked for. */
export interface Cell extends Box {
  readonly segments: Uint32Array
  /** The segments of one road are `segments[starts[i]] … segments[starts[i + 1] - 1]`, in order along it. */
  readonly starts: Uint32Array
  /** No point of the cell is nearer to that road than this. */
  readonly floors: Float64Array
  /** Dividing it further would not leave fewer segments. */
  readonly isWhole: boolean
  /** Row by row from the south-west; made when first asked for. */
  readonly parts: (Cell | undefined)[]
}

/** Every drawn segment of the network as flat arrays, and a tree of map cells over them. */
export interface SegmentIndex {
  readonly x0: Float64Array
  readonly y0: Float64Array
  readonly x1: Float64Array
  readonly y1: Float64Array
  readonly sectionOf: Uint32Array
  readonly vertexOf: Uint32Array
  readonly root: Cell
  cells: number
}

/** Farther than this from a road a cell forgets it: more is never asked for but by name. */
export const cellReach = 20_000
/** About 100 m: smaller cells would not have fewer segments. */
const smallestCell = 0.001
const fewSegments = 6
/** Of a cell in each direction: three steps lead from the banner to 100 m. */
const divisions = 16
/** Some 60 MB when full: beyond it cells are not divided further, and answers stay the same. */
const mostCells = 40_000

function segmentsOf(sections: readonly NetworkSection[]) {
  const count = sections.reduce((sum, { longitudes }) => sum + longitudes.length - 1, 0)
  const arrays = {
    x0: new Float64Array(count),
    y0: new Float64Array(count),
    x1: new Float64Array(count),
    y1: new Float64Array(count),
    sectionOf: new Uint32Array(count),
    vertexOf: new Uint32Array(count),
  }
  let next = 0
  for (const [section, { longitudes: x, latitudes: y }] of sections.entries())
    for (let vertex = 0; vertex + 1 < x.length; vertex++, next++) {
      arrays.x0[next] = x[vertex]!
      arrays.y0[next] = y[vertex]!
      arrays.x1[next] = x[vertex + 1]!
      arrays.y1[next] = y[vertex + 1]!
      arrays.sectionOf[next] = section
      arrays.vertexOf[next] = vertex
    }
  return arrays
}

type Segments = ReturnType<typeof segmentsOf>

/** Wide enough around the roads that a point outside lies beyond the reach of all of them. */
function extent({ x0, y0, x1, y1 }: Segments): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < x0.length; i++) {
    west = Math.min(west, x0[i]!, x1[i]!)
    east = Math.max(east, x0[i]!, x1[i]!)
    south = Math.min(south, y0[i]!, y1[i]!)
    north = Math.max(north, y0[i]!, y1[i]!)
  }
  const margin = (1.1 * cellReach) / 111_000
  const widest =
    margin / Math.max(0.1, Math.cos((Math.max(Math.abs(south), Math.abs(north)) * Math.PI) / 180))
  return { west: west - widest, south: south - margin, east: east + widest, north: north + margin }
}

function newCell(
  { west, south, east, north }: Box,
  segments: readonly number[],
  starts: readonly number[],
  floors: readonly number[],
): Cell {
  return {
    west,
    south,
    east,
    north,
    segments: Uint32Array.from(segments),
    starts: Uint32Array.from([...starts, segments.length]),
    floors: Float64Array.from(floors),
    isWhole: segments.length <= fewSegments || north - south < smallestCell,
    parts: [],
  }
}

export function buildSegmentIndex(sections: readonly NetworkSection[]): SegmentIndex {
  const arrays = segmentsOf(sections)
  const starts: number[] = []
  arrays.sectionOf.forEach((section, i) => {
    const road = sections[section]!.road
    if (i === 0 || sections[arrays.sectionOf[i - 1]!]!.road !== road) starts.push(i)
  })
  const all = Array.from(arrays.x0, (_, i) => i)
  const root = newCell(
    extent(arrays),
    all,
    starts,
    starts.map(() => 0),
  )
  return { ...arrays, root, cells: 1 }
}

interface Centre {
  readonly point: LonLat
  readonly east: number
  readonly north: number
  /** Metres from the centre to a corner. */
  readonly radius: number
  /** By how much metres differ between the planes of two latitudes of the cell. */
  readonly stretch: number
}

function centreOf({ west, south, east, north }: Box): Centre {
  const point: LonLat = [(west + east) / 2, (south + north) / 2]
  const middle = degreeLength(point[1])
  const ends = [
    degreeLength(south),
    degreeLength(north),
    ...(south < 0 && north > 0 ? [degreeLength(0)] : []),
  ]
  const ratios = ends.flatMap((end) => [end.east / middle.east, end.north / middle.north])
  return {
    point,
    ...middle,
    radius: Math.hypot(((east - west) / 2) * middle.east, ((north - south) / 2) * middle.north),
    stretch: Math.max(...ratios.flatMap((ratio) => [ratio, 1 / ratio])),
  }
}

function distanceTo(
  { x0, y0, x1, y1 }: SegmentIndex,
  segment: number,
  { point, east, north }: Centre,
): number {
  const ax = (x0[segment]! - point[0]) * east
  const ay = (y0[segment]! - point[1]) * north
  const dx = (x1[segment]! - x0[segment]!) * east
  const dy = (y1[segment]! - y0[segment]!) * north
  const squared = dx * dx + dy * dy
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared))
  const [fx, fy] = [ax + share * dx, ay + share * dy]
  return Math.sqrt(fx * fx + fy * fy)
}

/** Distances of one road's segments to a centre; grown when needed. Plain loops: iterators took most of the time. */
let distances = new Float64Array(1024)

function measureRoad(index: SegmentIndex, parent: Cell, from: number, to: number, centre: Centre): number {
  if (distances.length < to - from) distances = new Float64Array(2 * (to - from))
  let nearest = Infinity
  for (let i = from; i < to; i++) {
    const distance = distanceTo(index, parent.segments[i]!, centre)
    distances[i - from] = distance
    if (distance < nearest) nearest = distance
  }
  return nearest
}

/** A segment can matter to a point of the cell only if it is hardly farther from the centre than the road's nearest one. */
function fill(index: SegmentIndex, parent: Cell, box: Box): Cell {
  const centre = centreOf(box)
  const { radius, stretch } = centre
  const segments: number[] = []
  const starts: number[] = []
  const floors: number[] = []
  for (let road = 0; road + 1 < parent.starts.length; road++) {
    const [from, to] = [parent.starts[road]!, parent.starts[road + 1]!]
    const nearest = measureRoad(index, parent, from, to, centre)
    const floor = Math.max(0, (nearest - radius) / stretch)
    if (floor > cellReach) continue
    const rivalry = floor > fairWithin ? 0 : indistinctWithin
    const limit = stretch * (stretch * (nearest + radius) + rivalry) + radius + 0.001
    starts.push(segments.length)
    floors.push(floor)
    for (let i = from; i < to; i++) if (distances[i - from]! <= limit) segments.push(parent.segments[i]!)
  }
  return newCell(box, segments, starts, floors)
}

function partOf(index: SegmentIndex, cell: Cell, column: number, row: number): Cell {
  const width = (cell.east - cell.west) / divisions
  const height = (cell.north - cell.south) / divisions
  const [west, south] = [cell.west + column * width, cell.south + row * height]
  const part = fill(index, cell, { west, south, east: west + width, north: south + height })
  cell.parts[row * divisions + column] = part
  index.cells++
  return part
}

const divisionAt = (share: number) => Math.min(divisions - 1, Math.max(0, Math.floor(share * divisions)))

/** The smallest cell that holds the point; the whole network where the point is outside. */
export function cellAt(index: SegmentIndex, longitude: number, latitude: number): Cell {
  let cell = index.root
  const { west, south, east, north } = cell
  if (!(longitude >= west && longitude <= east && latitude >= south && latitude <= north)) return cell
  while (!cell.isWhole) {
    const column = divisionAt((longitude - cell.west) / (cell.east - cell.west))
    const row = divisionAt((latitude - cell.south) / (cell.north - cell.south))
    const known = cell.parts[row * divisions + column]
    if (!known && index.cells >= mostCells) return cell
    cell = known ?? partOf(index, cell, column, row)
  }
  return cell
}
