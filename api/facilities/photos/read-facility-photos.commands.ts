import type { Database } from '../../db/tables.ts'
import { distancesAsGcj02 } from '../../hazards/photos/hazard-photo.queries.ts'
import { farAwayMetres, photoFindings, type PhotoFinding } from '../../hazards/photos/photo-findings.ts'
import { listFacilityPhotoRows, type FacilityPhotoRow } from './facility-photo.queries.ts'
import type { FacilityPhoto } from './facility-photo.schema.ts'

export interface JudgedFacilityPhoto extends FacilityPhotoRow {
  readonly findings: readonly PhotoFinding[]
}

/** Of what stood there before it was ever inspected, any time will do. */
const anyTime = new Date(0)

/** By the rules for hazards: the place of the facility, and the time of the inspection. */
export async function judgeFacilityPhotos(
  db: Database,
  rows: readonly FacilityPhotoRow[],
): Promise<JudgedFacilityPhoto[]> {
  const doubtful = rows.filter(({ metres }) => (metres ?? 0) > farAwayMetres)
  const asked = doubtful.map((row) => ({ ...row, recordId: row.facilityId }))
  const asGcj02 = await distancesAsGcj02(db, 'facility', asked)
  return rows.map((row) => ({
    ...row,
    findings: photoFindings({
      stage: 'found',
      takenAt: row.takenAt,
      hasPoint: row.takenPoint !== null,
      metres: row.metres,
      metresAsGcj02: asGcj02.get(row.id) ?? null,
      foundAt: row.inspectedAt ?? anyTime,
      remedyBeganAt: null,
      otherHazards: row.others,
    }),
  }))
}

export const listFacilityPhotos = async (db: Database, facilityId: string): Promise<JudgedFacilityPhoto[]> =>
  judgeFacilityPhotos(db, await listFacilityPhotoRows(db, facilityId))

export function facilityPhotoView(photo: JudgedFacilityPhoto): FacilityPhoto {
  const { metres: _metres, inspectedAt: _at, others: _others, ...shown } = photo
  return {
    ...shown,
    findings: [...photo.findings],
    takenAt: photo.takenAt?.toISOString() ?? null,
    at: photo.at.toISOString(),
    withdrawnAt: photo.withdrawnAt?.toISOString() ?? null,
  }
}
