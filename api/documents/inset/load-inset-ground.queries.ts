import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { FeatureCollection, LineString, MultiLineString, MultiPolygon } from 'geojson'
import '../../areas/area.table.ts'
import '../../areas/place.table.ts'
import { geoJson } from '../../db/postgis.ts'
import type { Database } from '../../db/tables.ts'
import type { LonLat } from '../../roads/network/geodesy.ts'
import type { NetworkSection, RoadNetwork } from '../../roads/network/road-network.ts'
import { listChainBreaks } from '../../roads/road-geometry.queries.ts'
import { listRoads, loadRoadNetwork } from '../../roads/road.queries.ts'
import { listSquadStretches } from '../../roads/stretch.queries.ts'
import { metresOf } from './inset-frame.ts'
import {
  groundLine,
  type GroundLine,
  type GroundPlace,
  type GroundRoad,
  type InsetGround,
} from './inset-ground.ts'

const surroundingsFile = 'gis-data/surrounding-roads.geojson'

let surroundings: Promise<readonly GroundLine[]> | undefined

/** Ships with the product and never changes while it runs. */
async function readSurroundings(): Promise<readonly GroundLine[]> {
  const { features } = JSON.parse(await readFile(surroundingsFile, 'utf8')) as FeatureCollection<
    LineString | MultiLineString
  >
  return features.flatMap(({ geometry }) => {
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
    return lines.map((line) => groundLine(line as unknown as LonLat[]))
  })
}

async function listBorders(db: Database): Promise<GroundLine[]> {
  const rows = await db
    .selectFrom('area')
    .select(geoJson<MultiPolygon>('geom').as('outline'))
    .where('geom', 'is not', null)
    .orderBy('sort')
    .execute()
  return rows.flatMap(({ outline }) =>
    outline.coordinates.flat().map((ring) => groundLine(ring as unknown as LonLat[])),
  )
}

async function listGroundPlaces(db: Database): Promise<GroundPlace[]> {
  const rows = await db
    .selectFrom('place')
    .select('name')
    .select(sql<[number, number]>`json_build_array(st_x(geom), st_y(geom))`.as('point'))
    .orderBy('rank')
    .orderBy('code')
    .execute()
  return rows.map(({ name, point }) => ({ name, at: metresOf(point) }))
}

const lineOf = ({ road, longitudes, latitudes }: NetworkSection) =>
  groundLine(
    Array.from(longitudes, (longitude, i): LonLat => [longitude, latitudes[i]!]),
    road,
  )

/** Per network, which itself is kept as long as no road changes. */
const linesOfNetwork = new WeakMap<RoadNetwork, readonly GroundLine[]>()

function roadLinesOf(network: RoadNetwork): readonly GroundLine[] {
  const lines = linesOfNetwork.get(network) ?? network.sections.map(lineOf)
  linesOfNetwork.set(network, lines)
  return lines
}

async function groundRoads(db: Database): Promise<Map<string, GroundRoad>> {
  const breaks = await listChainBreaks(db)
  const squads = await listSquadStretches(db)
  const roads = await listRoads(db)
  return new Map(
    roads.map(({ code, name, confidence }) => [
      code,
      {
        code,
        name,
        isSketch: confidence !== 'high',
        chainBreaks: breaks.filter(({ road }) => road === code),
        squads: squads.filter(({ road }) => road === code),
      },
    ]),
  )
}

/** One query after the other: within a transaction there is one connection. */
export async function loadInsetGround(db: Database): Promise<InsetGround> {
  const network = await loadRoadNetwork(db)
  const roads = await groundRoads(db)
  const borders = await listBorders(db)
  const places = await listGroundPlaces(db)
  const otherLines = await (surroundings ??= readSurroundings())
  return { network, roads, roadLines: roadLinesOf(network), otherLines, borders, places }
}
