import { isWithinBounds, numberBounds, type NumberKey } from '../../../api/hotspots/rules/number-bounds.ts'
import { qualifications, type Qualification } from '../../../api/hotspots/rules/qualification.ts'
import {
  ruleChanges,
  ruleValues,
  type RuleNumbers,
  type RuleValue,
} from '../../../api/hotspots/rules/rule-values.ts'
import { clusterRule, usualSimulations } from '../../../api/hotspots/rules/run-settings.ts'
import { weightSets, type WeightId } from '../../../api/hotspots/rules/severity-weights.ts'
import type { PresetView, ScreeningOrder, ScreeningRun } from '../api/api-types.ts'
import type { Language, Words } from '../text/words.ts'

/** A share is typed as a percentage. */
const percentages: readonly RuleValue['key'][] = ['regularityShare', 'topShare', 'lengthShare']
const inPercent = (share: number) => Math.round(share * 1e5) / 1e3

export const isChoice = ({ key }: Pick<RuleValue, 'key'>) => key === 'qualification' || key === 'by'

const shown = (key: RuleValue['key'], value: number) => (percentages.includes(key) ? inPercent(value) : value)

export const textOf = ({ key, value }: RuleValue): string =>
  typeof value === 'string' ? value : String(shown(key, value))

/** The rule as it is written now, with what every screening has besides. */
export function writtenRule(view: PresetView, weights: WeightId): RuleNumbers {
  const { parameters, longestPeriodDays } = view
  const usual = { clusterRule, simulations: usualSimulations, weightSet: weightSets[weights] }
  return { ...(parameters as object), ...usual, longestPeriodDays }
}

export const ruleOfRun = (run: ScreeningRun): RuleNumbers => run.parameters as unknown as RuleNumbers

export type Texts = Readonly<Record<string, string>>

/** What a run was made with, where it differs from the rule as written. */
export function textsOf(written: RuleNumbers, run: RuleNumbers): Record<string, string> {
  const own = new Map(ruleValues(run).map((each) => [each.path, each]))
  return Object.fromEntries(
    ruleValues(written).map((each) => [each.path, textOf(own.get(each.path) ?? each)]),
  )
}

/** Undefined where it is none, or out of bounds. */
export function readNumber(key: NumberKey, text: string): number | undefined {
  const typed = text.trim().replaceAll(/[,，]/g, '')
  const number = typed === '' ? Number.NaN : Number(typed)
  const value = percentages.includes(key) ? number / 100 : number
  return isWithinBounds(key, value) ? value : undefined
}

export function boundsText(key: NumberKey, words: Words['ruleNumbers']): string {
  const { least, most, isWhole } = numberBounds[key]
  return words.between(
    String(shown(key, least)),
    String(shown(key, most)),
    isWhole && !percentages.includes(key),
  )
}

/** By path, what has to be corrected. */
export function errorsOf(
  values: readonly RuleValue[],
  texts: Texts,
  words: Words['ruleNumbers'],
): Record<string, string> {
  const broken = values.filter(
    (each) => !isChoice(each) && readNumber(each.key as NumberKey, texts[each.path] ?? '') === undefined,
  )
  return Object.fromEntries(broken.map(({ path, key }) => [path, boundsText(key as NumberKey, words)]))
}

type Edit = NonNullable<ScreeningOrder['parameters']>
type Given = Record<string, number | string>

const isChanged = (texts: Texts) => (value: RuleValue) => texts[value.path]?.trim() !== textOf(value)

/** Only what differs from the rule as written; undefined where nothing does. */
export function orderOf(
  values: readonly RuleValue[],
  texts: Texts,
): Pick<ScreeningOrder, 'parameters' | 'simulations'> | undefined {
  const changed = values.filter(isChanged(texts))
  if (changed.length === 0) return undefined
  const read = ({ key, path }: RuleValue) =>
    isChoice({ key }) ? texts[path]! : readNumber(key as NumberKey, texts[path]!)!
  const given = (those: readonly RuleValue[]): Given =>
    Object.fromEntries(those.map((each) => [each.key, read(each)]))
  const parts = [...new Set(changed.flatMap(({ part }) => (part === null ? [] : [part])))]
  const ofPart = (part: string) => given(changed.filter((each) => each.part === part))
  const isColour = (part: string) => ['red', 'yellow', 'blue'].includes(part)
  const clauses = parts.filter((part) => part !== 'weights' && !isColour(part))
  const { simulations, unitLength, ...whole } = given(changed.filter(({ part }) => part === null))
  const parameters = {
    ...whole,
    ...(unitLength !== undefined && { windowLength: unitLength }),
    ...(clauses.length > 0 && { clauses: clauses.map((id) => ({ id, ...ofPart(id) })) }),
    ...(parts.some(isColour) && {
      thresholds: parts.filter(isColour).map((colour) => ({ colour, ...ofPart(colour) })),
    }),
    ...(parts.includes('weights') && { weights: ofPart('weights') }),
  } as Edit
  return { parameters, ...(simulations !== undefined && { simulations: Number(simulations) }) }
}

/** What a value is called where it is told rather than typed. */
export function valueText(value: RuleValue, words: Words['ruleNumbers'], language: Language): string {
  if (value.key === 'qualification') return qualifications[value.value as Qualification].text[language]
  if (value.key === 'by') return words.ways[value.value as keyof typeof words.ways]
  return textOf(value)
}

/** 窗长（米） 500→1000, one after the other. */
export function changesText(
  written: RuleNumbers,
  run: RuleNumbers,
  words: Words,
  language: Language,
): string {
  const { names, change } = words.ruleNumbers
  const told = ruleChanges(written, run).map(({ now, original }) => {
    const [before, after] = [original!, now].map((each) => valueText(each, words.ruleNumbers, language))
    return change(names[now.key], before!, after!)
  })
  return told.join(words.punctuation.semicolon)
}
