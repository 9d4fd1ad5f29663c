import { parseCsv } from 'hucre/csv'
import { recordChange } from '../../audit/audit.commands.ts'
import { newId } from '../../db/id.ts'
import type { Database, Trx } from '../../db/tables.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, NotFound, Unprocessable, type FieldError } from '../../http/problem.ts'
import { listRoads } from '../../roads/road.queries.ts'
import type { Road } from '../../roads/road.schema.ts'
import { readStakeParameter } from '../../roads/stakes/stake-parameter.ts'
import { trafficMessages } from './traffic-messages.ts'
import { readVolumes } from './traffic-volume-file.ts'
import {
  deleteTrafficVolume,
  findOverlap,
  findTrafficVolume,
  lockRoads,
  upsertTrafficVolume,
  volumeView,
} from './traffic-volume.queries.ts'
import type { NewTrafficVolume, TrafficVolume } from './traffic-volume.schema.ts'

type Placed = Omit<TrafficVolume, 'stakeText'>

function stakeOf(value: number | string, road: Road): number | undefined {
  if (typeof value === 'number') return value
  const parsed = readStakeParameter(value, { road: road.code })
  return parsed.ok && !parsed.reading.ambiguous ? parsed.reading.from : undefined
}

/** Where the volume lies on its road, in growing stakes; or what has to be corrected. */
function place(id: string, body: NewTrafficVolume, roads: readonly Road[]): Placed | FieldError {
  const road = roads.find(({ code }) => code === body.road)
  if (!road) return { path: 'road', message: trafficMessages.unknownRoad(body.road) }
  const stakes: number[] = []
  for (const path of ['fromStake', 'toStake'] as const) {
    const stake = stakeOf(body[path], road)
    if (stake === undefined) return { path, message: trafficMessages.unreadableStake(String(body[path])) }
    const { fromStake: first, toStake: last } = road
    if (first !== null && last !== null && (stake < first || stake > last))
      return { path, message: trafficMessages.outside(road.code, first, last) }
    stakes.push(stake)
  }
  const [fromStake, toStake] = stakes.sort((a, b) => a - b) as [number, number]
  if (fromStake === toStake) return { path: 'toStake', message: trafficMessages.noLength() }
  return { ...body, id, fromStake, toStake }
}

const isError = (placed: Placed | FieldError): placed is FieldError => 'message' in placed

async function write(trx: Trx, volume: Placed, { actor, at }: Acting): Promise<void> {
  const { id, road, fromStake, toStake, year, aadt, source } = volume
  const by = { created_at: at, created_by: actor.id, updated_at: at, updated_by: actor.id }
  await upsertTrafficVolume(trx, {
    ...{ id, road_code: road, from_stake: fromStake, to_stake: toStake, year, aadt, source, ...by },
  })
}

export async function setTrafficVolume(
  db: Database,
  id: string,
  body: NewTrafficVolume,
  acting: Acting,
): Promise<{ volume: TrafficVolume; isNew: boolean }> {
  const placed = place(id, body, await listRoads(db))
  if (isError(placed)) throw new Unprocessable(placed.message, [placed])
  return db.transaction().execute(async (trx) => {
    await lockRoads(trx, [placed.road])
    const before = await findTrafficVolume(trx, id)
    const other = await findOverlap(trx, placed)
    if (other) throw new Conflict(trafficMessages.overlap(other))
    await write(trx, placed, acting)
    await recordChange(trx, acting.actor, {
      action: 'trafficVolume.set',
      objectType: 'trafficVolume',
      objectId: id,
      ...(before ? { before } : {}),
      after: placed,
      at: acting.at,
    })
    return { volume: (await findTrafficVolume(trx, id))!, isNew: before === undefined }
  })
}

export async function removeTrafficVolume(db: Database, id: string, { actor, at }: Acting): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const before = await findTrafficVolume(trx, id)
    if (!before) throw new NotFound(trafficMessages.unknownVolume())
    await deleteTrafficVolume(trx, id)
    await recordChange(trx, actor, {
      action: 'trafficVolume.remove',
      objectType: 'trafficVolume',
      objectId: id,
      before,
      at,
    })
  })
}

const refuseRows = (errors: readonly FieldError[]): never => {
  throw new Unprocessable(trafficMessages.refusedRows(errors.length), errors)
}

/** All rows or none. */
export async function importTrafficVolumes(
  db: Database,
  csv: string,
  acting: Acting,
): Promise<TrafficVolume[]> {
  const read = readVolumes(parseCsv(csv))
  if (read.errors.length > 0) refuseRows(read.errors)
  const roads = await listRoads(db)
  const placed = read.rows.map(({ line, body }) => ({ line, at: place(newId(), body, roads) }))
  const errors = placed.flatMap(({ line, at }) =>
    isError(at) ? [{ ...at, path: `${line}.${at.path}` }] : [],
  )
  if (errors.length > 0) refuseRows(errors)
  const lines = placed.flatMap(({ line, at }) => (isError(at) ? [] : [{ line, volume: at }]))
  const volumes = lines.map(({ volume }) => volume)
  return db.transaction().execute(async (trx) => {
    await lockRoads(trx, [...new Set(volumes.map(({ road }) => road))])
    for (const { line, volume } of lines) {
      const other = await findOverlap(trx, volume)
      if (other) refuseRows([{ path: `${line}.fromStake`, message: trafficMessages.overlap(other) }])
      await write(trx, volume, acting)
    }
    await recordChange(trx, acting.actor, {
      action: 'trafficVolume.import',
      objectType: 'trafficVolume',
      objectId: volumes[0]!.id,
      after: { rows: volumes.length, volumes },
      at: acting.at,
    })
    return volumes.map(volumeView)
  })
}
