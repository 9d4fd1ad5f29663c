import { severityScore, type WeightSet } from '../rules/severity-weights.ts'
import type { Direction, ScreenedAccident } from './accident-on-road.ts'
import type { NetworkChance, ScanResult } from './chance-of-site.ts'
import type { Finding, Fired, JunctionFinding } from './finding.ts'
import { accidentsBetween } from './finding-window.ts'
import { accidentsOfRoad, once } from './junction-sites.ts'
import { featureCounts, overRepresented, type Feature } from './over-represented.ts'
import type { Interval } from './poisson-interval.ts'
import { profileOf, type Profile } from './profile.ts'
import { timeBand } from './regularity.ts'
import type { Route } from './route.ts'
import { countsOf, type Totals } from './severity-counts.ts'

export interface ChanceOfSite {
  /** Of the clause that is least likely by chance, which λ and p are those of. */
  readonly clause: string
  readonly windowLength: number
  /** Windows with as many that the whole network would have by chance. */
  readonly expectedSites: number
  /** Benjamini–Hochberg over all windows of the network. */
  readonly falseDiscovery: number
  /** Exact 95 % interval of the mean behind the count of the fullest window. */
  readonly interval: Interval
  /** Against the fullest window of the same road with its accidents thrown at random. */
  readonly scan: ScanResult | null
}

export interface Site extends Totals {
  readonly kind: 'stretch' | 'junction'
  readonly road: string
  readonly direction: Direction
  readonly fromStake: number
  readonly toStake: number
  readonly name: string | null
  /** The roads that cross there. */
  readonly crossing: readonly { readonly road: string; readonly stake: number }[]
  readonly qualifying: number
  readonly densest: number
  /** λ: qualifying accidents of the road spread evenly, per window. */
  readonly expected: number
  /** P(X ≥ densest) at that mean. */
  readonly pValue: number
  readonly fired: readonly Fired[]
  readonly chance: ChanceOfSite
  readonly accidentIds: readonly string[]
  readonly profile: Profile
  readonly grid: readonly { readonly weekday: number; readonly hours: string; readonly count: number }[]
  readonly features: readonly Feature[]
}

/** A site before the others are known, against which its p is judged. */
export type LoneSite = Omit<Site, 'chance'> & { readonly chance: Omit<ChanceOfSite, 'falseDiscovery'> }

const shownFeatures = 12

/** Three-hour bands of the seven days, those without an accident left out. */
function gridOf(accidents: readonly ScreenedAccident[]): Site['grid'] {
  const counts = new Int32Array(8 * 8)
  for (const { weekday, hour } of accidents) counts[weekday * 8 + Math.floor(hour / 3)]!++
  return [...counts].flatMap((count, cell) =>
    count > 0 ? [{ weekday: Math.floor(cell / 8), hours: timeBand((cell % 8) * 3), count }] : [],
  )
}

/** The profile of a whole route costs a pass over it: kept for all its sites. */
export function newSiteMaker(network: NetworkChance, routes: readonly Route[]) {
  const around = new Map<string, readonly ScreenedAccident[]>()
  const profiles = new Map<readonly ScreenedAccident[], ReturnType<typeof featureCounts>>()
  function profileOfRoad(accidents: readonly ScreenedAccident[]) {
    const known = profiles.get(accidents) ?? featureCounts(accidents)
    profiles.set(accidents, known)
    return known
  }

  function accidentsAround(roads: readonly string[]) {
    const key = roads.join(' ')
    const known = around.get(key) ?? roads.flatMap((road) => accidentsOfRoad(routes, road))
    around.set(key, known)
    return known
  }

  function factsOf(
    fired: readonly Fired[],
    inside: readonly ScreenedAccident[],
    whole: readonly ScreenedAccident[],
    route: Route | null,
  ) {
    const main = fired.reduce((best, each) => (each.pValue < best.pValue ? each : best))
    const { qualifying, densest, expected, pValue, windowLength } = main
    const own = featureCounts(inside)
    return {
      ...countsOf(inside),
      ...{ qualifying, densest, expected, pValue, fired },
      chance: {
        clause: main.id,
        windowLength,
        expectedSites: network.expectedSites(main),
        interval: network.interval(densest),
        scan: route && network.scan(route, main),
      },
      accidentIds: inside.map(({ id }) => id),
      profile: profileOf(own),
      grid: gridOf(inside),
      features: overRepresented(own, profileOfRoad(whole)).slice(0, shownFeatures),
    }
  }

  function siteOf(finding: Finding): LoneSite {
    const { route, fromStake, toStake, name = null, fired } = finding
    return {
      ...{ kind: 'stretch', road: route.road, direction: route.direction, fromStake, toStake, name },
      crossing: [],
      ...factsOf(fired, accidentsBetween(route, finding), route.accidents, route),
    }
  }

  /** Named by the road that has most of its accidents. */
  function siteAtJunction({ junction, parts, fired }: JunctionFinding): LoneSite {
    const most = (a: (typeof parts)[number], b: (typeof parts)[number]) =>
      b.accidents.length - a.accidents.length || (a.route.road < b.route.road ? -1 : 1)
    const road = [...parts].sort(most)[0]!.route.road
    const own = parts.filter((part) => part.route.road === road)
    const used = own.filter(({ accidents }) => accidents.length > 0)
    const stakes = own.flatMap(({ accidents }) => accidents.map(({ stake }) => stake))
    return {
      ...{ kind: 'junction', road, name: null },
      direction: used.length === 1 ? used[0]!.route.direction : 'both',
      fromStake: Math.min(...stakes),
      toStake: Math.max(...stakes),
      crossing: junction.arms.filter((arm) => arm.road !== road),
      ...factsOf(
        fired,
        once(parts.flatMap(({ accidents }) => accidents)),
        accidentsAround(junction.arms.map((arm) => arm.road)),
        null,
      ),
    }
  }
  return { siteOf, siteAtJunction }
}

/** Worst first by the weights; ties by deaths, accidents, chance and place, so that every machine ranks alike. */
export function rankSites<Ranked extends RankedBy>(sites: readonly Ranked[], weights: WeightSet): Ranked[] {
  const scores = new Map(sites.map((site) => [site, severityScore(site, weights)]))
  return [...sites].sort(
    (a, b) =>
      scores.get(b)! - scores.get(a)! ||
      b.killed - a.killed ||
      b.accidents - a.accidents ||
      a.pValue - b.pValue ||
      (a.road < b.road ? -1 : a.road > b.road ? 1 : 0) ||
      a.fromStake - b.fromStake ||
      (a.direction < b.direction ? -1 : 1),
  )
}

export type RankedBy = Pick<
  Site,
  | ('accidents' | 'killed' | 'injured' | 'fatalAccidents' | 'injuryAccidents')
  | ('pValue' | 'road' | 'fromStake' | 'direction')
>
