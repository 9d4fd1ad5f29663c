import { sql } from 'kysely'
import type { Database } from '../../db/tables.ts'
import '../../audit/audit.table.ts'
import '../hazard-evidence.table.ts'

/** A record that shows a photo. */
export interface PhotoUse {
  readonly kind: 'hazard' | 'facility'
  readonly id: string
  readonly number: string
  readonly isDemo: boolean
  readonly mediaType: string
  readonly fileName: string
  /** Marked as masked and not withdrawn: a copy may go outside. */
  readonly mayGoOutside: boolean
}

export interface AskedUse {
  readonly sha256: string
  readonly hazard?: string | undefined
  readonly facility?: string | undefined
}

/** Each kind of record that shows photos has one. */
export type FindPhotoUse = (db: Database, asked: AskedUse) => Promise<PhotoUse | undefined>

/** The records of a kind that show a photo: the asked one first, then those where it stands, then the newest. */
export const usesAmong =
  (kind: 'hazard' | 'facility'): FindPhotoUse =>
  async (db, asked) => {
    const [owner, photos] = [sql.table(kind), sql.table(`${kind}_photo`)]
    const { rows } = await sql<PhotoUse>`
      select ${kind}::text as kind, owner.id, owner.number, owner.is_demo as "isDemo",
        file.media_type as "mediaType", photo.file_name as "fileName",
        photo.is_masked and photo.withdrawn_at is null as "mayGoOutside"
      from ${photos} photo
      join photo_file file on file.sha256 = photo.sha256
      join ${owner} owner on owner.id = photo.${sql.ref(`${kind}_id`)}
      where photo.sha256 = ${asked.sha256}
      order by (owner.id is not distinct from ${asked[kind] ?? null}::uuid) desc,
        (photo.is_masked and photo.withdrawn_at is null) desc, (photo.withdrawn_at is null) desc, photo.at desc, photo.id
      limit 1`.execute(db)
    return rows[0]
  }

export const findHazardPhotoUse = usesAmong('hazard')

export interface ReadingSince {
  readonly sha256: string
  readonly action: string
  readonly actorId: string
  readonly since: Date
}

export async function isReadingRecorded(
  db: Database,
  { sha256, action, actorId, since }: ReadingSince,
): Promise<boolean> {
  const entry = await db
    .selectFrom('audit_entry')
    .select('sequence')
    .where('object_type', '=', 'photo')
    .where('object_id', '=', sha256)
    .where('action', '=', action)
    .where('actor_id', '=', actorId)
    .where('at', '>=', since)
    .executeTakeFirst()
  return entry !== undefined
}

/** Every original on record, with the numbers of the records that show it. */
export async function listPhotoFiles(db: Database): Promise<{ sha256: string; shownBy: string[] }[]> {
  const { rows } = await sql<{ sha256: string; shownBy: string[] }>`
    select file.sha256,
      coalesce(json_agg(distinct shown.number) filter (where shown.number is not null), '[]') as "shownBy"
    from photo_file file
    left join (
      select sha256, number from hazard_photo join hazard on hazard.id = hazard_id
      union all
      select sha256, number from facility_photo join facility on facility.id = facility_id
    ) as shown on shown.sha256 = file.sha256
    group by file.sha256 order by file.sha256`.execute(db)
  return rows
}
