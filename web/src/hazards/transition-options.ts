import { hazardLevels, supervisionLevels } from '../../../api/hazards/hazard-codes.ts'
import {
  deliveryMethods,
  outcomes,
  revisitResults,
  urgingSteps,
} from '../../../api/hazards/life/life-codes.ts'
import type { FieldKind } from '../../../api/hazards/life/transition-fields.ts'

type Language = 'zh' | 'en'
export interface Option {
  readonly value: string
  readonly label: string
}

const optionsIn = (names: Readonly<Record<string, Readonly<Record<Language, string>>>>, language: Language) =>
  Object.entries(names).map(([value, text]) => ({ value, label: text[language] }))

const { 0: _none, ...listable } = supervisionLevels

/** Choices that the service knows by heart; of units, squads and hazards it has to be asked. */
export function fixedOptions(kind: FieldKind, language: Language): Option[] | undefined {
  if (kind === 'level') return optionsIn(hazardLevels, language)
  if (kind === 'listingLevel') return optionsIn(listable, language)
  if (kind === 'urgingStep') return optionsIn(urgingSteps, language)
  if (kind === 'outcome') return optionsIn(outcomes, language)
  if (kind === 'result') return optionsIn(revisitResults, language)
  // Kept in the words of the paper it is printed on.
  if (kind === 'delivery') return deliveryMethods.map((text) => ({ value: text.zh, label: text[language] }))
  return undefined
}
