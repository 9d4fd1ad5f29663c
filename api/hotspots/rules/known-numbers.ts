import type { Text } from '../../http/text.ts'
import { hotspotMessages } from '../hotspot-messages.ts'
import type { Clause, Preset } from './preset.ts'
import type { ClauseEdit, PresetEdit } from './preset-edit.ts'

export interface Refusal {
  readonly path: string
  readonly message: Text
}

export function knownToClause({ alpha, regularity, nearHazard, standsOut }: Clause): Set<keyof ClauseEdit> {
  return new Set<keyof ClauseEdit>([
    ...(['windowLength', 'minimum', 'qualification'] as const),
    ...(alpha === undefined ? [] : (['alpha'] as const)),
    ...(regularity ? (['regularityShare'] as const) : []),
    ...(nearHazard ? (['hazardReach'] as const) : []),
    ...(standsOut ? (['by', 'sigmas', 'topShare'] as const) : []),
  ])
}

/** Which numbers a kind of rule has as a whole. */
function knownTo(preset: Preset): (keyof PresetEdit)[] {
  switch (preset.method) {
    case 'windowRule':
      return [
        ...(['windowLength', 'junctionRadius', 'clauses'] as const),
        ...(preset.clauses.length === 1 ? (['minimum', 'qualification'] as const) : []),
        ...(preset.clauses.some(({ alpha }) => alpha !== undefined) ? (['alpha'] as const) : []),
        ...(preset.clauses.some(({ standsOut }) => standsOut) ? (['by'] as const) : []),
      ]
    case 'slidingRank':
      return ['windowLength', 'minimum', 'top']
    case 'cumulativeFrequency':
      return ['windowLength', 'lengthShare']
    case 'threeColours':
      return ['thresholds']
  }
}

const given = <Edit extends object>(edit: Edit) =>
  (Object.keys(edit) as (keyof Edit & string)[]).filter((key) => edit[key] !== undefined)

function refusalInClauses(preset: Preset, edits: NonNullable<PresetEdit['clauses']>): Refusal | undefined {
  const clauses = preset.method === 'windowRule' ? preset.clauses : []
  const refusals = edits.map(({ id, ...edit }, index): Refusal | undefined => {
    const clause = clauses.find((each) => each.id === id)
    const path = `clauses.${index}`
    if (!clause) return { path: `${path}.id`, message: hotspotMessages.noSuchClause(preset, id) }
    const key = given(edit).find((each) => !knownToClause(clause).has(each))
    return key && { path: `${path}.${key}`, message: hotspotMessages.noSuchNumber(preset, key) }
  })
  return refusals.find((refusal) => refusal !== undefined)
}

/** What of an edit the rule does not have. */
export function refusalIn(preset: Preset, edit: PresetEdit): Refusal | undefined {
  const known = ['longestPeriodDays', 'weights', ...knownTo(preset)]
  const path = given(edit).find((key) => !known.includes(key))
  if (path) return { path, message: hotspotMessages.noSuchNumber(preset, path) }
  return refusalInClauses(preset, edit.clauses ?? [])
}
