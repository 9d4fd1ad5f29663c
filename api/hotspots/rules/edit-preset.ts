import { hotspotMessages } from '../hotspot-messages.ts'
import type { Text } from '../../http/text.ts'
import { editedClauseWords, editedRankWords, editedThresholdWords, editedUnitWords } from './edited-words.ts'
import { knownToClause, refusalIn, type Refusal } from './known-numbers.ts'
import type { Clause, ColourPreset, Preset, RankPreset, UnitPreset, WindowPreset } from './preset.ts'
import type { ClauseEdit, PresetEdit } from './preset-edit.ts'
import { ruleValues, weighs } from './rule-values.ts'
import {
  reweighted,
  weightSets,
  type WeightId,
  type WeightNumbers,
  type WeightSet,
} from './severity-weights.ts'

export type EditedPreset =
  | { readonly preset: Preset; readonly weightSet: WeightSet; readonly isEdited: boolean }
  | { readonly refused: Refusal }

type Weights = Pick<WeightSet, 'id' | 'numbers'>

function editStandsOut(clause: Clause, { by, sigmas, topShare }: ClauseEdit, weights: Weights | null) {
  const { standsOut } = clause
  if (!standsOut) return {}
  const own = weights?.id === standsOut.weights ? { numbers: weights.numbers } : {}
  const chosen = { by: by ?? standsOut.by, sigmas: sigmas ?? standsOut.sigmas }
  return { standsOut: { ...standsOut, ...chosen, topShare: topShare ?? standsOut.topShare, ...own } }
}

function editClause(clause: Clause, edit: ClauseEdit, weights: Weights | null): Clause {
  const { regularity, nearHazard } = clause
  const edited: Clause = {
    ...clause,
    windowLength: edit.windowLength ?? clause.windowLength,
    minimum: edit.minimum ?? clause.minimum,
    of: edit.qualification ?? clause.of,
    ...(edit.alpha !== undefined && { alpha: edit.alpha }),
    ...(regularity && { regularity: { share: edit.regularityShare ?? regularity.share } }),
    ...(nearHazard && { nearHazard: { ...nearHazard, reach: edit.hazardReach ?? nearHazard.reach } }),
    ...editStandsOut(clause, edit, weights),
  }
  return JSON.stringify(edited) === JSON.stringify(clause)
    ? clause
    : { ...edited, text: editedClauseWords(edited, clause) }
}

/** What is said of the rule as a whole, for every clause that has such a number. */
function wholeEdit(
  clause: Clause,
  { windowLength, minimum, qualification, alpha, by }: PresetEdit,
): ClauseEdit {
  const known = knownToClause(clause)
  const given = { windowLength, minimum, qualification, alpha, by }
  return Object.fromEntries(Object.entries(given).filter(([key]) => known.has(key as keyof ClauseEdit)))
}

function editWindows(preset: WindowPreset, edit: PresetEdit, weights: Weights | null): WindowPreset {
  const clauses = preset.clauses.map((clause) => {
    const { id: _id, ...own } = edit.clauses?.find(({ id }) => id === clause.id) ?? { id: '' }
    return editClause(clause, { ...wholeEdit(clause, edit), ...own }, weights)
  })
  return { ...preset, clauses, junctionRadius: edit.junctionRadius ?? preset.junctionRadius }
}

function editColours(preset: ColourPreset, { thresholds = [] }: PresetEdit): ColourPreset {
  return {
    ...preset,
    thresholds: preset.thresholds.map((threshold) => {
      const minimum = thresholds.find(({ colour }) => colour === threshold.colour)?.minimum
      if (minimum === undefined || minimum === threshold.minimum) return threshold
      const edited = { ...threshold, minimum }
      return { ...edited, text: editedThresholdWords(edited) }
    }),
  }
}

const saying = <Rule extends Preset>(before: Rule, after: Rule, words: (rule: Rule) => Text): Rule =>
  JSON.stringify(before) === JSON.stringify(after) ? before : { ...after, criterion: words(after) }

function editRank(preset: RankPreset, { minimum, top, windowLength }: PresetEdit): RankPreset {
  const numbers = { minimum: minimum ?? preset.minimum, top: top ?? preset.top }
  const edited = { ...preset, ...numbers, windowLength: windowLength ?? preset.windowLength }
  return saying(preset, edited, editedRankWords)
}

function editUnits(preset: UnitPreset, { windowLength, lengthShare }: PresetEdit): UnitPreset {
  const edited = {
    ...preset,
    lengthShare: lengthShare ?? preset.lengthShare,
    unitLength: windowLength ?? preset.unitLength,
  }
  return saying(preset, edited, editedUnitWords)
}

function editNumbers(preset: Preset, edit: PresetEdit, weights: Weights | null): Preset {
  switch (preset.method) {
    case 'windowRule':
      return editWindows(preset, edit, weights)
    case 'slidingRank':
      return editRank(preset, edit)
    case 'cumulativeFrequency':
      return editUnits(preset, edit)
    case 'threeColours':
      return editColours(preset, edit)
  }
}

/** The rule with other numbers, for one run; refused where the rule has no such number, rather than ignored. */
export function editPreset(
  preset: Preset,
  edit: PresetEdit = {},
  ranking: WeightId = preset.weights,
): EditedPreset {
  const written = weightSets[ranking]
  const refused = refusalIn(preset, edit)
  if (refused) return { refused }
  if (edit.weights && !weighs(ranking))
    return { refused: { path: 'weights', message: hotspotMessages.noWeights(written) } }
  const changes = Object.entries(edit.weights ?? {}).filter(
    ([key, value]) => value !== undefined && value !== written.numbers[key as keyof WeightNumbers],
  )
  const isReweighted = changes.length > 0
  const weightSet = isReweighted ? reweighted(written, Object.fromEntries(changes)) : written
  const longestPeriodDays = edit.longestPeriodDays ?? preset.longestPeriodDays
  const edited = { ...editNumbers(preset, edit, isReweighted ? weightSet : null), longestPeriodDays }
  const isEdited = isReweighted || JSON.stringify(ruleValues(edited)) !== JSON.stringify(ruleValues(preset))
  return { preset: isEdited ? edited : preset, weightSet, isEdited }
}
