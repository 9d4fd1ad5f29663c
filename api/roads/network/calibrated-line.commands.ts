import type { Database, Trx } from '../../db/tables.ts'
import {
  areCalibratedLinesFresh,
  deleteCalibratedLines,
  insertCalibratedLines,
  stampCalibratedLines,
  type NewCalibratedLine,
} from './calibrated-line.queries.ts'
import { calibratedPieces } from './calibrated-pieces.ts'
import { listAnchors, listChainBreaks, listSections } from '../road-geometry.queries.ts'
import { buildRoadNetwork } from './road-network.ts'

async function linesOf(trx: Trx, road: string | undefined): Promise<NewCalibratedLine[]> {
  const sections = await listSections(trx, { road })
  const anchors = await listAnchors(trx, { road })
  const breaks = await listChainBreaks(trx, { road })
  const ids = new Map(sections.map((section) => [`${section.road}/${section.sequence}`, section.id]))
  const network = buildRoadNetwork(
    [...new Set(sections.map((section) => section.road))].map((code) => ({
      code,
      chainBreaks: breaks.filter((each) => each.road === code),
      sections: sections
        .filter((section) => section.road === code)
        .map((section) => ({
          ...section,
          anchors: anchors.filter((anchor) => anchor.road === code && anchor.section === section.sequence),
        })),
    })),
  )
  return network.sections.flatMap((section) =>
    calibratedPieces(section).map((vertices, piece) => ({
      sectionId: ids.get(`${section.road}/${section.sequence}`)!,
      road: section.road,
      section: section.sequence,
      carriageway: section.carriageway,
      piece,
      vertices,
    })),
  )
}

/**
 * Writes the calibrated lines of these roads anew, or of all. To be called in the transaction of every change
 * of a section, an anchor or a chain break; as a derived table it has no audit entry of its own.
 */
export async function refreshCalibratedLines(trx: Trx, roads?: readonly string[]): Promise<void> {
  if (roads?.length === 0) return
  await deleteCalibratedLines(trx, roads)
  for (const road of roads ?? [undefined]) await insertCalibratedLines(trx, await linesOf(trx, road))
  await stampCalibratedLines(trx)
}

/** At start: fills the table after a migration, and makes it anew where the geometry or the fitting has changed since. */
export async function ensureCalibratedLines(db: Database): Promise<boolean> {
  if (await areCalibratedLinesFresh(db)) return false
  await db.transaction().execute((trx) => refreshCalibratedLines(trx))
  return true
}
