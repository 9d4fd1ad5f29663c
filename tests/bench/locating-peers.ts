import { along, length, lineString, nearestPointOnLine, point as turfPoint } from '@turf/turf'
import { sql } from 'kysely'
import type { Database } from '../../api/db/tables.ts'
import type { LonLat } from '../../api/roads/network/geodesy.ts'
import type { NetworkSection } from '../../api/roads/network/road-network.ts'
import '../../api/roads/road.table.ts'

export interface FoundRoad {
  readonly road: string
  /** Share of the section's drawn length. */
  readonly share: number
}

export interface ShareOfSection {
  readonly road: string
  readonly section: number
  readonly share: number
}

const coordinatesOf = ({ longitudes, latitudes }: NetworkSection) =>
  Array.from(longitudes, (x, i) => [x, latitudes[i]!])

export function turfRoads(sections: readonly NetworkSection[]) {
  const lines = sections.map((section) => {
    const line = lineString(coordinatesOf(section))
    return { section, line, kilometres: length(line) }
  })
  return {
    locate(place: LonLat): FoundRoad {
      let best: (FoundRoad & { readonly distance: number }) | undefined
      for (const { section, line, kilometres } of lines) {
        const { pointDistance, totalDistance } = nearestPointOnLine(line, turfPoint([...place])).properties
        if (best && best.distance <= pointDistance) continue
        best = { road: section.road, share: totalDistance / kilometres, distance: pointDistance }
      }
      return best!
    },
    placeAt({ road, section, share }: ShareOfSection): LonLat {
      const { line, kilometres } = lines.find(
        (each) => each.section.road === road && each.section.sequence === section,
      )!
      const [x, y] = along(line, share * kilometres).geometry.coordinates
      return [x!, y!]
    },
  }
}

const pointOf = ([x, y]: LonLat) => sql`st_setsrid(st_makepoint(${x}::float8, ${y}::float8), 4326)`

/** The usual query: the nearest line by the index, then where along it. */
export async function postgisLocate(db: Database, place: LonLat): Promise<FoundRoad> {
  const { rows } = await sql<FoundRoad>`
    select road_code as road, st_linelocatepoint(geom, ${pointOf(place)}) as share
    from road_section where valid_to is null order by geom <-> ${pointOf(place)} limit 1`.execute(db)
  return rows[0]!
}

export async function postgisLocateBatch(db: Database, places: readonly LonLat[]): Promise<FoundRoad[]> {
  const given = JSON.stringify(places.map(([x, y]) => ({ x, y })))
  const { rows } = await sql<{ found: FoundRoad[] }>`
    select json_agg(json_build_object('road', road, 'share', share) order by n) as found
    from (
      select row_number() over () as n, st_setsrid(st_makepoint(x, y), 4326) as place
      from json_to_recordset(${given}::text::json) as given (x float8, y float8)) as asked
    cross join lateral (
      select road_code as road, st_linelocatepoint(geom, place) as share
      from road_section where valid_to is null order by geom <-> place limit 1) as nearest`.execute(db)
  return rows[0]!.found
}

export async function postgisPlacesAt(db: Database, shares: readonly ShareOfSection[]): Promise<LonLat[]> {
  const given = JSON.stringify(shares)
  const { rows } = await sql<{ found: LonLat[] }>`
    select json_agg(json_build_array(st_x(place), st_y(place)) order by n) as found
    from (
      select n, st_lineinterpolatepoint(geom, share) as place
      from (
        select row_number() over () as n, * from json_to_recordset(${given}::text::json)
          as given (road text, section integer, share float8)) as asked
      join road_section on road_code = road and sequence = section and valid_to is null) as placed`.execute(
    db,
  )
  return rows[0]!.found
}
