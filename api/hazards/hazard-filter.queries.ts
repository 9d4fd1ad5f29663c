import { listSquads } from '../areas/area.queries.ts'
import type { Database } from '../db/tables.ts'
import type { Text } from '../http/text.ts'
import { hazardFilterWords } from './hazard-filter-words.ts'
import type { HazardFilter } from './hazard-query.schema.ts'

/** The filter in words, squads by their names; files print the Chinese. */
export async function findFilterWords(db: Database, filter: HazardFilter): Promise<Text> {
  const squads = filter.squad ? await listSquads(db) : []
  const names = Object.fromEntries(squads.map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]))
  return { zh: hazardFilterWords(filter, names), en: hazardFilterWords(filter, names, 'en') }
}
