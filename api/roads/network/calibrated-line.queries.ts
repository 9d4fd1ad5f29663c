import { sql } from 'kysely'
import { newId } from '../../db/id.ts'
import type { Database, Trx } from '../../db/tables.ts'
import type { StakedVertex } from './calibrated-pieces.ts'
import type { Carriageway } from './road-network.ts'
import './calibrated-line.table.ts'

export interface NewCalibratedLine {
  readonly sectionId: string
  readonly road: string
  readonly section: number
  readonly carriageway: Carriageway
  readonly piece: number
  readonly vertices: readonly StakedVertex[]
}

const rowsPerStatement = 2000

/** Text keeps every digit of a double. */
const wellKnownText = (vertices: readonly StakedVertex[]) =>
  `LINESTRING M (${vertices.map((vertex) => vertex.join(' ')).join(',')})`

function packed({ vertices, ...line }: NewCalibratedLine) {
  const [from, to] = [vertices[0]!, vertices[vertices.length - 1]!]
  return {
    id: newId(),
    section_id: line.sectionId,
    road_code: line.road,
    section: line.section,
    carriageway: line.carriageway,
    piece: line.piece,
    from_stake: from[2],
    to_stake: to[2],
    line: wellKnownText(vertices),
  }
}

export async function deleteCalibratedLines(trx: Trx, roads: readonly string[] | undefined): Promise<void> {
  await trx
    .deleteFrom('calibrated_line')
    .$if(roads !== undefined, (query) => query.where('road_code', 'in', roads!))
    .execute()
}

export async function insertCalibratedLines(trx: Trx, lines: readonly NewCalibratedLine[]): Promise<void> {
  for (let start = 0; start < lines.length; start += rowsPerStatement) {
    const rows = JSON.stringify(lines.slice(start, start + rowsPerStatement).map(packed))
    await sql`
      insert into calibrated_line
        (id, section_id, road_code, section, carriageway, piece, from_stake, to_stake, geom)
      select id, section_id, road_code, section, carriageway, piece, from_stake, to_stake,
        st_geomfromtext(line, 4326)
      from json_to_recordset(${rows}::text::json) as given (id uuid, section_id uuid, road_code text,
        section integer, carriageway text, piece integer, from_stake float8, to_stake float8, line text)`.execute(
      trx,
    )
  }
}

/** Raised with every change of how lines are fitted or cut, so that an installation makes them anew. */
const fittingVersion = 1

/** Changes whenever a section, an anchor or a chain break is added or ended. */
const geometryStamp = (() => {
  const counted = (table: string) =>
    sql`count(*) || '/' || count(valid_to) || '/' || coalesce(max(created_at)::text, '') from ${sql.table(table)}`
  const parts = ['road_section', 'stake_anchor', 'chain_break'].map(
    (table) => sql`(select ${counted(table)})`,
  )
  return sql<string>`concat_ws(';', ${sql.lit(fittingVersion)}::text, ${sql.join(parts)})`
})()

const stampKey = 'calibratedLines'

export async function areCalibratedLinesFresh(db: Database): Promise<boolean> {
  const { rows } = await sql<{ fresh: boolean }>`
    select coalesce((select value #>> '{}' from installation where key = ${stampKey}) = ${geometryStamp}, false)
      as fresh`.execute(db)
  return rows[0]!.fresh
}

export async function stampCalibratedLines(trx: Trx): Promise<void> {
  await sql`
    insert into installation (key, value, updated_at) values (${stampKey}, to_jsonb(${geometryStamp}), now())
    on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`.execute(trx)
}
