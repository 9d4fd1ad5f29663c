import { qualifications, type Qualification } from '../rules/qualification.ts'
import type { Fired } from './finding.ts'
import { poissonAtLeast } from './poisson.ts'
import { poissonInterval, type Interval } from './poisson-interval.ts'
import { expectedIn, type Route } from './route.ts'
import { scanProbability, simulateMaxima } from './scan-maximum.ts'
import { seedOf } from './seeded-random.ts'

/** Most random places that one route may cost: beyond it fewer simulations are made, and the run says how many. */
const mostPlaces = 4e6

export interface ScanResult {
  readonly pValue: number
  readonly simulations: number
}

/** What is asked again and again of the routes of one network, remembered for the length of one run. */
export function newNetworkChance(routes: readonly Route[], simulations: number) {
  const remembered = new Map<string, unknown>()
  function once<Value>(key: string, find: () => Value): Value {
    if (!remembered.has(key)) remembered.set(key, find())
    return remembered.get(key) as Value
  }
  const eventsOn = (route: Route, of: Qualification) =>
    once(`events ${route.road} ${route.direction} ${of}`, () =>
      route.accidents.reduce((sum, accident) => sum + (qualifications[of].holds(accident) ? 1 : 0), 0),
    )

  /** Windows laid end to end along the network; the family of tests that a site was picked from. */
  const windowsOf = (windowLength: number) =>
    once(`windows ${windowLength}`, () =>
      routes.reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / windowLength)), 0),
    )

  /** How many of them would hold as many if every road kept its mean: Σ L/W × P(X ≥ n). */
  const expectedSites = ({ windowLength, of, densest }: Fired) =>
    once(`sites ${windowLength} ${of} ${densest}`, () =>
      routes.reduce((sum, route) => {
        const expected = expectedIn(eventsOn(route, of), windowLength, route.length)
        return sum + Math.max(1, route.length / windowLength) * poissonAtLeast(densest, expected)
      }, 0),
    )

  function scan(route: Route, { windowLength, of, densest }: Fired): ScanResult | null {
    const events = eventsOn(route, of)
    const runs = Math.min(simulations, Math.floor(mostPlaces / Math.max(1, events)))
    if (runs < 1 || route.length <= 0) return null
    const words = `${route.road} ${route.direction} ${windowLength} ${of}`
    const pieces = route.pieces.map(({ fromStake, toStake }) => toStake - fromStake)
    const question = { events, pieces, windowLength, simulations: runs, seed: seedOf(words) }
    const maxima = once(`scan ${words}`, () => simulateMaxima(question))
    return { pValue: scanProbability(maxima, densest), simulations: runs }
  }

  const interval = (densest: number): Interval => once(`interval ${densest}`, () => poissonInterval(densest))

  return { windowsOf, expectedSites, scan, interval }
}

export type NetworkChance = ReturnType<typeof newNetworkChance>
