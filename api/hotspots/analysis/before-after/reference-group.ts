import { isWithin, type Month, type Months } from './periods.ts'

/** In stakes, metres. */
export interface StakeRange {
  readonly from: number
  readonly to: number
}
export interface OnRoad extends StakeRange {
  readonly road: string
}
export interface ReferenceRoad {
  readonly code: string
  /** Where the road is; beyond a gap the next stake is not the next metre. */
  readonly ranges: readonly StakeRange[]
  readonly chainBreaks: readonly number[]
}
export interface PlacedAccident {
  readonly road: string
  readonly stake: number
  readonly month: Month
}
export interface ReferenceStretch extends OnRoad {
  readonly before: number
  readonly after: number
  /** Treated in the months after: it says what was usual before, and nothing of the trend since. */
  readonly isTreatedLater: boolean
}

export const overlaps = (one: OnRoad, other: OnRoad): boolean =>
  one.road === other.road && one.from <= other.to && one.to >= other.from

export const countWithin = (accidents: readonly PlacedAccident[], stretch: OnRoad, months: Months): number =>
  accidents.filter(
    ({ road, stake, month }) =>
      road === stretch.road && stake >= stretch.from && stake <= stretch.to && isWithin(month, months),
  ).length

/** Sections of both carriageways lie over each other: what they cover counts once. */
export function unionOf(ranges: readonly StakeRange[]): StakeRange[] {
  const sorted = [...ranges].sort((a, b) => a.from - b.from || a.to - b.to)
  return sorted.reduce<StakeRange[]>((merged, range) => {
    const last = merged.at(-1)
    if (!last || range.from > last.to) return [...merged, range]
    return [...merged.slice(0, -1), { from: last.from, to: Math.max(last.to, range.to) }]
  }, [])
}

function cut(road: ReferenceRoad, length: number): OnRoad[] {
  return unionOf(road.ranges).flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / length) }, (_, i) => ({
      road: road.code,
      from: from + i * length,
      to: from + (i + 1) * length,
    })),
  )
}

export interface ReferenceFacts {
  readonly roads: readonly ReferenceRoad[]
  readonly length: number
  /** The stretch that is judged, and what was treated up to the month of its treatment. */
  readonly treated: readonly OnRoad[]
  /** Treated since. Leaving these out of the months before too would leave out the worst, and call the rest alike. */
  readonly treatedLater: readonly OnRoad[]
  readonly accidents: readonly PlacedAccident[]
  readonly before: Months
  readonly after: Months
}

/** A stretch spans two bins at most: with a hundred thousand accidents nobody looks at all for each. */
function binned(accidents: readonly PlacedAccident[], length: number) {
  const bins = new Map<string, PlacedAccident[]>()
  for (const accident of accidents) {
    const key = `${accident.road} ${Math.floor(accident.stake / length)}`
    const bin = bins.get(key)
    if (bin) bin.push(accident)
    else bins.set(key, [accident])
  }
  // The last metre belongs to the next stretch, so that no accident counts twice.
  return ({ road, from, to }: OnRoad) =>
    [...new Set([from, to].map((stake) => Math.floor(stake / length)))]
      .flatMap((bin) => bins.get(`${road} ${bin}`) ?? [])
      .filter(({ stake }) => stake >= from && stake < to)
}

/** Equal stretches of similar roads that nobody had treated, with what happened on them. */
export function referenceStretches(facts: ReferenceFacts): ReferenceStretch[] {
  const { roads, length, treated, treatedLater, accidents, before, after } = facts
  const isAmong = (stretch: OnRoad, others: readonly OnRoad[]) =>
    others.some((other) => overlaps(stretch, other))
  const chainBreaks = new Map(roads.map((road) => [road.code, road.chainBreaks]))
  // Across a chain break equal stakes are not equal metres.
  const isWhole = ({ road, from, to }: OnRoad) =>
    !chainBreaks.get(road)!.some((stake) => stake > from && stake < to)
  const accidentsOn = binned(accidents, length)
  return roads
    .flatMap((road) => cut(road, length))
    .filter((stretch) => !isAmong(stretch, treated) && isWhole(stretch))
    .map((stretch) => {
      const own = accidentsOn(stretch)
      const count = (months: Months) => own.filter(({ month }) => isWithin(month, months)).length
      const isTreatedLater = isAmong(stretch, treatedLater)
      return { ...stretch, before: count(before), after: count(after), isTreatedLater }
    })
}
