import type { Patrol, PatrolRoad, PatrolStop } from '../api/api-types.ts'

export interface NextStop {
  readonly road: PatrolRoad
  readonly stop: PatrolStop
  /** Metres from the last stop that was seen, or from the start. */
  readonly onward: number
}

/** The first stop that was not seen yet. */
export function nextStop({ roads }: Pick<Patrol, 'roads'>, seen: readonly string[]): NextStop | undefined {
  for (const road of roads) {
    const index = road.stops.findIndex(({ id }) => !seen.includes(id))
    const stop = road.stops[index]
    if (!stop) continue
    const before = road.stops[index - 1]
    return { road, stop, onward: stop.sinceStart - (before?.sinceStart ?? 0) }
  }
  return undefined
}

/** 12.4; under a kilometre two decimals, since 0.0 says nothing. */
export const kilometres = (metres: number): string => (metres / 1000).toFixed(metres < 1000 ? 2 : 1)
