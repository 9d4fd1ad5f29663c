import { sql } from 'kysely'
import { geometryOf, pointGeometry } from '../db/postgis.ts'
import type { Trx } from '../db/tables.ts'
import './road.table.ts'

export interface Stamp {
  readonly at: Date
  readonly by: string
}

export interface NewSection {
  readonly id: string
  readonly road: string
  readonly sequence: number
  readonly fromStake: number
  readonly toStake: number
  readonly line: { readonly type: 'LineString'; readonly coordinates: [number, number][] }
  readonly source: string
  readonly qualityNote: string
  readonly anchors: readonly NewAnchor[]
}

export interface NewAnchor {
  readonly id: string
  readonly stake: number
  readonly point: readonly [number, number]
  readonly method: 'surveyed' | 'imagery' | 'interpolated'
  readonly note: string | null
}

export async function insertSection(
  trx: Trx,
  section: NewSection,
  validFrom: string,
  { at, by }: Stamp,
): Promise<void> {
  const life = { valid_from: validFrom, created_at: at, created_by: by }
  await trx
    .insertInto('road_section')
    .values({
      id: section.id,
      road_code: section.road,
      sequence: section.sequence,
      from_stake: section.fromStake,
      to_stake: section.toStake,
      geom: geometryOf(section.line),
      source: section.source,
      quality_note: section.qualityNote,
      ...life,
    })
    .execute()
  if (section.anchors.length === 0) return
  const anchors = section.anchors.map(({ id, stake, point, method, note }) => ({
    id,
    section_id: section.id,
    stake,
    geom: pointGeometry(point[0], point[1]),
    method,
    note,
    ...life,
  }))
  await trx.insertInto('stake_anchor').values(anchors).execute()
}

/** The old line stays, with the day it ended. */
export async function endSections(trx: Trx, road: string, validTo: string): Promise<void> {
  const ended = trx
    .selectFrom('road_section')
    .select('id')
    .where('road_code', '=', road)
    .where('valid_to', 'is', null)
  await trx
    .updateTable('stake_anchor')
    .set({ valid_to: validTo })
    .where('valid_to', 'is', null)
    .where('section_id', 'in', ended)
    .execute()
  await trx
    .updateTable('road_section')
    .set({ valid_to: validTo })
    .where('road_code', '=', road)
    .where('valid_to', 'is', null)
    .execute()
}

export interface SectionOrigin {
  readonly road: string
  readonly by: string
  readonly sequence: number
  readonly coordinates: number[][]
}

export async function listSectionOrigins(trx: Trx): Promise<SectionOrigin[]> {
  const rows = await trx
    .selectFrom('road_section')
    .select(['road_code as road', 'created_by as by', 'sequence'])
    .select(sql<{ coordinates: number[][] }>`st_asgeojson(geom, 7)::json`.as('line'))
    .where('valid_to', 'is', null)
    .orderBy('road_code')
    .orderBy('sequence')
    .execute()
  return rows.map(({ line, ...row }) => ({ ...row, coordinates: line.coordinates }))
}
