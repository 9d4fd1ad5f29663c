import { hotspotMessages } from '../hotspot-messages.ts'
import type { Text } from '../../http/text.ts'
import type { Clause, Preset, WindowPreset } from './preset.ts'
import { qualifications, type Qualification } from './qualification.ts'

/** Numbers of a rule that somebody changed for one run. */
export interface PresetEdit {
  readonly windowLength?: number | undefined
  readonly minimum?: number | undefined
  readonly longestPeriodDays?: number | undefined
  readonly qualification?: Qualification | undefined
  readonly alpha?: number | undefined
  readonly by?: 'sigma' | 'topShare' | undefined
  readonly top?: number | undefined
  readonly lengthShare?: number | undefined
}

export type EditedPreset =
  | { readonly preset: Preset; readonly isEdited: boolean }
  | { readonly refused: { readonly path: keyof PresetEdit; readonly message: Text } }

type Words = (clause: Clause) => Text

/** Numbers and words must not part: an edited clause says its numbers, not those of the written rule. */
const editedText: Words = ({ windowLength, minimum, of, alpha, standsOut }) => {
  const { zh, en } = qualifications[of].text
  const chance = alpha === undefined ? ['', ''] : [`，p < ${alpha}`, `, p < ${alpha}`]
  const stands = standsOut ? ['，当量值突出', ', with a weighted sum that stands out'] : ['', '']
  return {
    zh: `${windowLength} 米内 ${minimum} 起以上（${zh}）${chance[0]}${stands[0]}（参数已改）`,
    en: `${minimum} or more within ${windowLength} m (${en})${chance[1]}${stands[1]} (numbers edited)`,
  }
}

function editClause(clause: Clause, edit: PresetEdit): Clause {
  const edited = {
    ...clause,
    windowLength: edit.windowLength ?? clause.windowLength,
    minimum: edit.minimum ?? clause.minimum,
    of: edit.qualification ?? clause.of,
    ...(edit.alpha !== undefined && { alpha: edit.alpha }),
    ...(clause.standsOut && edit.by && { standsOut: { ...clause.standsOut, by: edit.by } }),
  }
  const isOnlyLonger = clause.regularity || clause.nearHazard
  const { zh, en } = clause.text
  const text = isOnlyLonger
    ? { zh: `${zh}（窗长 ${edited.windowLength} 米）`, en: `${en} (window ${edited.windowLength} m)` }
    : editedText(edited)
  return { ...edited, text }
}

/** Which numbers a kind of rule has. */
function knownTo(preset: Preset): (keyof PresetEdit)[] {
  switch (preset.method) {
    case 'windowRule':
      return [
        'windowLength',
        ...(preset.clauses.length === 1 ? (['minimum', 'qualification'] as const) : []),
        ...(preset.clauses.some(({ alpha }) => alpha !== undefined) ? (['alpha'] as const) : []),
        ...(preset.clauses.some(({ standsOut }) => standsOut) ? (['by'] as const) : []),
      ]
    case 'slidingRank':
      return ['windowLength', 'minimum', 'top']
    case 'cumulativeFrequency':
      return ['windowLength', 'lengthShare']
    case 'threeColours':
      return []
  }
}

function editWindows(preset: WindowPreset, edit: PresetEdit): WindowPreset {
  const touched = Object.keys(edit).some((key) => key !== 'longestPeriodDays')
  return touched ? { ...preset, clauses: preset.clauses.map((clause) => editClause(clause, edit)) } : preset
}

function edited(preset: Preset, edit: PresetEdit): Preset {
  const longestPeriodDays = edit.longestPeriodDays ?? preset.longestPeriodDays
  const windowLength = edit.windowLength
  switch (preset.method) {
    case 'windowRule':
      return { ...editWindows(preset, edit), longestPeriodDays }
    case 'slidingRank': {
      const { minimum = preset.minimum, top = preset.top } = edit
      return { ...preset, longestPeriodDays, minimum, top, windowLength: windowLength ?? preset.windowLength }
    }
    case 'cumulativeFrequency': {
      const { lengthShare = preset.lengthShare } = edit
      return { ...preset, longestPeriodDays, lengthShare, unitLength: windowLength ?? preset.unitLength }
    }
    case 'threeColours':
      return { ...preset, longestPeriodDays }
  }
}

/** The rule with other numbers, for one run; refused where the rule has no such number, rather than ignored. */
export function editPreset(preset: Preset, edit: PresetEdit = {}): EditedPreset {
  const given = (Object.keys(edit) as (keyof PresetEdit)[]).filter((key) => edit[key] !== undefined)
  const known = ['longestPeriodDays', ...knownTo(preset)]
  const path = given.find((key) => !known.includes(key))
  if (path) return { refused: { path, message: hotspotMessages.noSuchNumber(preset, path) } }
  return { preset: given.length > 0 ? edited(preset, edit) : preset, isEdited: given.length > 0 }
}
