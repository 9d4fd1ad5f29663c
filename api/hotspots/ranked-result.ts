import { rankSites } from './analysis/site.ts'
import { severityScore, weightSets, type WeightId } from './rules/severity-weights.ts'
import type { ScreeningRun, ScreeningSite } from './screening.schema.ts'

/** Runs of before did not count accidents by their worst outcome: what needs that count has no score. */
function scoreOf(site: ScreeningSite, weights: WeightId): number | null {
  const { fatalAccidents, injuryAccidents } = site
  if (fatalAccidents === null || injuryAccidents === null) return null
  return severityScore({ ...site, fatalAccidents, injuryAccidents }, weightSets[weights])
}

/** The sites of a run with their scores, in the order of other weights where these are asked for. The run itself stays. */
export function rankedResult<Site extends ScreeningSite>(
  run: ScreeningRun,
  sites: readonly Site[],
  wanted: WeightId = run.weights,
): { readonly run: ScreeningRun; readonly sites: Site[] } {
  const scored = sites.map((site) => ({ ...site, score: scoreOf(site, wanted) }))
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
