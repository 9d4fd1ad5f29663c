import { hazardFilterWords } from '../../../api/hazards/hazard-filter-words.ts'
import type { HazardFilter } from '../../../api/hazards/hazard-query.schema.ts'
import type { SupervisionList } from '../api/list-calls.ts'
import type { AppState } from '../state/app-state.svelte.ts'

/** How the rows were found: in Chinese in the words that are printed and kept with the list. */
export function filterText(
  { filter, rows }: Pick<SupervisionList, 'filter' | 'rows'>,
  { language, data, words }: Pick<AppState, 'language' | 'data' | 'words'>,
): string {
  if (language === 'zh') return filter?.words ?? words.lists.chosenByHand(rows.length)
  if (!filter?.query) return words.lists.chosenByHand(rows.length)
  const squads = data.squads.value ?? []
  const names = Object.fromEntries(squads.map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]))
  return hazardFilterWords(filter.query as HazardFilter, names, language)
}
