import { listStakedAccidents, moveStakedAccidents } from '../accidents/accident-follow.queries.ts'
import { recordChange } from '../audit/audit.commands.ts'
import type { Trx } from '../db/tables.ts'
import { listStakedFacilities, moveStakedFacilities } from '../facilities/facility-follow.queries.ts'
import { listStakedHazards, moveStakedHazards } from '../hazards/hazard-follow.queries.ts'
import type { Actor } from '../http/actor.ts'
import type { LonLat } from '../roads/network/geodesy.ts'
import { buildRoadNetwork } from '../roads/network/road-network.ts'
import type { RoadTimeline } from '../roads/road-timeline.queries.ts'
import type { FollowedPoint, StakedPoint } from '../roads/staked-point.ts'
import { heldOn } from '../roads/validity.ts'
import {
  besideWithin,
  distanceFromStake,
  followPoint,
  followStretch,
  type ChangedLine,
} from './follow-stake.ts'
import type { MovedRecords } from './road-editing.schema.ts'

/** Of one statement: a few hundred lines are a message that both homes take easily. */
const rowsPerStatement = 500

function inBatches<T>(rows: readonly T[]): T[][] {
  const starts = Array.from(
    { length: Math.ceil(rows.length / rowsPerStatement) },
    (_, i) => i * rowsPerStatement,
  )
  return starts.map((start) => rows.slice(start, start + rowsPerStatement))
}

/** A road through the years, before a change and after it. */
export interface ChangedTimeline {
  readonly before: RoadTimeline
  readonly after: RoadTimeline
}

const nothing = buildRoadNetwork([])

/** A record lies by the posts of its day, whatever stands there now. */
function lineOn({ before, after }: ChangedTimeline, day: string): ChangedLine {
  return {
    road: after.road,
    before: heldOn(before.epochs, day)?.network ?? nothing,
    after: heldOn(after.epochs, day)?.network ?? nothing,
  }
}

const isSame = (a: LonLat | null, b: LonLat | null) => a?.[0] === b?.[0] && a?.[1] === b?.[1]

function movedPoints(lines: ChangedTimeline, records: readonly StakedPoint[]): FollowedPoint[] {
  return records.flatMap(({ id, stake, point, day }) => {
    const followed = followPoint(lineOn(lines, day), stake, point)
    return isSame(followed, point) ? [] : [{ id, point: followed }]
  })
}

async function moveAccidents(trx: Trx, lines: ChangedTimeline, since: string): Promise<number> {
  const moved = movedPoints(lines, await listStakedAccidents(trx, lines.after.road, since))
  for (const batch of inBatches(moved)) await moveStakedAccidents(trx, batch)
  return moved.length
}

async function moveHazards(trx: Trx, lines: ChangedTimeline, since: string): Promise<number> {
  const staked = await listStakedHazards(trx, lines.after.road, since)
  const followed = staked.map(({ id, fromStake, toStake, day }) => ({
    id,
    geometry: followStretch(lineOn(lines, day), fromStake, toStake),
  }))
  let moved = 0
  for (const batch of inBatches(followed)) moved += await moveStakedHazards(trx, batch)
  return moved
}

/** A facility does not say how it was placed: one far from the place of its stake was placed by its point. */
const isByStake = (lines: ChangedTimeline, { stake, point, day }: StakedPoint) =>
  point === null || distanceFromStake(lineOn(lines, day), stake, point) <= besideWithin

async function moveFacilities(trx: Trx, lines: ChangedTimeline, since: string): Promise<number> {
  const all = await listStakedFacilities(trx, lines.after.road, since)
  const moved = movedPoints(
    lines,
    all.filter((one) => isByStake(lines, one)),
  )
  for (const batch of inBatches(moved)) await moveStakedFacilities(trx, batch)
  return moved.length
}

export interface Following {
  readonly lines: ChangedTimeline
  /** The change holds from this day on: records of an earlier one cannot move. */
  readonly since: string
  readonly at: Date
}

/** Whatever is placed by its stake goes along with the line; what is placed by a coordinate keeps point and stake. */
export async function recordsFollow(
  trx: Trx,
  actor: Actor,
  { lines, since, at }: Following,
): Promise<MovedRecords> {
  const moved = {
    accidents: await moveAccidents(trx, lines, since),
    hazards: await moveHazards(trx, lines, since),
    facilities: await moveFacilities(trx, lines, since),
  }
  if (moved.accidents + moved.hazards + moved.facilities === 0) return moved
  await recordChange(trx, actor, {
    action: 'road.recordsFollow',
    objectType: 'road',
    objectId: lines.after.road,
    after: { ...moved, since },
    at,
  })
  return moved
}
