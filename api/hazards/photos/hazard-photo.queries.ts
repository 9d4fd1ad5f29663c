import { sql, type RawBuilder } from 'kysely'
import { geoJson } from '../../db/postgis.ts'
import type { Database, Trx } from '../../db/tables.ts'
import { toWgs84 } from '../../roads/coordinates/coordinates.ts'
import '../hazard-evidence.table.ts'
import type { PhotoFinding, PhotoGround } from './photo-findings.ts'
import type { PhotoStage } from './photo-stages.ts'

/** A photo of a hazard with everything its findings rest on. */
export interface PhotoRow extends Omit<PhotoGround, 'hasPoint' | 'metresAsGcj02'> {
  readonly id: string
  readonly hazardId: string
  readonly sha256: string
  readonly fileName: string
  readonly caption: string | null
  readonly mediaType: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly takenPoint: { readonly type: 'Point'; readonly coordinates: [number, number] } | null
  readonly camera: string | null
  readonly isMasked: boolean
  readonly at: Date
  readonly actorId: string
  readonly actorName: string
  readonly withdrawnAt: Date | null
  readonly withdrawnReason: string | null
}

const columns = sql`
  photo.id, photo.hazard_id as "hazardId", photo.stage, photo.sha256, photo.file_name as "fileName", photo.caption,
  file.media_type as "mediaType", file.bytes, file.width, file.height, file.taken_at as "takenAt",
  ${geoJson('file.taken_point')} as "takenPoint", file.camera, photo.is_masked as "isMasked", photo.at,
  photo.actor_id as "actorId", photo.actor_name as "actorName", photo.withdrawn_at as "withdrawnAt",
  photo.withdrawn_reason as "withdrawnReason", hazard.found_at as "foundAt",
  st_distance(hazard.geom::geography, file.taken_point::geography) as metres,
  (select min(at) from hazard_transition where hazard_id = hazard.id and to_status = 40) as "remedyBeganAt",
  coalesce((
    select json_agg(distinct other.display_number order by other.display_number)
    from hazard_photo twin join hazard other on other.id = twin.hazard_id
    where twin.sha256 = photo.sha256 and twin.hazard_id <> photo.hazard_id and twin.withdrawn_at is null
  ), '[]') as "otherHazards"`

async function listRows(db: Database, condition: RawBuilder<unknown>): Promise<PhotoRow[]> {
  const { rows } = await sql<PhotoRow>`
    select ${columns} from hazard_photo photo
    join photo_file file on file.sha256 = photo.sha256
    join hazard on hazard.id = photo.hazard_id
    where ${condition} order by photo.at, photo.id`.execute(db)
  return rows
}

/** Of some hazards, the withdrawn ones too: they stay in the trail. */
export const listPhotosOf = async (db: Database, hazardIds: readonly string[]): Promise<PhotoRow[]> =>
  hazardIds.length === 0 ? [] : listRows(db, sql`photo.hazard_id in (${sql.join(hazardIds)})`)

export async function findPhoto(db: Database, hazardId: string, id: string): Promise<PhotoRow | undefined> {
  const [row] = await listRows(db, sql`photo.id = ${id} and photo.hazard_id = ${hazardId}`)
  return row
}

export async function findPhotoHazard(db: Database, id: string): Promise<string | undefined> {
  const row = await db.selectFrom('hazard_photo').select('hazard_id').where('id', '=', id).executeTakeFirst()
  return row?.hazard_id
}

/** The photo of these bytes that stands; at most one for each stage. */
export async function findStandingPhoto(
  db: Database,
  hazardId: string,
  stage: PhotoStage,
  sha256: string,
): Promise<PhotoRow | undefined> {
  const same = sql`photo.hazard_id = ${hazardId} and photo.stage = ${stage} and photo.sha256 = ${sha256}`
  const [row] = await listRows(db, sql`${same} and photo.withdrawn_at is null`)
  return row
}

