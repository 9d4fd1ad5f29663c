import { sql, type Insertable, type RawBuilder } from 'kysely'
import { geoJson } from '../../db/postgis.ts'
import type { Database, Trx } from '../../db/tables.ts'
import type { PhotoRow } from '../../hazards/photos/hazard-photo.queries.ts'
import { usesAmong } from '../../hazards/photos/photo-file.queries.ts'
import type { FacilityPhotoTable } from './facility-photo.table.ts'
import './facility-photo.table.ts'

/** A photo of a facility with everything its findings rest on. */
export interface FacilityPhotoRow extends Omit<
  PhotoRow,
  'hazardId' | 'stage' | 'foundAt' | 'remedyBeganAt' | 'otherHazards'
> {
  readonly facilityId: string
  readonly inspectionId: string | null
  readonly inspectedAt: Date | null
  /** Numbers of the facilities that show the same bytes, this one too where it is of another inspection. */
  readonly others: readonly string[]
}

async function listRows(db: Database, condition: RawBuilder<unknown>): Promise<FacilityPhotoRow[]> {
  const { rows } = await sql<FacilityPhotoRow>`
    select photo.id, photo.facility_id as "facilityId", photo.inspection_id as "inspectionId", photo.sha256,
      photo.file_name as "fileName", photo.caption, file.media_type as "mediaType", file.bytes, file.width, file.height,
      file.taken_at as "takenAt", ${geoJson('file.taken_point')} as "takenPoint", file.camera,
      photo.is_masked as "isMasked", photo.at, photo.actor_id as "actorId", photo.actor_name as "actorName",
      photo.withdrawn_at as "withdrawnAt", photo.withdrawn_reason as "withdrawnReason", inspection.at as "inspectedAt",
      st_distance(facility.geom::geography, file.taken_point::geography) as metres,
      coalesce((
        select json_agg(distinct other.number order by other.number)
        from facility_photo twin join facility other on other.id = twin.facility_id
        where twin.sha256 = photo.sha256 and twin.id <> photo.id and twin.withdrawn_at is null
      ), '[]') as others
    from facility_photo photo
    join photo_file file on file.sha256 = photo.sha256
    join facility on facility.id = photo.facility_id
    left join facility_inspection inspection on inspection.id = photo.inspection_id
    where ${condition} order by photo.at, photo.id`.execute(db)
  return rows
}

/** The withdrawn ones too: they stay in the record. */
export const listFacilityPhotoRows = (db: Database, facilityId: string): Promise<FacilityPhotoRow[]> =>
  listRows(db, sql`photo.facility_id = ${facilityId}`)

export async function findFacilityPhoto(
  db: Database,
  facilityId: string,
  id: string,
): Promise<FacilityPhotoRow | undefined> {
  const [row] = await listRows(db, sql`photo.id = ${id} and photo.facility_id = ${facilityId}`)
  return row
}

/** The photo of these bytes that stands at the same inspection; at most one. */
export async function findStandingFacilityPhoto(
  db: Database,
  facilityId: string,
  inspectionId: string | undefined,
  sha256: string,
): Promise<FacilityPhotoRow | undefined> {
  const [row] = await listRows(
    db,
    sql`photo.facility_id = ${facilityId} and photo.sha256 = ${sha256} and photo.withdrawn_at is null
      and photo.inspection_id is not distinct from ${inspectionId ?? null}::uuid`,
  )
  return row
}

export const isFacilityPhotoId = async (db: Database, id: string): Promise<boolean> =>
  (await db.selectFrom('facility_photo').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

export async function countStandingFacilityPhotos(db: Database, facilityId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from facility_photo
    where facility_id = ${facilityId} and withdrawn_at is null`.execute(db)
  return rows[0]?.count ?? 0
}

export const insertFacilityPhoto = async (trx: Trx, row: Insertable<FacilityPhotoTable>) =>
  void (await trx.insertInto('facility_photo').values(row).execute())

export async function updateFacilityPhoto(
  trx: Trx,
  id: string,
  change: Partial<
    Pick<FacilityPhotoRow, 'isMasked'> & { withdrawn: { at: Date; actorId: string; reason: string } }
  >,
): Promise<void> {
  const { isMasked, withdrawn } = change
  await trx
    .updateTable('facility_photo')
    .set({
      ...(isMasked === undefined ? {} : { is_masked: isMasked }),
      ...(withdrawn
        ? {
            withdrawn_at: withdrawn.at,
            withdrawn_by: withdrawn.actorId,
            withdrawn_reason: withdrawn.reason,
          }
        : {}),
    })
    .where('id', '=', id)
    .execute()
}

/** In the order in which hazards show theirs. */
export const findFacilityPhotoUse = usesAmong('facility')
