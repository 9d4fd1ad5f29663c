import type { Feature } from '../../../api/hotspots/analysis/over-represented.ts'
import { weightSets } from '../../../api/hotspots/rules/severity-weights.ts'
import type { ScreeningRun, ScreeningSite, ShortAdvice } from '../api/api-types.ts'
import { factsOfKind } from '../../../api/facilities/facility-kinds.ts'
import { formatExpected } from '../text/format.ts'
import { punctuation } from '../../../api/http/text.ts'
import type { Language, Words } from '../text/words.ts'

/** A count of places that chance would make: one decimal is enough to believe or not. */
export const formatSites = (sites: number) => (sites < 0.1 ? formatExpected(sites) : sites.toFixed(1))

export type CodeName = (kind: 'form' | 'causeClass' | 'light' | 'weather', code: string) => string

/** What a value of a feature is called. */
export function featureName(
  { kind, code }: Pick<Feature, 'kind' | 'code'>,
  words: Words['hotspotMethod'],
  codeName: CodeName,
): string {
  if (kind === 'hours') return words.hoursOf(code)
  if (kind === 'weekday') return words.weekdays[Number(code) - 1] ?? code
  return codeName(kind, code)
}

export const placeName = ({ road, roadName, name }: ScreeningSite) =>
  `${road === 'CAYJ' ? roadName : road}${name ? ` ${name}` : ''}`

interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** Runs carry the words of the rule as it was then. */
export function snapshotText(run: ScreeningRun, key: string, language: 'zh' | 'en'): string {
  const text = run.parameters[key] as Partial<Bilingual> | undefined
  return text?.[language] ?? ''
}

/** Of a trial the clauses with their changed numbers: the criterion is still that of the written rule. */
export function criterionOf(run: ScreeningRun, language: 'zh' | 'en'): string {
  const clauses = run.parameters.clauses as readonly { readonly text: Bilingual }[] | undefined
  if (run.parameters.isEdited !== true || !clauses) return snapshotText(run, 'criterion', language)
  return clauses.map(({ text }) => text[language]).join(punctuation[language].semicolon)
}

/** Of a run that was ranked by weights of its own, theirs. */
export function formulaOf({ parameters, weights }: ScreeningRun): Bilingual {
  const own = parameters.weightSet as { readonly id: string; readonly formula: Bilingual } | undefined
  return own?.id === weights ? own.formula : weightSets[weights].formula
}

/** What may be placed at a site, in one line; the detail says why and where. */
export function adviceText(advice: ShortAdvice, words: Words['hotspots'], language: Language): string {
  const { listed, semicolon } = punctuation[language]
  const named = (kinds: ShortAdvice['add']) =>
    kinds
      .map(({ kind, onSideRoad, count }) => {
        const name = factsOfKind(kind)[language]
        return words.adviceKind(onSideRoad ? words.adviceSideRoad(name) : name, count)
      })
      .join(listed)
  const { add, mend, there, noBump } = advice
  const parts = [
    mend.length > 0 && words.adviceMend(named(mend)),
    add.length > 0 && words.adviceAdd(named(add)),
    add.length + mend.length === 0 && there.length === 0 && words.adviceNone,
    there.length > 0 && words.adviceThere(named(there)),
    noBump && words.adviceNoBump,
  ]
  return parts.filter(Boolean).join(semicolon)
}