export interface PhotoOfRecord {
  readonly id: string
  readonly recordId: string
  readonly takenPoint: PhotoRow['takenPoint']
}

/** For photos that do not fit as WGS 84: how far they were, had the phone written GCJ-02. By photo id. */
export async function distancesAsGcj02(
  db: Database,
  table: 'hazard' | 'facility',
  rows: readonly PhotoOfRecord[],
): Promise<ReadonlyMap<string, number | null>> {
  const asked = rows.flatMap(({ id, recordId, takenPoint }) => {
    if (!takenPoint) return []
    const [longitude, latitude] = toWgs84(takenPoint.coordinates, 'gcj02')
    return [{ id, record: recordId, longitude, latitude }]
  })
  if (asked.length === 0) return new Map()
  const { rows: measured } = await sql<{ id: string; metres: number | null }>`
    select asked.id, st_distance(record.geom::geography,
      st_setsrid(st_makepoint(asked.longitude, asked.latitude), 4326)::geography) as metres
    from json_to_recordset(${JSON.stringify(asked)}::text::json)
      as asked(id uuid, record uuid, longitude float8, latitude float8)
    join ${sql.table(table)} as record on record.id = asked.record`.execute(db)
  return new Map(measured.map(({ id, metres }) => [id, metres]))
}

export async function countStandingPhotos(db: Database, hazardId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from hazard_photo
    where hazard_id = ${hazardId} and withdrawn_at is null`.execute(db)
  return rows[0]?.count ?? 0
}

export interface NewPhotoFile {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly takenAt: string | undefined
  readonly point: readonly [number, number] | undefined
  readonly camera: string | undefined
  readonly at: Date
}

export async function insertPhotoFile(trx: Trx, file: NewPhotoFile): Promise<void> {
  const [longitude = null, latitude = null] = file.point ?? []
  await sql`
    insert into photo_file (sha256, media_type, bytes, width, height, taken_at, taken_point, camera, stored_at)
    values (${file.sha256}, ${file.mediaType}, ${file.bytes}, ${file.width}, ${file.height},
      ${file.takenAt ?? null}::timestamptz, st_setsrid(st_makepoint(${longitude}::float8, ${latitude}::float8), 4326),
      ${file.camera ?? null}, ${file.at})
    on conflict (sha256) do nothing`.execute(trx)
}

export interface NewPhoto {
  readonly id: string
  readonly hazardId: string
  readonly stage: PhotoStage
  readonly sha256: string
  readonly fileName: string
  readonly caption: string | null
  readonly at: Date
  readonly actorId: string
  readonly actorName: string
}

export async function insertPhoto(trx: Trx, photo: NewPhoto): Promise<void> {
  const { id, stage, sha256, caption, at } = photo
  await trx
    .insertInto('hazard_photo')
    .values({
      id,
      hazard_id: photo.hazardId,
      stage,
      sha256,
      file_name: photo.fileName,
      caption,
      findings: '[]',
      at,
      actor_id: photo.actorId,
      actor_name: photo.actorName,
    })
    .execute()
}

/** As they were when the photo came; what is shown is worked out anew at each reading. */
export async function updateFindings(trx: Trx, id: string, findings: readonly PhotoFinding[]): Promise<void> {
  await trx
    .updateTable('hazard_photo')
    .set({ findings: JSON.stringify(findings) })
    .where('id', '=', id)
    .execute()
}

export async function updateMask(trx: Trx, id: string, isMasked: boolean): Promise<void> {
  await trx.updateTable('hazard_photo').set({ is_masked: isMasked }).where('id', '=', id).execute()
}

export async function updateWithdrawal(
  trx: Trx,
  id: string,
  { actorId, reason, at }: { actorId: string; reason: string; at: Date },
): Promise<void> {
  await trx
    .updateTable('hazard_photo')
    .set({ withdrawn_at: at, withdrawn_by: actorId, withdrawn_reason: reason })
    .where('id', '=', id)
    .execute()
}
