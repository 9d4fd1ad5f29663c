import type { Clause } from '../rules/preset.ts'
import { severityScore, weightSets } from '../rules/severity-weights.ts'
import type { ScreenedAccident } from './accident-on-road.ts'
import type { Route } from './route.ts'
import { squareOf } from './portable-math.ts'

type Weighing = Pick<NonNullable<Clause['standsOut']>, 'weights' | 'numbers'>

/** What one accident adds to a weighted sum. */
export function scoreOf({ killed, injured }: ScreenedAccident, { weights, numbers }: Weighing): number {
  const fatalAccidents = killed > 0 ? 1 : 0
  const injuryAccidents = killed === 0 && injured > 0 ? 1 : 0
  return severityScore(
    { accidents: 1, killed, injured, fatalAccidents, injuryAccidents },
    { numbers: numbers ?? weightSets[weights].numbers },
  )
}

export interface Threshold {
  readonly units: number
  readonly mean: number
  readonly deviation: number
  readonly threshold: number
}

/** Units of equal length along the pieces of a route; the last of a piece is as long as what is left, and counts as one. */
function unitScores(route: Route, unitLength: number, score: (accident: ScreenedAccident) => number) {
  return route.pieces.flatMap(({ fromStake, toStake, first, end }) => {
    const units = new Float64Array(Math.max(1, Math.ceil((toStake - fromStake) / unitLength)))
    for (let i = first; i < end; i++) {
      const unit = Math.floor((route.stakes[i]! - fromStake) / unitLength)
      units[Math.min(units.length - 1, Math.max(0, unit))]! += score(route.accidents[i]!)
    }
    return [units]
  })
}

/**
 * What a unit of the network must score to stand out: mean + z σ of all units, those without an accident included
 * (one-sided 5 % for z = 1.645), or the least score among the top share of them. Never below the smallest score there is.
 */
export function thresholdOf(routes: readonly Route[], clause: Clause): Threshold {
  const { by, sigmas, topShare } = clause.standsOut!
  const score = (accident: ScreenedAccident) => scoreOf(accident, clause.standsOut!)
  const perRoute = routes.flatMap((route) => unitScores(route, clause.windowLength, score))
  const units = new Float64Array(perRoute.reduce((sum, each) => sum + each.length, 0))
  let at = 0
  for (const each of perRoute) {
    units.set(each, at)
    at += each.length
  }
  const mean = units.reduce((sum, value) => sum + value, 0) / Math.max(1, units.length)
  const spread = units.reduce((sum, value) => sum + squareOf(value - mean), 0)
  const deviation = Math.sqrt(spread / Math.max(1, units.length))
  const falling = units.sort().reverse()
  const smallest = falling.findLast((value) => value > 0) ?? Infinity
  const wanted =
    by === 'sigma'
      ? mean + sigmas * deviation
      : (falling[Math.max(0, Math.ceil(topShare * falling.length) - 1)] ?? 0)
  return { units: units.length, mean, deviation, threshold: Math.max(wanted, smallest) }
}
