import { sql } from 'kysely'
import { listAreas, listSquads, listUnits } from '../areas/area.queries.ts'
import type { Database } from '../db/tables.ts'
import { roadInputOf } from '../roads/network/road-input.ts'
import { listRoads, listRoadsWithGeometry } from '../roads/road.queries.ts'
import { loadStakeContext } from '../roads/stakes/stake-context.queries.ts'
import { listSquadStretches, listTownshipStretches } from '../roads/stretch.queries.ts'
import type { ImportGround } from './import-ground.ts'

/** More former networks than this are not told apart: a brigade redraws a road a few times in ten years. */
const formerNetworks = 12

async function listChangeDays(db: Database): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select distinct day from (
      select valid_from as day from road_section where valid_to is null or valid_to > valid_from
      union select valid_to from road_section where valid_to > valid_from
      union select valid_from from stake_anchor where valid_to is null or valid_to > valid_from
      union select valid_to from stake_anchor where valid_to > valid_from
      union select valid_from from chain_break where valid_to is null or valid_to > valid_from
      union select valid_to from chain_break where valid_to > valid_from) as boundary
    where day is not null order by day`.execute(db)
  return rows.map(({ day }) => day)
}

async function listNetworks(db: Database): Promise<ImportGround['networks']> {
  const days = (await listChangeDays(db)).slice(-formerNetworks)
  const networks = []
  for (const from of days.slice(0, -1))
    networks.push({ from, roads: (await listRoadsWithGeometry(db, { on: from })).map(roadInputOf) })
  const now = (await listRoadsWithGeometry(db)).map(roadInputOf)
  return [...networks, { from: days.at(-1) ?? '', roads: now }]
}

export async function loadImportGround(db: Database): Promise<ImportGround> {
  const roads = await listRoads(db)
  return {
    roadNames: [...(await loadStakeContext(db)).roads],
    roads: roads.map(({ code, name, aliases, fromStake, toStake, township }) => {
      return { code, name, aliases, fromStake, toStake, township }
    }),
    networks: await listNetworks(db),
    squads: (await listSquads(db)).map(({ code, name, aliases }) => ({ code, name, aliases })),
    areas: (await listAreas(db)).map(({ code, name, kind }) => ({ code, name, kind })),
    units: (await listUnits(db)).map(({ code, name, shortName }) => ({ code, name, shortName })),
    squadStretches: await listSquadStretches(db),
    townshipStretches: await listTownshipStretches(db),
  }
}
