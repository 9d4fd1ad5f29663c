import type { Stretch } from './road.schema.ts'

interface Spot {
  readonly road: string | null
  readonly stake: number | null
}

/** Whose stretch a stake lies in; undefined off the roads and between the stretches. */
export const stretchAt = (stretches: readonly Stretch[], { road, stake }: Spot): Stretch | undefined =>
  stretches.find(
    (stretch) =>
      stretch.road === road && stake !== null && stake >= stretch.fromStake && stake <= stretch.toStake,
  )
