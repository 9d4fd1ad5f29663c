import type { ColourPreset, Preset, RankPreset, UnitPreset, WindowPreset } from '../rules/preset.ts'
import type { ClusterRule } from '../rules/run-settings.ts'
import type { WeightSet } from '../rules/severity-weights.ts'
import type { Junction, ScreenedRoad } from './accident-on-road.ts'
import { newNetworkChance } from './chance-of-site.ts'
import { findByClause, uniteClauses, type ReadyClause } from './clause-windows.ts'
import { colourSections } from './coloured-sections.ts'
import { cumulate, type CurvePoint } from './cumulative-units.ts'
import { falseDiscoveryRates } from './false-discovery.ts'
import type { Finding, JunctionFinding } from './finding.ts'
import { mergeAtJunctions } from './junction-sites.ts'
import { clusterOffNetwork, type Cluster, type LooseAccident } from './off-network.ts'
import { routesOf, type Route } from './route.ts'
import { newSiteMaker, rankSites, type Site } from './site.ts'
import { slideAndRank } from './sliding-rank.ts'
import { thresholdOf, type Threshold } from './standing-out.ts'

export interface ScreeningInput {
  readonly preset: Preset
  readonly weightSet: WeightSet
  readonly roads: readonly ScreenedRoad[]
  readonly junctions: readonly Junction[]
  readonly loose: readonly LooseAccident[]
  readonly clusterRule?: ClusterRule
  /** Of the fullest window of each road; 0 leaves the question out. */
  readonly simulations: number
}

/** What was found out about the network on the way. */
export interface ScreeningFacts {
  /** Windows, units or sections that the sites were picked from. */
  readonly tests: number
  readonly threshold?: Threshold
  readonly curve?: readonly CurvePoint[]
}

export interface ScreeningOutcome {
  readonly sites: readonly Site[]
  readonly clusters: readonly Cluster[]
  readonly facts: ScreeningFacts
}

interface Picked {
  readonly findings: readonly Finding[]
  readonly atJunctions?: readonly JunctionFinding[]
  readonly facts: ScreeningFacts
}

type CountWindows = (windowLength: number) => number

function pickByClauses(
  routes: readonly Route[],
  junctions: readonly Junction[],
  { clauses, junctionRadius }: WindowPreset,
  windowsOf: CountWindows,
): Picked {
  const standing = clauses.find(({ standsOut }) => standsOut)
  const threshold = standing && thresholdOf(routes, standing)
  const ready = clauses.map((clause): ReadyClause => ({
    clause,
    ...(clause.standsOut && threshold ? { threshold: threshold.threshold } : {}),
  }))
  const found = routes.flatMap((route) =>
    uniteClauses(
      ready.flatMap((each) => findByClause(route, each)),
      clauses,
    ),
  )
  const ground = { routes, junctions, radius: junctionRadius, clauses: ready }
  const { stretches, atJunctions } = mergeAtJunctions(found, ground)
  const windows = clauses.reduce((sum, { windowLength }) => sum + windowsOf(windowLength), 0)
  const tests = windows + clauses.length * junctions.length
  return { findings: stretches, atJunctions, facts: { tests, ...(threshold && { threshold }) } }
}

function pickColours(routes: readonly Route[], preset: ColourPreset): Picked {
  const tests = routes.reduce((sum, { sections }) => sum + Math.max(1, sections.length), 0)
  return { findings: routes.flatMap((route) => colourSections(route, preset)), facts: { tests } }
}

const pickRanked = (routes: readonly Route[], preset: RankPreset, windowsOf: CountWindows): Picked => ({
  findings: routes.flatMap((route) => slideAndRank(route, preset)),
  facts: { tests: windowsOf(preset.windowLength) },
})

function pickUnits(routes: readonly Route[], preset: UnitPreset, windowsOf: CountWindows): Picked {
  const { findings, curve } = cumulate(routes, preset)
  return { findings, facts: { tests: windowsOf(preset.unitLength), curve } }
}

function pick(input: ScreeningInput, routes: readonly Route[], windowsOf: CountWindows): Picked {
  const { preset, junctions } = input
  switch (preset.method) {
    case 'windowRule':
      return pickByClauses(routes, junctions, preset, windowsOf)
    case 'threeColours':
      return pickColours(routes, preset)
    case 'slidingRank':
      return pickRanked(routes, preset, windowsOf)
    case 'cumulativeFrequency':
      return pickUnits(routes, preset, windowsOf)
  }
}

/** Screens a network by a rule. The same accidents in any order give the same sites, ranks and numbers. */
export function screenNetwork(input: ScreeningInput): ScreeningOutcome {
  const { preset } = input
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)
  const routes = [...input.roads].sort(byCode).flatMap(routesOf)
  const chance = newNetworkChance(routes, input.simulations)
  const { findings, atJunctions = [], facts } = pick(input, routes, chance.windowsOf)
  const { siteOf, siteAtJunction } = newSiteMaker(chance, routes)
  const lone = rankSites(
    [...findings.map(siteOf), ...atJunctions.map(siteAtJunction)],
    input.weightSet,
  ).slice(0, preset.method === 'slidingRank' ? preset.top : undefined)
  const rates = falseDiscoveryRates(
    lone.map(({ pValue }) => pValue),
    facts.tests,
  )
  const sites = lone.map((site, i): Site => ({
    ...site,
    chance: { ...site.chance, falseDiscovery: rates[i]! },
  }))
  return { sites, clusters: clusterOffNetwork(input.loose, input.clusterRule), facts }
}
