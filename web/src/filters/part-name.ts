import { dimensionNames, nameOfKey, type Names } from '../../../api/statistics/dimensions.ts'
import type { AppState } from '../state/app-state.svelte.ts'

/** "事故形态：刮撞行人": what the map shows alone, in words. */
export function partName({ url: { part }, data, language, words }: AppState): string {
  if (!part) return ''
  const names: Names =
    part.field === 'township'
      ? { [part.key]: { zh: part.key, en: part.key } }
      : Object.fromEntries(
          (data.squads.value ?? []).map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]),
        )
  const label = dimensionNames[part.field][language]
  return `${label}${words.punctuation.colon}${nameOfKey(part.field, part.key, names, language)}`
}
