import { listAreas } from '../areas/area.queries.ts'
import type { Database } from '../db/tables.ts'
import type { Language } from '../http/text.ts'
import { roadNameOf } from '../roads/network/road-input.ts'
import { listRoads, loadRoadNetwork } from '../roads/road.queries.ts'
import { listTownshipStretches } from '../roads/stretch.queries.ts'
import { searchCoordinates } from './search-coordinates.ts'
import { searchAreas, searchPlaces } from './search-places.ts'
import { rankHits } from './search-ranking.ts'
import { accidentHits, facilityHits, hazardHits } from './search-records.ts'
import { searchRoads } from './search-roads.ts'
import { roadOfMissedStake, searchStakes } from './search-stakes.ts'
import { accidentNumberQuery, normaliseQuery, numberQuery, wordsOf } from './search-text.ts'
import { findAccidents, findFacilities, findHazards, listPlaces } from './search.queries.ts'
import type { SearchHit } from './search.schema.ts'

export interface Search {
  readonly text: string
  readonly limit: number
  readonly language: Language
}

async function onTheGround(
  db: Database,
  text: string,
  query: string,
  language: Language,
): Promise<SearchHit[]> {
  const [roads, network, places, areas, townships] = await Promise.all([
    listRoads(db),
    loadRoadNetwork(db),
    listPlaces(db),
    listAreas(db),
    listTownshipStretches(db),
  ])
  const unplaced = areas.filter(({ name }) => !places.some((place) => place.name === name))
  const coordinates = searchCoordinates(text, network, language)
  const names = roads.map(roadNameOf)
  return [
    ...coordinates,
    // 107.97,39.09 could be read as two stakes.
    ...(coordinates.length > 0 ? [] : searchStakes(text, network, names)),
    ...searchRoads(query, roads, network, language).map(
      withMissedStake(roadOfMissedStake(text, network, names)),
    ),
    ...searchPlaces(query, places, language),
    ...searchAreas(query, unplaced, { network, townships }, language),
  ]
}

const withMissedStake = (road: string | undefined) => (hit: SearchHit) =>
  road !== undefined && hit.road === road ? { ...hit, warnings: ['stake_not_on_road'] } : hit

async function amongRecords(db: Database, query: string, language: Language): Promise<SearchHit[]> {
  const number = numberQuery(query)
  const accidentNo = accidentNumberQuery(query)
  const part = number.technical ?? number.printed
  return [
    ...hazardHits(query, await findHazards(db, number, wordsOf(query)), language),
    ...(accidentNo === undefined ? [] : accidentHits(query, await findAccidents(db, accidentNo))),
    ...(part === undefined ? [] : facilityHits(query, await findFacilities(db, part), language)),
  ]
}

/** One box for stakes, roads, places, numbers and coordinates; a single letter asks for nothing yet. */
export async function searchEverything(
  db: Database,
  { text, limit, language }: Search,
): Promise<SearchHit[]> {
  const query = normaliseQuery(text)
  if ([...query].length < 2) return []
  const found = await Promise.all([onTheGround(db, text, query, language), amongRecords(db, query, language)])
  return rankHits(found.flat(), limit).map((hit) => ({ ...hit, score: Math.round(hit.score * 1000) / 1000 }))
}
