import type { Database } from '../../db/tables.ts'
import { farAwayMetres, photoFindings, type PhotoFinding } from './photo-findings.ts'
import { distancesAsGcj02, listPhotosOf, type PhotoRow } from './hazard-photo.queries.ts'
import type { HazardPhoto } from './hazard-photo.schema.ts'

export interface JudgedPhoto extends PhotoRow {
  readonly findings: readonly PhotoFinding[]
}

/** Against the place and the days the hazard has at this moment: both may have been corrected since the photo came. */
export async function judgePhotos(db: Database, rows: readonly PhotoRow[]): Promise<JudgedPhoto[]> {
  const doubtful = rows.filter(({ metres }) => (metres ?? 0) > farAwayMetres)
  const asked = doubtful.map((row) => ({ ...row, recordId: row.hazardId }))
  const asGcj02 = await distancesAsGcj02(db, 'hazard', asked)
  return rows.map((row) => ({
    ...row,
    findings: photoFindings({
      ...row,
      hasPoint: row.takenPoint !== null,
      metresAsGcj02: asGcj02.get(row.id) ?? null,
    }),
  }))
}

/** Of any number of hazards at once, for the inspection's screen. */
export const listJudgedPhotos = async (db: Database, hazardIds: readonly string[]): Promise<JudgedPhoto[]> =>
  judgePhotos(db, await listPhotosOf(db, hazardIds))

export function photoView(photo: JudgedPhoto): HazardPhoto {
  const { metres: _, foundAt: _found, remedyBeganAt: _began, otherHazards: _others, ...shown } = photo
  return {
    ...shown,
    findings: [...photo.findings],
    takenAt: photo.takenAt?.toISOString() ?? null,
    at: photo.at.toISOString(),
    withdrawnAt: photo.withdrawnAt?.toISOString() ?? null,
  }
}
