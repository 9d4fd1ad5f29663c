import { rankSites } from './analysis/site.ts'
import { severityScore, weightSets, type WeightId, type WeightSet } from './rules/severity-weights.ts'
import type { ScreeningRun, ScreeningSite } from './screening.schema.ts'

/** Runs of before did not count accidents by their worst outcome: what needs that count has no score. */
function scoreOf(site: ScreeningSite, weights: Pick<WeightSet, 'numbers'>): number | null {
  const { fatalAccidents, injuryAccidents } = site
  if (fatalAccidents === null || injuryAccidents === null) return null
  return severityScore({ ...site, fatalAccidents, injuryAccidents }, weights)
}

/** A run is scored by what it was ranked by, which may have been changed for it alone. */
function weightsOf(run: ScreeningRun, wanted: WeightId): Pick<WeightSet, 'numbers'> {
  const own = run.parameters.weightSet as WeightSet | undefined
  return own?.id === wanted ? own : weightSets[wanted]
}

/** The sites of a run with their scores, in the order of other weights where these are asked for. The run itself stays. */
export function rankedResult<Site extends ScreeningSite>(
  run: ScreeningRun,
  sites: readonly Site[],
  wanted: WeightId = run.weights,
): { readonly run: ScreeningRun; readonly sites: Site[] } {
  const scored = sites.map((site) => ({ ...site, score: scoreOf(site, weightsOf(run, wanted)) }))
  if (wanted === run.weights) return { run, sites: scored }
  const counted = scored.map((site) => ({
    site,
    ...site,
    fatalAccidents: site.fatalAccidents ?? 0,
    injuryAccidents: site.injuryAccidents ?? 0,
  }))
  const ranked = rankSites(counted, weightSets[wanted])
  return {
    run: { ...run, weights: wanted, isReranked: true },
    sites: ranked.map(({ site }, index) => ({ ...site, rank: index + 1 })),
  }
}
