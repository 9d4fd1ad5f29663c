import { distanceBetween, type LonLat } from '../network/geodesy.ts'
import type { Carriageway } from '../network/road-network.ts'
import { lengthOf, pointAlong } from './imported-way.ts'
import { feetOn, rulerOf, type Ruler } from './ruler.ts'

export interface DrawnSection {
  readonly carriageway: Carriageway
  readonly coordinates: readonly LonLat[]
  /** Of the left carriageway: the number of the right one that bears its stakes. */
  readonly beside?: number
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly left: readonly LonLat[]
}

const reach = 100
/** A shorter piece between two divided stretches is part of both. */
const shortest = 20

/** Cutting where a vertex stands already must not set a second one beside it. */
const sameVertex = 0.05

/** The line between two measures. */
export function cutLine(line: readonly LonLat[], from: number, to: number): LonLat[] {
  const [start, end] = [pointAlong(line, from), pointAlong(line, to)]
  const isEnd = (point: LonLat) =>
    distanceBetween(point, start.point) < sameVertex || distanceBetween(point, end.point) < sameVertex
  const between = line.slice(start.vertex + 1, end.vertex + 1)
  return [start.point, ...between.filter((point) => !isEnd(point)), end.point]
}

function stretchBeside(ruler: Ruler, coordinates: readonly LonLat[]): Stretch | undefined {
  const first = feetOn(ruler, coordinates[0]!, reach)[0]
  const last = feetOn(ruler, coordinates[coordinates.length - 1]!, reach)[0]
  if (!first || !last || first.measure === last.measure) return undefined
  const left = first.measure < last.measure ? coordinates : [...coordinates].reverse()
  return { from: Math.min(first.measure, last.measure), to: Math.max(first.measure, last.measure), left }
}

/** A line with its opposite carriageways as sections: undivided, then right and left, then undivided again. */
export function divideLine(
  line: readonly LonLat[],
  opposite: readonly (readonly LonLat[])[],
): DrawnSection[] {
  const ruler = rulerOf([line])
  const total = lengthOf(line)
  const stretches = opposite
    .flatMap((coordinates) => stretchBeside(ruler, coordinates) ?? [])
    .sort((a, b) => a.from - b.from)
  const sections: DrawnSection[] = []
  let reached = 0
  const upTo = (measure: number) => {
    if (measure - reached > shortest)
      sections.push({ carriageway: 'both', coordinates: cutLine(line, reached, measure) })
    else return
    reached = measure
  }
  for (const { from, to, left } of stretches) {
    // Two lines beside the same piece of road: the longer one, which came first, has it.
    if (from < reached - shortest) continue
    upTo(from)
    const end = total - to < shortest ? total : to
    sections.push({ carriageway: 'right', coordinates: cutLine(line, reached, end) })
    sections.push({ carriageway: 'left', coordinates: left, beside: sections.length - 1 })
    reached = end
  }
  upTo(total)
  return sections.length > 0 ? sections : [{ carriageway: 'both', coordinates: line }]
}
