import { degreeLength, distanceBetween, type LonLat } from '../../../roads/network/geodesy.ts'
import { joinWithin, pointOnAxis, type Strand } from './road-strands.ts'

/** Two strands, by their places in the list, come together at positions `a` and `b`. */
export interface Meeting {
  readonly strands: readonly [number, number]
  readonly a: number
  readonly b: number
}

/** Two strands run on one line, from one meeting to another; `b` may fall where `a` grows. */
export interface SharedStretch {
  readonly strands: readonly [number, number]
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
}

export interface RoadContacts {
  readonly meetings: readonly Meeting[]
  readonly shared: readonly SharedStretch[]
}

const step = 25
/** Two roads that cross at 12° are within 50 m of each other for half a kilometre: what is longer is one road with two names. */
const sharedFrom = 500
/** Two drawings of one road may part for so long. */
const bridged = 250

interface Sample {
  readonly strand: number
  readonly position: number
  readonly point: LonLat
}

interface Touch {
  readonly a: number
  readonly b: number
  readonly distance: number
}

function samplesOf(strand: Strand, index: number): Sample[] {
  const count = Math.ceil((strand.to - strand.from) / step)
  return Array.from({ length: count + 1 }, (_, i) => {
    const position = strand.from + ((strand.to - strand.from) * i) / count
    return { strand: index, position, point: pointOnAxis(strand.axis, position) }
  })
}

/** Samples by cells at least as wide as two places may lie apart: who touches a place is in its cell or one beside it. */
function cellsOf(samples: readonly Sample[]) {
  const reach = joinWithin + step
  const farthest = samples.reduce((most, { point }) => Math.max(most, Math.abs(point[1])), 0)
  const { east } = degreeLength(farthest)
  const { north } = degreeLength(0)
  const column = ([x]: LonLat) => Math.floor((x * east) / reach)
  const row = ([, y]: LonLat) => Math.floor((y * north) / reach)
  const cells = new Map<string, Sample[]>()
  for (const sample of samples) {
    const key = `${column(sample.point)}/${row(sample.point)}`
    const cell = cells.get(key)
    if (cell) cell.push(sample)
    else cells.set(key, [sample])
  }
  return (point: LonLat): Sample[] => {
    const [x, y] = [column(point), row(point)]
    const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => `${x + dx}/${y + dy}`))
    return around.flatMap((key) => cells.get(key) ?? [])
  }
}

/** Along each pair of strands of two roads, where the second is near the first. */
function touchesByPair(strands: readonly Strand[]): Map<string, Touch[]> {
  const samples = strands.flatMap(samplesOf)
  const near = cellsOf(samples)
  const touches = new Map<string, Touch[]>()
  for (const { strand, position: a, point } of samples) {
    const nearest = new Map<number, Touch>()
    for (const other of near(point)) {
      if (other.strand <= strand || strands[other.strand]!.road === strands[strand]!.road) continue
      const distance = distanceBetween(point, other.point)
      const best = nearest.get(other.strand)
      if (distance <= joinWithin && !(best && best.distance <= distance))
        nearest.set(other.strand, { a, b: other.position, distance })
    }
    for (const [other, touch] of nearest) {
      const key = `${strand}/${other}`
      const known = touches.get(key)
      if (known) known.push(touch)
      else touches.set(key, [touch])
    }
  }
  return touches
}

function runsOf(touches: readonly Touch[]): Touch[][] {
  const runs: Touch[][] = []
  for (const touch of touches) {
    const last = runs[runs.length - 1]?.at(-1)
    const goesOn = last && touch.a - last.a <= bridged && Math.abs(touch.b - last.b) <= bridged + 2 * step
    if (goesOn) runs[runs.length - 1]!.push(touch)
    else runs.push([touch])
  }
  return runs
}

const around = ({ from, to }: Strand, middle: number) =>
  Array.from({ length: 2 * step + 1 }, (_, i) => middle - step + i).filter(
    (position) => position >= from && position <= to,
  )

/** Where two strands come nearest to each other, to a metre; ends of strands count too. */
function meetingOf(
  strands: readonly Strand[],
  pair: readonly [number, number],
  run: readonly Touch[],
): Meeting {
  const closest = run.reduce((best, each) => (each.distance < best.distance ? each : best))
  const [first, second] = [strands[pair[0]]!, strands[pair[1]]!]
  const others = [...around(second, closest.b), closest.b].map((b) => ({
    b,
    point: pointOnAxis(second.axis, b),
  }))
  let best = closest
  for (const a of around(first, closest.a)) {
    const point = pointOnAxis(first.axis, a)
    for (const other of others) {
      const distance = distanceBetween(point, other.point)
      if (distance < best.distance) best = { a, b: other.b, distance }
    }
  }
  return { strands: pair, a: best.a, b: best.b }
}

/**
 * Where roads meet, found from their drawn lines. Whether one passes over the other cannot be seen on a map: on these
 * roads crossings are at grade. A road does not meet itself, as it does not when its line is traced.
 */
export function findContacts(strands: readonly Strand[]): RoadContacts {
  const meetings: Meeting[] = []
  const shared: SharedStretch[] = []
  for (const [key, touches] of touchesByPair(strands)) {
    const pair = key.split('/').map(Number) as [number, number]
    for (const run of runsOf(touches)) {
      const [first, last] = [run[0]!, run[run.length - 1]!]
      if (last.a - first.a < sharedFrom) meetings.push(meetingOf(strands, pair, run))
      else shared.push({ strands: pair, a: [first.a, last.a], b: [first.b, last.b] })
    }
  }
  return { meetings, shared }
}
