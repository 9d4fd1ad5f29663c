import { qualifications } from '../rules/qualification.ts'
import type { Clause } from '../rules/preset.ts'
import type { Junction, ScreenedAccident } from './accident-on-road.ts'
import { leastFor, type ReadyClause } from './clause-windows.ts'
import type { Finding, Fired, JunctionFinding } from './finding.ts'
import { accidentsBetween } from './finding-window.ts'
import { poissonAtLeast } from './poisson.ts'
import { areRegular } from './regularity.ts'
import { expectedIn, type Route } from './route.ts'
import { scoreOf } from './standing-out.ts'

export interface JunctionGround {
  readonly routes: readonly Route[]
  readonly junctions: readonly Junction[]
  readonly radius: number
  readonly clauses: readonly ReadyClause[]
}

interface Arm {
  readonly route: Route
  readonly stake: number
  readonly accidents: readonly ScreenedAccident[]
}

export function once(accidents: readonly ScreenedAccident[]): ScreenedAccident[] {
  return [...new Map(accidents.map((accident) => [accident.id, accident])).values()]
}

function armsOf({ arms }: Junction, { routes, radius }: JunctionGround): Arm[] {
  return arms.flatMap(({ road, stake }) =>
    routes
      .filter((route) => route.road === road)
      .map((route) => {
        const reach = { fromStake: stake - radius, toStake: stake + radius }
        return { route, stake, accidents: accidentsBetween(route, reach) }
      }),
  )
}

function counting({ route, accidents }: Arm, { of, nearHazard }: Clause): ScreenedAccident[] {
  const near = (stake: number) =>
    !nearHazard ||
    route.hazards.some(
      ({ types, fromStake, toStake }) =>
        types.some((type) => nearHazard.types.includes(type)) &&
        stake >= fromStake - nearHazard.reach &&
        stake <= toStake + nearHazard.reach,
    )
  return accidents.filter((accident) => qualifications[of].holds(accident) && near(accident.stake))
}

/** Every accident of a road once: one without a known direction stands on both routes of a divided road. */
export function accidentsOfRoad(routes: readonly Route[], road: string): readonly ScreenedAccident[] {
  const [first, ...others] = routes.filter((route) => route.road === road)
  if (others.length === 0) return first?.accidents ?? []
  const own = others.flatMap(({ accidents, direction }) =>
    accidents.filter((accident) => accident.direction === direction),
  )
  return [...first!.accidents, ...own]
}

/** Counting a road costs a pass over it, and it may have many junctions. */
function newMeans({ routes }: JunctionGround) {
  const events = new Map<string, number>()
  function eventsOn(road: string, of: Clause['of']): number {
    const key = `${road} ${of}`
    if (!events.has(key))
      events.set(key, accidentsOfRoad(routes, road).filter(qualifications[of].holds).length)
    return events.get(key)!
  }
  return (arms: readonly Arm[], of: Clause['of'], windowLength: number) => {
    const lengths = new Map(arms.map(({ route }) => [route.road, route.length]))
    return [...lengths].reduce(
      (sum, [road, length]) => sum + expectedIn(eventsOn(road, of), windowLength, length),
      0,
    )
  }
}

type MeanAt = ReturnType<typeof newMeans>

/** A clause on the circle round a junction, whatever road an accident lies on. */
function fireAt(
  arms: readonly Arm[],
  { clause, threshold }: ReadyClause,
  radius: number,
  meanAt: MeanAt,
): Fired[] {
  const perArm = arms.map((arm) => ({ road: arm.route.road, inside: counting(arm, clause) }))
  const roads = new Set(perArm.flatMap(({ road, inside }) => (inside.length > 0 ? [road] : [])))
  const inside = once(perArm.flatMap((arm) => arm.inside))
  if (roads.size < 2 || inside.length < clause.minimum) return []
  const { id, text, of, regularity, standsOut } = clause
  const windowLength = 2 * radius
  const expected = meanAt(arms, of, windowLength)
  const sum = standsOut ? inside.reduce((all, each) => all + scoreOf(each, standsOut), 0) : 0
  const holds =
    inside.length >= leastFor(clause, expected) &&
    (!regularity || areRegular(inside, regularity.share)) &&
    (threshold === undefined || sum >= threshold)
  const densest = inside.length
  const pValue = poissonAtLeast(densest, expected)
  return holds ? [{ id, text, windowLength, of, densest, qualifying: densest, expected, pValue }] : []
}

function joinedAt(arms: readonly Arm[], near: readonly Finding[]): JunctionFinding['parts'] {
  return arms.map(({ route, accidents }) => {
    const own = near.filter((finding) => finding.route === route)
    const all = once([...accidents, ...own.flatMap((finding) => accidentsBetween(route, finding))])
    return { route, accidents: all.sort((a, b) => a.stake - b.stake || (a.id < b.id ? -1 : 1)) }
  })
}

/**
 * Sites whose middle lies within the radius of a junction, on two of its roads, are one site; so are the accidents within
 * it that only together fill a clause.
 */
export function mergeAtJunctions(
  findings: readonly Finding[],
  ground: JunctionGround,
): { readonly stretches: Finding[]; readonly atJunctions: JunctionFinding[] } {
  const meanAt = newMeans(ground)
  let stretches = [...findings]
  const atJunctions: JunctionFinding[] = []
  for (const junction of ground.junctions) {
    const arms = armsOf(junction, ground)
    const near = stretches.filter(({ route, fromStake, toStake }) =>
      arms.some(
        (arm) => arm.route === route && Math.abs((fromStake + toStake) / 2 - arm.stake) <= ground.radius,
      ),
    )
    const together = ground.clauses.flatMap((ready) => fireAt(arms, ready, ground.radius, meanAt))
    const isOnTwo = new Set(near.map(({ route }) => route.road)).size >= 2
    if (!isOnTwo && together.length === 0) continue
    const known = new Set(together.map(({ id }) => id))
    const others = near.flatMap(({ fired }) => fired).filter(({ id }) => !known.has(id))
    const fired = [...together, ...new Map(others.map((each) => [each.id, each])).values()]
    atJunctions.push({ junction, parts: joinedAt(arms, near), fired })
    stretches = stretches.filter((finding) => !near.includes(finding))
  }
  return { stretches, atJunctions }
}
