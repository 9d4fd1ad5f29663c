import { stakeToPoints } from '../../roads/network/linear-referencing.ts'
import type { LonLat } from '../../roads/network/geodesy.ts'
import { formatStake } from '../../roads/stakes/stake-format.ts'
import type { InsetFacts } from './inset-facts.ts'
import { isInside, grown, mapBox, metresOf, placeOf, type InsetFrame, type Place } from './inset-frame.ts'
import type { InsetGround } from './inset-ground.ts'

export interface StakeTick {
  readonly stake: number
  readonly point: LonLat
  readonly place: Place
  /** To the right of the road as its stakes grow, of length 1 on the drawing. */
  readonly right: Place
  readonly isWhole: boolean
  readonly label?: string
}

const reach = 60

/** Where the right-hand side of a road is on the drawing. */
export function rightOf(
  { network }: InsetGround,
  frame: InsetFrame,
  road: string,
  stake: number,
): Place | undefined {
  const [here] = stakeToPoints(network, road, stake)
  if (!here) return undefined
  const beside = (at: number) =>
    stakeToPoints(network, road, at).find(({ section }) => section === here.section)?.point ?? here.point
  const [x0, y0] = placeOf(frame, metresOf(beside(stake - reach)))
  const [x1, y1] = placeOf(frame, metresOf(beside(stake + reach)))
  const length = Math.hypot(x1 - x0, y1 - y0)
  return length === 0 ? undefined : [-(y1 - y0) / length, (x1 - x0) / length]
}

const stepFor = (metres: number) =>
  [100, 200, 500, 1000, 2000, 5000, 10_000].find((step) => step >= metres) ?? 20_000

const labelOf = (stake: number) => (stake % 1000 === 0 ? `K${stake / 1000}` : formatStake(stake))

/** Round stakes of the hazard's road that lie on the map. */
export function stakeTicks(ground: InsetGround, frame: InsetFrame, { hazard }: InsetFacts): StakeTick[] {
  const { road, fromStake } = hazard
  if (road === null || fromStake === null) return []
  const step = stepFor(frame.metresPerUnit * 9)
  const labelStep = Math.max(step, stepFor(frame.metresPerUnit * 62))
  const half = frame.metresPerUnit * (mapBox.right - mapBox.left)
  const [low, high] = [fromStake - half, (hazard.toStake ?? fromStake) + half]
  const ticks: StakeTick[] = []
  for (let stake = Math.ceil(low / step) * step; stake <= high; stake += step)
    for (const { point } of stakeToPoints(ground.network, road, stake)) {
      const place = placeOf(frame, metresOf(point))
      const right = isInside(grown(mapBox, -3), place) && rightOf(ground, frame, road, stake)
      if (!right) continue
      const isWhole = stake % 1000 === 0
      const label = stake % labelStep === 0 ? { label: labelOf(stake) } : {}
      ticks.push({ stake, point, place, right, isWhole, ...label })
    }
  return ticks
}

export type Line = readonly LonLat[]

/** The stretch as lines, or nothing for a point. */
export function stretchLines({ hazard: { geometry } }: InsetFacts): Line[] {
  if (geometry?.type === 'LineString') return [geometry.coordinates as unknown as LonLat[]]
  if (geometry?.type === 'MultiLineString') return geometry.coordinates as unknown as LonLat[][]
  return []
}

/** Every point that has to be on the map. */
export function hazardPoints(facts: InsetFacts): LonLat[] {
  const { geometry } = facts.hazard
  if (geometry?.type === 'Point') return [geometry.coordinates as unknown as LonLat]
  return stretchLines(facts).flat()
}

/** Half way along the drawn stretch. */
export function middleOfStretch(line: readonly Place[]): Place {
  const lengths = line.slice(1).map((place, i) => Math.hypot(place[0] - line[i]![0], place[1] - line[i]![1]))
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [i, length] of lengths.entries()) {
    if (rest <= length && length > 0) {
      const share = rest / length
      const [from, to] = [line[i]!, line[i + 1]!]
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    }
    rest -= length
  }
  return line[0]!
}

/** Places along a line, no farther apart than a step. */
export function sampled(line: readonly Place[], step: number): Place[] {
  return line.slice(1).flatMap((to, i) => {
    const from = line[i]!
    const count = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / step))
    return Array.from({ length: count }, (_, k): Place => {
      const share = k / count
      return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    })
  })
}
