import type { RoundStop } from '../../api/facility-calls.ts'

export const roundGroups = ['overdue', 'all', 'repairs'] as const
export type RoundGroup = (typeof roundGroups)[number]

export const isLate = ({ daysOverdue, repair }: RoundStop): boolean =>
  daysOverdue > 0 || (repair?.daysOverdue ?? 0) > 0

export function stopsOf(stops: readonly RoundStop[], group: RoundGroup): readonly RoundStop[] {
  if (group === 'overdue') return stops.filter(isLate)
  return group === 'repairs' ? stops.filter(({ repair }) => repair !== null) : stops
}

export interface RoadStops {
  readonly key: string
  readonly road: string | null
  readonly roadName: string
  readonly stops: readonly RoundStop[]
}

/** In the order in which they come: along each road by its stakes. */
export function byRoad(stops: readonly RoundStop[]): RoadStops[] {
  const groups = new Map<string, RoundStop[]>()
  for (const stop of stops) {
    const key = stop.road ?? stop.roadName
    groups.set(key, [...(groups.get(key) ?? []), stop])
  }
  return [...groups].map(([key, own]) => ({
    key,
    road: own[0]!.road,
    roadName: own[0]!.roadName,
    stops: own,
  }))
}

/** `a` before `b`, as the service orders them. */
function order(a: RoundStop, b: RoundStop): number {
  const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)
  return (
    Number(a.road === null) - Number(b.road === null) ||
    compare(a.road ?? '', b.road ?? '') ||
    compare(a.roadName, b.roadName) ||
    (a.stake ?? Infinity) - (b.stake ?? Infinity) ||
    compare(a.number, b.number)
  )
}

/** What was done here stays in its place: a list that moves up under the finger gets the wrong one tapped. */
export function withDone(
  fresh: readonly RoundStop[],
  before: readonly RoundStop[],
  done: readonly string[],
): readonly RoundStop[] {
  const gone = before.filter(
    ({ facilityId }) => done.includes(facilityId) && !fresh.some((stop) => stop.facilityId === facilityId),
  )
  return gone.length === 0 ? fresh : [...fresh, ...gone].toSorted((a, b) => order(a, b))
}
