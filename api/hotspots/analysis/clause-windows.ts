import { qualifications } from '../rules/qualification.ts'
import type { Clause } from '../rules/preset.ts'
import type { ScreenedAccident } from './accident-on-road.ts'
import type { Finding, Fired } from './finding.ts'
import { poissonAtLeast } from './poisson.ts'
import { newRegularityCounts } from './regularity.ts'
import { expectedIn, type Piece, type Route } from './route.ts'
import { scoreOf } from './standing-out.ts'
import { sweepWindows, type WindowWatch } from './window-sweep.ts'

/** Positions of the accidents that count, and how many of the route count whether or not a hazard is near. */
export interface Eligible {
  readonly positions: Int32Array
  readonly events: number
}

/** A clause ready for one network: what must be looked at once for all roads is known. */
export interface ReadyClause {
  readonly clause: Clause
  /** Least weighted sum of a window. */
  readonly threshold?: number
}

export function eligibleOn(route: Route, { of, nearHazard }: Clause): Eligible {
  const { holds } = qualifications[of]
  const hazards =
    nearHazard && route.hazards.filter(({ types }) => types.some((type) => nearHazard.types.includes(type)))
  const isNear = (stake: number) =>
    !hazards ||
    hazards.some(
      ({ fromStake, toStake }) =>
        stake >= fromStake - nearHazard!.reach && stake <= toStake + nearHazard!.reach,
    )
  const positions = new Int32Array(route.accidents.length)
  let [count, events] = [0, 0]
  for (let i = 0; i < route.accidents.length; i++) {
    if (!holds(route.accidents[i]!)) continue
    events++
    if (isNear(route.stakes[i]!)) positions[count++] = i
  }
  return { positions: positions.subarray(0, count), events }
}

/** The fewest that are too many for chance at this mean. */
export function leastFor({ minimum, alpha }: Clause, expected: number): number {
  let least = Math.max(1, minimum)
  if (alpha !== undefined) while (poissonAtLeast(least, expected) >= alpha) least++
  return least
}

function watchOf(
  { clause, threshold }: ReadyClause,
  count: number,
  accidentAt: (index: number) => ScreenedAccident,
): WindowWatch | undefined {
  const { regularity, standsOut } = clause
  if (regularity) {
    const counts = newRegularityCounts(count, accidentAt)
    return {
      enter: (index) => counts.add(index, 1),
      leave: (index) => counts.add(index, -1),
      accepts: (inside) => counts.most() >= regularity.share * inside,
    }
  }
  if (standsOut && threshold !== undefined) {
    const scores = Float64Array.from({ length: count }, (_, i) => scoreOf(accidentAt(i), standsOut))
    let sum = 0
    return {
      enter: (index) => (sum += scores[index]!),
      leave: (index) => (sum -= scores[index]!),
      accepts: () => sum >= threshold,
    }
  }
  return undefined
}

function inPiece({ positions }: Eligible, { first, end }: Piece): Int32Array {
  let from = 0
  while (from < positions.length && positions[from]! < first) from++
  let to = from
  while (to < positions.length && positions[to]! < end) to++
  return positions.subarray(from, to)
}

/** The stretches of a route where one clause holds, each with the numbers of its fullest window. */
export function findByClause(route: Route, ready: ReadyClause): Finding[] {
  const { clause } = ready
  const eligible = eligibleOn(route, clause)
  const expected = expectedIn(eligible.events, clause.windowLength, route.length)
  const least = leastFor(clause, expected)
  return route.pieces.flatMap((piece) => {
    const positions = inPiece(eligible, piece)
    const stakes = Float64Array.from(positions, (position) => route.stakes[position]!)
    const watch = watchOf(ready, positions.length, (index) => route.accidents[positions[index]!]!)
    return sweepWindows(stakes, clause.windowLength, least, watch).map(
      ({ first, last, fromStake, toStake, densest }) => {
        const { id, text, windowLength, of } = clause
        const pValue = poissonAtLeast(densest, expected)
        const qualifying = last - first + 1
        const fired: Fired = { id, text, windowLength, of, densest, qualifying, expected, pValue }
        return { route, fromStake, toStake, fired: [fired] }
      },
    )
  })
}

const byPlace = (a: Finding, b: Finding) => a.fromStake - b.fromStake || a.toStake - b.toStake

/** Stretches of several clauses that share stakes are one site, which names them all in the order of the rule. */
export function uniteClauses(findings: readonly Finding[], order: readonly Clause[]): Finding[] {
  const united: Finding[] = []
  for (const finding of [...findings].sort(byPlace)) {
    const previous = united.at(-1)
    if (!previous || finding.fromStake > previous.toStake) {
      united.push(finding)
      continue
    }
    united[united.length - 1] = {
      ...previous,
      toStake: Math.max(previous.toStake, finding.toStake),
      fired: [...previous.fired, ...finding.fired],
    }
  }
  const rank = (fired: Fired) => order.findIndex(({ id }) => id === fired.id)
  return united.map((finding) => ({ ...finding, fired: oncePerClause(finding.fired, rank) }))
}

/** One clause may hold at two places of a site: the place least likely by chance speaks for it. */
function oncePerClause(fired: readonly Fired[], rank: (fired: Fired) => number): Fired[] {
  const best = new Map<string, Fired>()
  for (const each of fired) {
    const known = best.get(each.id)
    const qualifying = each.qualifying + (known?.qualifying ?? 0)
    const stronger = known && known.pValue <= each.pValue ? known : each
    best.set(each.id, { ...stronger, qualifying })
  }
  return [...best.values()].sort((a, b) => rank(a) - rank(b))
}
