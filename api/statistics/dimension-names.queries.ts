import { listAreas, listSquads } from '../areas/area.queries.ts'
import type { Database } from '../db/tables.ts'
import { listRoads } from '../roads/road.queries.ts'
import type { Dimension, Names } from './dimensions.ts'

const namesOf = (
  rows: readonly { readonly key: string; readonly name: string; readonly nameEn: string }[],
): Names => Object.fromEntries(rows.map(({ key, name, nameEn }) => [key, { zh: name, en: nameEn || name }]))

/** Names that the brigade has entered itself; the fixed ones are in the code tables. */
export async function listEnteredNames(db: Database, dimension: Dimension): Promise<Names> {
  if (dimension === 'road') {
    const roads = await listRoads(db)
    return namesOf(roads.map(({ code, name, nameEn }) => ({ key: code, name, nameEn })))
  }
  if (dimension === 'squad') {
    const squads = await listSquads(db)
    return namesOf(squads.map(({ code, name, nameEn }) => ({ key: code, name, nameEn })))
  }
  if (dimension === 'township') {
    const areas = await listAreas(db)
    return namesOf(areas.map(({ name, nameEn }) => ({ key: name, name, nameEn })))
  }
  return {}
}
