import type { NetworkSection } from './road-network.ts'

/** About 0.9 by 1.1 km here: a road puts some five segments into a cell. */
const cellDegrees = 0.01

/** Every drawn segment of the network in a grid of longitude and latitude, as flat arrays. */
export interface SegmentIndex {
  readonly west: number
  readonly south: number
  readonly columns: number
  readonly rows: number
  /** Segments of cell i are `members[starts[i]] … members[starts[i + 1] - 1]`. */
  readonly starts: Uint32Array
  readonly members: Uint32Array
  readonly sectionOf: Uint16Array
  readonly vertexOf: Uint32Array
}

interface CellRange {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

export function cellsWithin(
  index: Pick<SegmentIndex, 'west' | 'south' | 'columns' | 'rows'>,
  [west, south, east, north]: readonly [number, number, number, number],
): CellRange {
  const column = (longitude: number) => Math.floor((longitude - index.west) / cellDegrees)
  const row = (latitude: number) => Math.floor((latitude - index.south) / cellDegrees)
  return {
    left: Math.max(0, column(west)),
    right: Math.min(index.columns - 1, column(east)),
    bottom: Math.max(0, row(south)),
    top: Math.min(index.rows - 1, row(north)),
  }
}

function forEachCell(range: CellRange, columns: number, visit: (cell: number) => void): void {
  for (let row = range.bottom; row <= range.top; row++)
    for (let column = range.left; column <= range.right; column++) visit(row * columns + column)
}

function extent(sections: readonly NetworkSection[]) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { longitudes, latitudes } of sections)
    for (let i = 0; i < longitudes.length; i++) {
      west = Math.min(west, longitudes[i]!)
      east = Math.max(east, longitudes[i]!)
      south = Math.min(south, latitudes[i]!)
      north = Math.max(north, latitudes[i]!)
    }
  if (west > east) return { west: 0, south: 0, columns: 0, rows: 0 }
  const cells = (from: number, to: number) => Math.floor((to - from) / cellDegrees) + 1
  return { west, south, columns: cells(west, east), rows: cells(south, north) }
}

export function buildSegmentIndex(sections: readonly NetworkSection[]): SegmentIndex {
  const grid = extent(sections)
  const segments = sections.flatMap(({ longitudes }, section) =>
    Array.from({ length: longitudes.length - 1 }, (_, vertex) => ({ section, vertex })),
  )
  const rangeOf = ({ section, vertex }: { section: number; vertex: number }) => {
    const { longitudes: x, latitudes: y } = sections[section]!
    const [x0, x1, y0, y1] = [x[vertex]!, x[vertex + 1]!, y[vertex]!, y[vertex + 1]!]
    return cellsWithin(grid, [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)])
  }
  const starts = new Uint32Array(grid.columns * grid.rows + 1)
  for (const segment of segments) forEachCell(rangeOf(segment), grid.columns, (cell) => starts[cell + 1]!++)
  for (let cell = 0; cell + 1 < starts.length; cell++) starts[cell + 1]! += starts[cell]!
  const members = new Uint32Array(starts[starts.length - 1]!)
  const next = starts.slice()
  segments.forEach((segment, i) =>
    forEachCell(rangeOf(segment), grid.columns, (cell) => (members[next[cell]!++] = i)),
  )
  return {
    ...grid,
    starts,
    members,
    sectionOf: Uint16Array.from(segments, ({ section }) => section),
    vertexOf: Uint32Array.from(segments, ({ vertex }) => vertex),
  }
}

/** A handful in nearly the right order is what locating sorts a hundred thousand times: by insertion. */
function ascending(numbers: number[]): ArrayLike<number> & Iterable<number> {
  if (numbers.length > 64) return Uint32Array.from(numbers).sort()
  for (let i = 1; i < numbers.length; i++) {
    const number = numbers[i]!
    let place = i
    for (; place > 0 && numbers[place - 1]! > number; place--) numbers[place] = numbers[place - 1]!
    numbers[place] = number
  }
  return numbers
}

/** Numbers of the segments whose cell meets the box, ascending; one that spans cells stands there more than once. */
export function segmentsWithin(
  index: SegmentIndex,
  box: readonly [number, number, number, number],
): ArrayLike<number> & Iterable<number> {
  const found: number[] = []
  const { left, right, bottom, top } = cellsWithin(index, box)
  for (let row = bottom; row <= top; row++)
    // The cells of a row lie side by side, and so do their members.
    for (
      let i = index.starts[row * index.columns + left]!, end = index.starts[row * index.columns + right + 1]!;
      i < end;
      i++
    )
      found.push(index.members[i]!)
  return ascending(found)
}
