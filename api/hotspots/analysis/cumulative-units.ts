import type { UnitPreset } from '../rules/preset.ts'
import type { Finding } from './finding.ts'
import { firedFor } from './finding-window.ts'
import type { Route } from './route.ts'

interface Unit {
  readonly route: Route
  readonly fromStake: number
  readonly toStake: number
  readonly count: number
}

/** Units between full kilometres, as officers name them; the first and the last of a piece are as long as is left. */
function unitsOf(route: Route, unitLength: number): Unit[] {
  return route.pieces.flatMap((piece) => {
    const units: Unit[] = []
    let next = piece.first
    for (let from = piece.fromStake; from < piece.toStake;) {
      const to = Math.min(piece.toStake, (Math.floor(from / unitLength) + 1) * unitLength)
      const isLast = to === piece.toStake
      const start = next
      while (next < piece.end && (isLast || route.stakes[next]! < to)) next++
      units.push({ route, fromStake: from, toStake: to, count: next - start })
      from = to
    }
    return units
  })
}

/** How much of the accidents lies on how much of the length, if the units are taken in falling order. */
export interface CurvePoint {
  readonly count: number
  readonly units: number
  readonly lengthShare: number
  readonly accidentShare: number
}

/**
 * The curve, one point for each count. Where every unit of a count does not fit under the cut, none of them is taken: which
 * of equals is worse nobody can say.
 */
export function cumulate(
  routes: readonly Route[],
  preset: UnitPreset,
): { readonly findings: Finding[]; readonly curve: CurvePoint[] } {
  const units = routes.flatMap((route) => unitsOf(route, preset.unitLength))
  const length = units.reduce((sum, { fromStake, toStake }) => sum + toStake - fromStake, 0)
  const accidents = units.reduce((sum, { count }) => sum + count, 0)
  const byCount = new Map<number, Unit[]>()
  for (const unit of units) {
    const same = byCount.get(unit.count)
    if (same) same.push(unit)
    else if (unit.count > 0) byCount.set(unit.count, [unit])
  }
  const curve: CurvePoint[] = []
  const taken: Unit[] = []
  let [metres, events, isOpen] = [0, 0, true]
  for (const [count, same] of [...byCount].sort(([a], [b]) => b - a)) {
    metres += same.reduce((sum, { fromStake, toStake }) => sum + toStake - fromStake, 0)
    events += count * same.length
    const point = {
      count,
      units: same.length,
      lengthShare: metres / length,
      accidentShare: events / accidents,
    }
    curve.push(point)
    isOpen &&= point.lengthShare <= preset.lengthShare
    if (isOpen) taken.push(...same)
  }
  const clause = { id: 'unit', text: preset.criterion, windowLength: preset.unitLength }
  const findings = taken.map(({ route, fromStake, toStake, count }) => ({
    route,
    fromStake,
    toStake,
    fired: [firedFor(route, clause, count)],
  }))
  return { findings, curve }
}
