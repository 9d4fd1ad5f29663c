import { recordChange } from '../audit/audit.commands.ts'
import type { Database, Trx } from '../db/tables.ts'
import { listChangesSince } from '../hazards/hazard-history.queries.ts'
import type { Acting } from '../http/acting.ts'
import { httpMessages } from '../http/http-messages.ts'
import { Conflict, NotFound, Unprocessable, type FieldError } from '../http/problem.ts'
import { refreshCalibratedLines } from '../roads/network/calibrated-line.commands.ts'
import { roadMessages } from '../roads/road-messages.ts'
import { findRoadWithGeometry } from '../roads/road.queries.ts'
import type { RoadWithGeometry } from '../roads/road.schema.ts'
import { lockRoad, raiseRoadVersion } from '../roads/road-section.queries.ts'
import { loadRoadTimeline, type RoadTimeline } from '../roads/road-timeline.queries.ts'
import { recordsFollow } from './records-follow.commands.ts'
import { roadEditingMessages } from './road-editing-messages.ts'
import type { ChangedRoad, MovedRecords } from './road-editing.schema.ts'

/** Which road, in the version that its editor saw. */
export interface SeenRoad {
  readonly code: string
  readonly version: number
}

export function refuseIfAny(
  errors: readonly FieldError[],
  extra: Readonly<Record<string, unknown>> = {},
): void {
  const [first] = errors
  if (!first) return
  const message = errors.length === 1 ? first.message : httpMessages.refusedValues(errors.length)
  throw new Unprocessable(message, errors, extra)
}

/** Locks the road and makes sure that its editor saw the present version. */
export async function takeRoad(trx: Trx, { code, version }: SeenRoad): Promise<RoadWithGeometry> {
  await lockRoad(trx, code)
  const road = await findRoadWithGeometry(trx, code)
  if (!road) throw new NotFound(roadMessages.unknownRoad(code))
  if (road.version === version) return road
  const changes = await listChangesSince(trx, 'road', code, version)
  throw new Conflict(roadEditingMessages.stale(changes), [], { version: road.version, changes })
}

export interface RoadChange {
  readonly action: string
  readonly reason: string
  readonly before?: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

/** The new version and its audit entry, in the transaction of the change. */
export async function recordRoadChange(
  trx: Trx,
  road: RoadWithGeometry,
  change: RoadChange,
  acting: Acting,
): Promise<void> {
  await recordRaised(trx, road, await raised(trx, road, acting), change, acting)
}

const raised = (trx: Trx, { code }: RoadWithGeometry, { actor, at }: Acting) =>
  raiseRoadVersion(trx, code, { at, by: actor.id })

async function recordRaised(
  trx: Trx,
  road: RoadWithGeometry,
  version: number,
  { action, reason, before, after }: RoadChange,
  { actor, at }: Acting,
): Promise<void> {
  await recordChange(trx, actor, {
    action,
    objectType: 'road',
    objectId: road.code,
    before: { version: road.version, ...before },
    after: { version, ...after },
    reason,
    at,
  })
}

export interface LineChange extends RoadChange {
  /** From this day on, records are placed by the new line. */
  readonly since: string
}

export interface Redrawn {
  /** As it was before the change. */
  readonly timeline: RoadTimeline
  readonly since: string
}

/** The calibrated line is made anew, and the records that lie by their stake go along with it. */
export async function settleLine(
  trx: Trx,
  { timeline, since }: Redrawn,
  { actor, at }: Acting,
): Promise<MovedRecords> {
  await refreshCalibratedLines(trx, [timeline.road])
  const after = await loadRoadTimeline(trx, timeline.road)
  return recordsFollow(trx, actor, { lines: { before: timeline, after }, since, at })
}

/**
 * Every change of a line goes this way: `change` refuses or writes its rows and says what it did; then come the version,
 * the calibrated line, the records that follow, and the entry. The entry comes last: it holds the audit trail, for which
 * whoever holds one of those records may be waiting.
 */
export function changeLine(
  db: Database,
  seen: SeenRoad,
  acting: Acting,
  change: (trx: Trx, road: RoadWithGeometry) => Promise<LineChange>,
): Promise<ChangedRoad> {
  return db.transaction().execute(async (trx) => {
    const road = await takeRoad(trx, seen)
    const timeline = await loadRoadTimeline(trx, road.code)
    const changed = await change(trx, road)
    const version = await raised(trx, road, acting)
    const moved = await settleLine(trx, { timeline, since: changed.since }, acting)
    await recordRaised(trx, road, version, changed, acting)
    return { road: (await findRoadWithGeometry(trx, road.code))!, moved }
  })
}
