import { recordChange } from '../audit/audit.commands.ts'
import type { Trx } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { listSections } from './road-geometry.queries.ts'
import { endSections, insertSection, raiseRoadVersion, type NewSection } from './road-section.queries.ts'
import { latestDay } from './validity.ts'

export interface NewGeometry {
  readonly road: string
  readonly sections: readonly NewSection[]
  readonly reason: string
  readonly at: Date
  /** The day from which the road itself runs otherwise; left out, the old drawing was less good and the new one holds as long. */
  readonly validFrom?: string | undefined
}

export interface Redrawn {
  readonly began: readonly string[]
  readonly ended: readonly string[]
  readonly since: string
}

/** Ends the lines that hold and begins the new ones; their audit entry is the caller's. */
export async function redrawWithin(
  trx: Trx,
  actor: Actor,
  { road, sections, at, validFrom }: Omit<NewGeometry, 'reason'>,
): Promise<Redrawn> {
  const current = await listSections(trx, { road })
  const since = validFrom ?? latestDay(current.map((section) => section.validFrom))
  const ended = await endSections(trx, road, since)
  for (const section of sections) await insertSection(trx, section, since, { at, by: actor.id })
  const began = sections.flatMap(({ id, anchors }) => [id, ...anchors.map((anchor) => anchor.id)])
  return { began, ended, since }
}

export const sectionFacts = ({ sequence, carriageway, fromStake, toStake, source, line }: NewSection) => ({
  sequence,
  carriageway: carriageway ?? 'both',
  fromStake,
  toStake,
  source,
  vertices: line.coordinates.length,
})

/** Gives a road a new line. The former sections and anchors are kept; stakes stay what they were. */
export async function replaceGeometryWithin(trx: Trx, actor: Actor, geometry: NewGeometry): Promise<Redrawn> {
  const { road, sections, reason, at } = geometry
  const redrawn = await redrawWithin(trx, actor, geometry)
  const version = await raiseRoadVersion(trx, road, { at, by: actor.id })
  await recordChange(trx, actor, {
    action: 'road.replaceGeometry',
    objectType: 'road',
    objectId: road,
    after: { version, sections: sections.map(sectionFacts), ...redrawn },
    reason,
    at,
  })
  return redrawn
}
