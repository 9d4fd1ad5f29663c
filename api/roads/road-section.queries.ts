import { sql } from 'kysely'
import { geometryOf, pointGeometry } from '../db/postgis.ts'
import type { Trx } from '../db/tables.ts'
import type { Carriageway } from './road.schema.ts'
import './road.table.ts'

export interface Stamp {
  readonly at: Date
  readonly by: string
}

export interface NewSection {
  readonly id: string
  readonly road: string
  readonly sequence: number
  readonly carriageway?: Carriageway
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

export interface NewChainBreak {
  readonly id: string
  readonly atStake: number
  readonly jump: number
  readonly note: string | null
}

export async function insertAnchors(
  trx: Trx,
  sectionId: string,
  anchors: readonly NewAnchor[],
  validFrom: string,
  { at, by }: Stamp,
): Promise<void> {
  if (anchors.length === 0) return
  const rows = anchors.map(({ id, stake, point, method, note }) => ({
    id,
    section_id: sectionId,
    stake,
    geom: pointGeometry(point[0], point[1]),
    method,
    note,
    valid_from: validFrom,
    created_at: at,
    created_by: by,
  }))
  await trx.insertInto('stake_anchor').values(rows).execute()
}

export async function insertSection(
  trx: Trx,
  section: NewSection,
  validFrom: string,
  stamp: Stamp,
): Promise<void> {
  await trx
    .insertInto('road_section')
    .values({
      id: section.id,
      road_code: section.road,
      sequence: section.sequence,
      carriageway: section.carriageway ?? 'both',
      from_stake: section.fromStake,
      to_stake: section.toStake,
      geom: geometryOf(section.line),
      source: section.source,
      quality_note: section.qualityNote,
      valid_from: validFrom,
      created_at: stamp.at,
      created_by: stamp.by,
    })
    .execute()
  await insertAnchors(trx, section.id, section.anchors, validFrom, stamp)
}

export async function insertChainBreak(
  trx: Trx,
  road: string,
  { id, atStake, jump, note }: NewChainBreak,
  validFrom: string,
  { at, by }: Stamp,
): Promise<void> {
  const row = { id, road_code: road, at_stake: atStake, jump, note }
  await trx
    .insertInto('chain_break')
    .values({ ...row, valid_from: validFrom, created_at: at, created_by: by })
    .execute()
}

/** What began after the day on which it ends never held. */
const lastDay = (day: string) => sql<string>`greatest(valid_from, ${day}::date)`

export async function endRow(
  trx: Trx,
  table: 'stake_anchor' | 'chain_break',
  id: string,
  validTo: string,
): Promise<void> {
  await trx
    .updateTable(table)
    .set({ valid_to: lastDay(validTo) })
    .where('id', '=', id)
    .where('valid_to', 'is', null)
    .execute()
}

/** The old lines and their anchors stay, with the day they ended; gives the ids of all that ended. */
export async function endSections(
  trx: Trx,
  road: string,
  validTo: string,
  sequence?: number,
): Promise<string[]> {
  const sections = await trx
    .updateTable('road_section')
    .set({ valid_to: lastDay(validTo) })
    .where('road_code', '=', road)
    .where('valid_to', 'is', null)
    .$if(sequence !== undefined, (query) => query.where('sequence', '=', sequence!))
    .returning('id')
    .execute()
  if (sections.length === 0) return []
  const anchors = await trx
    .updateTable('stake_anchor')
    .set({ valid_to: lastDay(validTo) })
    .where('valid_to', 'is', null)
    .where(
      'section_id',
      'in',
      sections.map(({ id }) => id),
    )
    .returning('id')
    .execute()
  return [...sections, ...anchors].map(({ id }) => id)
}

export interface SectionOrigin {
  readonly road: string
  readonly by: string
  readonly sequence: number
  /** Somebody else than its drawer gave it an anchor. */
  readonly isCalibrated: boolean
  readonly coordinates: number[][]
}

export async function listSectionOrigins(trx: Trx): Promise<SectionOrigin[]> {
  const rows = await trx
    .selectFrom('road_section')
    .select(['road_code as road', 'created_by as by', 'sequence'])
    .select(
      sql<boolean>`exists (select 1 from stake_anchor as anchor where anchor.section_id = road_section.id
        and anchor.created_by <> road_section.created_by)`.as('isCalibrated'),
    )
    .select(sql<{ coordinates: number[][] }>`st_asgeojson(geom, 7)::json`.as('line'))
    .where('valid_to', 'is', null)
    .orderBy('road_code')
    .orderBy('sequence')
    .execute()
  return rows.map(({ line, ...row }) => ({ ...row, coordinates: line.coordinates }))
}

/** Waits for whoever changes the road at this moment; false where there is none. */
export async function lockRoad(trx: Trx, code: string): Promise<boolean> {
  const row = await trx
    .selectFrom('road')
    .select('id')
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Whoever looks at the road sees that it changed; gives the new version. */
export async function raiseRoadVersion(trx: Trx, code: string, { at, by }: Stamp): Promise<number> {
  const row = await trx
    .updateTable('road')
    .set({ version: sql`version + 1`, updated_at: at, updated_by: by })
    .where('code', '=', code)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}
