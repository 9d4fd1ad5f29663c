import { distanceBetween, type LonLat } from '../network/geodesy.ts'
import { carryStakes, type Range } from './carry-stakes.ts'
import { clipLine, type Outline } from './clip-lines.ts'
import { changeBetween, isUnchanged } from './compare-lines.ts'
import type { Gap, ImportOutcome, ImportRefusal } from './import-plan.ts'
import { lengthOf, type ImportedWay } from './imported-way.ts'
import { planSections, unevenStretches } from './plan-sections.ts'
import type { PresentRoad } from './present-road.ts'
import { waysOfRoad } from './road-refs.ts'
import { traceRoad, type TracedLine } from './trace-road.ts'

export interface ImportOptions {
  /** Ends of ways this near to one another are one place; metres. */
  readonly tolerance?: number
  /** Nothing beyond is taken. */
  readonly outline?: Outline | undefined
  /** Near the end where the stakes begin, for a road that has no line to tell. */
  readonly start?: LonLat | undefined
  /** The stakes of the road's ends, where other than registered. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Draws the left carriageway of divided stretches too. */
  readonly carriageways?: boolean
}

function clip(ways: readonly ImportedWay[], outline: Outline | undefined): ImportedWay[] {
  if (!outline) return [...ways]
  return ways.flatMap((way) =>
    clipLine(way.coordinates, outline).map((coordinates) => ({ ...way, coordinates })),
  )
}

/** Without a last stake the drawn length gives it. */
function rangeOf(road: PresentRoad, options: ImportOptions, drawn: number): Range | undefined {
  const from = options.from ?? road.fromStake ?? road.sections[0]?.fromStake
  if (from === undefined) return undefined
  const registered = road.toStake ?? road.sections[road.sections.length - 1]?.toStake
  const to =
    options.to ??
    (options.from === undefined || registered === undefined || registered > from ? registered : undefined)
  const last = to ?? from + Math.round(drawn)
  return last > from ? { from, to: last } : undefined
}

function gapsBetween(lines: readonly (readonly LonLat[])[]): Gap[] {
  return lines.slice(1).map((line, i) => {
    const [from, to] = [lines[i]!.at(-1)!, line[0]!]
    return { metres: distanceBetween(from, to), from, to }
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** Metres of the ways that are drawn the other way round than the road runs. */
function turnedMetres(lines: readonly TracedLine[]): number {
  const steps = lines.flatMap(({ chain }) => chain.steps)
  return sum(steps.map(({ edge, isForward }) => (isForward ? 0 : edge.length)))
}

function planTraced(
  road: PresentRoad,
  options: ImportOptions,
  traced: { readonly ways: number; readonly lines: readonly TracedLine[] },
) {
  const drawn = traced.lines.map(({ chain }) => chain.coordinates)
  const range = rangeOf(road, options, sum(drawn.map(lengthOf)))
  if (!range) return undefined
  const staked = carryStakes(drawn, road, range)
  const opposite = traced.lines.map((line) => line.opposite.map(({ coordinates }) => coordinates))
  const sections = planSections(staked, options.carriageways ? opposite : [], road, range)
  const change = changeBetween(
    sections.map(({ coordinates }) => coordinates),
    road.sections.map(({ coordinates }) => coordinates),
  )
  return {
    status: isUnchanged(sections, road) ? ('unchanged' as const) : ('ready' as const),
    sections,
    lengthMetres: sum(staked.lines.map(lengthOf)),
    officialMetres: road.officialLengthKm === null ? null : road.officialLengthKm * 1000,
    ways: traced.ways,
    gaps: gapsBetween(staked.lines),
    turnedMetres: turnedMetres(traced.lines),
    againstMetres: sum(traced.lines.map(({ chain }) => chain.against)),
    trimmed: staked.trimmed,
    droppedAnchors: staked.dropped,
    uneven: unevenStretches(staked),
    ...(change && { change }),
  }
}

/** What the ways of a file would make of a road. Nothing is written, and the same file always gives the same plan. */
export function planRoadImport(
  ways: readonly ImportedWay[],
  road: PresentRoad,
  options: ImportOptions = {},
): ImportOutcome {
  const refused = (refusal: ImportRefusal) => ({ road: road.code, status: 'refused' as const, refusal })
  const own = waysOfRoad(ways, road)
  if (own.length === 0) return refused('nothingFound')
  const clipped = clip(own, options.outline)
  if (clipped.length === 0) return refused('outside')
  const present = road.sections.filter(({ carriageway }) => carriageway !== 'left')
  const beginning = { start: options.start, present: present.map(({ coordinates }) => coordinates) }
  const traced = traceRoad(clipped, options.tolerance ?? 1, beginning)
  if (!traced.ok) return refused(traced.refusal)
  const wayCount = new Set(clipped.map(({ id }) => id)).size
  const plan = planTraced(road, options, { ways: wayCount, lines: traced.lines })
  return plan ? { road: road.code, ...plan, leftOut: traced.leftOut } : refused('noStakes')
}
