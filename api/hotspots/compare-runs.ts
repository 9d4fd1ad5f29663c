import { compareSites } from './analysis/compare-sites.ts'
import type { ScreeningComparison, ScreeningRun, ScreeningSite } from './screening.schema.ts'

/** Half a window: a place whose accidents moved a little is still the place. */
const reach = 250

export interface RunWithSites {
  readonly run: ScreeningRun
  readonly sites: readonly ScreeningSite[]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function differencesOf(before: ScreeningRun, after: ScreeningRun): ScreeningComparison['differences'] {
  const { roads: roadsBefore, ...rulesBefore } = before.parameters
  const { roads: roadsAfter, ...rulesAfter } = after.parameters
  const checks = {
    preset: before.preset === after.preset,
    parameters: before.preset !== after.preset || same(rulesBefore, rulesAfter),
    calibre: before.calibre === after.calibre,
    period: before.from === after.from && before.to === after.to,
    roads: same(roadsBefore, roadsAfter),
    weights: before.weights === after.weights,
  }
  return (Object.keys(checks) as (keyof typeof checks)[]).filter((key) => !checks[key])
}

/** What is new, gone, moved or ranked otherwise, and in what the two runs were asked differently. */
export function compareRuns(before: RunWithSites, after: RunWithSites): ScreeningComparison {
  const { appeared, gone, kept } = compareSites(before.sites, after.sites, reach)
  return {
    before: before.run,
    after: after.run,
    differences: differencesOf(before.run, after.run),
    appeared: [...appeared],
    gone: [...gone],
    kept: [...kept],
  }
}
