import { recordChange } from '../audit/audit.commands.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { endSections, insertSection, type NewSection } from './road-section.queries.ts'

export interface NewGeometry {
  readonly road: string
  readonly sections: readonly NewSection[]
  readonly reason: string
  readonly at: Date
}

/** A day of the banner, whatever the machine's zone. */
export function bannerDay(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at)
}

export async function replaceGeometryWithin(
  trx: Trx,
  actor: Actor,
  { road, sections, reason, at }: NewGeometry,
): Promise<void> {
  const today = bannerDay(at)
  await endSections(trx, road, today)
  for (const section of sections) await insertSection(trx, section, today, { at, by: actor.id })
  await recordChange(trx, actor, {
    action: 'road.replaceGeometry',
    objectType: 'road',
    objectId: road,
    after: sections.map(({ id, sequence, fromStake, toStake, source }) => ({
      id,
      sequence,
      fromStake,
      toStake,
      source,
    })),
    reason,
    at,
  })
}

/** Gives a road a new line. The former sections and anchors are kept with their last day; stakes stay what they were. */
export function replaceRoadGeometry(db: Database, actor: Actor, geometry: NewGeometry): Promise<void> {
  return db.transaction().execute((trx) => replaceGeometryWithin(trx, actor, geometry))
}
