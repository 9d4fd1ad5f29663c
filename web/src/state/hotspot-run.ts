import { presets } from '../../../api/hotspots/presets.ts'
import { usualSimulations } from '../../../api/hotspots/rules/run-settings.ts'
import type { WeightId } from '../../../api/hotspots/rules/severity-weights.ts'
import type { Calibre, HotspotCollection, PresetId, ScreeningRun } from '../api/api-types.ts'
import type { Calls } from '../api/calls.ts'
import { lastOf } from './period.ts'

export interface HotspotQuestion {
  readonly preset: PresetId
  readonly calibre: Calibre
  readonly from: string
  readonly to: string
  readonly weights: WeightId | null
  readonly run: string | null
}

interface Rule {
  readonly version: number
  readonly longestPeriodDays: number
  readonly weights: WeightId
}

async function ruleOf(calls: Calls, preset: PresetId): Promise<Rule | null> {
  if (preset !== 'P0') return presets[preset]
  const own = (await calls.presets()).items.find(({ id }) => id === 'P0')
  return own?.isFilled ? own : null
}

/** The rule as it is written now, of the whole network: somebody's trial with other numbers is not shown unasked. */
const isPlain = ({ parameters, weights }: ScreeningRun, rule: Rule) =>
  !Array.isArray(parameters.roads) &&
  parameters.isEdited !== true &&
  (parameters.simulations === undefined || parameters.simulations === usualSimulations) &&
  parameters.version === rule.version &&
  weights === rule.weights

/**
 * Results are immutable and dated: the one that answers the question is shown again. Where there is none, a person
 * who may screen gets a new one, everybody else the newest of the same rule and calibre, which says its own period.
 */
export async function findHotspots(
  calls: Calls,
  question: HotspotQuestion,
  mayScreen: boolean,
): Promise<HotspotCollection | null> {
  const { preset, calibre, weights, run } = question
  if (run) return calls.hotspots(run, weights)
  const rule = await ruleOf(calls, preset)
  if (!rule) return null
  const { from, to } = lastOf(question, rule.longestPeriodDays)
  const { items } = await calls.screenings(preset)
  const plain = items.filter((each) => isPlain(each, rule))
  const fitting = plain.find((each) => each.calibre === calibre && each.from === from && each.to === to)
  if (fitting) return calls.hotspots(fitting.id, weights)
  if (mayScreen) return calls.hotspots((await calls.screen({ preset, calibre, from, to })).id, weights)
  const newest = plain.find((each) => each.calibre === calibre) ?? plain[0]
  return newest ? calls.hotspots(newest.id, weights) : null
}
