import type { Acting } from '../../http/acting.ts'
import { recordChange } from '../../audit/audit.commands.ts'
import { ownSquadOf } from '../../auth/own-squad.ts'
import { newId } from '../../db/id.ts'
import type { Database } from '../../db/tables.ts'
import { addDays } from '../../areas/calendar-days.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { facilitiesOfSquads } from '../facility-squad.commands.ts'
import type { NewStormRound, StormRound, StormRoundState } from './inspection.schema.ts'
import {
  insertStormRound,
  listStanding,
  listStormRoundRows,
  lockStanding,
  setInspectionsDue,
  type Standing,
} from './storm-round.queries.ts'

type Roads = readonly string[] | undefined

const roundDueOn = (at: Date): string => addDays(bannerDay(at), 1)

async function ofOwnSquad(db: Database, standing: readonly Standing[], { actor }: Acting) {
  const squad = ownSquadOf(actor)
  return squad ? await facilitiesOfSquads(db, standing, [squad]) : standing
}

/** Those whose inspection would come later. */
const moving = (standing: readonly Standing[], dueOn: string) =>
  standing.filter(({ before }) => before === null || before > dueOn)

/** What an order would do, to be read before it is given. */
export async function previewStormRound(db: Database, roads: Roads, acting: Acting) {
  const dueOn = roundDueOn(acting.at)
  const standing = await ofOwnSquad(db, await listStanding(db, roads), acting)
  return { dueOn, facilities: moving(standing, dueOn).length, total: standing.length }
}

/** After a warning of sand, wind or snow everything that stands is looked at within 24 hours; a squad orders it for its own. */
export async function orderStormRound(
  db: Database,
  { cause, roads }: NewStormRound,
  acting: Acting,
): Promise<StormRound> {
  const { actor, at } = acting
  const dueOn = roundDueOn(at)
  return db.transaction().execute(async (trx) => {
    const standing = await ofOwnSquad(trx, await lockStanding(trx, roads), acting)
    const moved = moving(standing, dueOn)
    const ids = moved.map(({ id: facility }) => facility)
    await setInspectionsDue(trx, ids, dueOn)
    const id = newId()
    const row = { cause, roads: roads ?? null, due_on: dueOn, facilities: moved.length }
    const all = standing.map(({ id: facility }) => facility)
    await insertStormRound(trx, { id, at, actor_id: actor.id, ...row }, all)
    await recordChange(trx, actor, {
      action: 'stormRound.order',
      objectType: 'stormRound',
      objectId: id,
      before: {
        inspectionDueOn: Object.fromEntries(moved.map(({ id: facility, before }) => [facility, before])),
      },
      after: { cause, roads: roads ?? null, dueOn, facilities: moved.length, total: standing.length },
      at,
    })
    return { id, dueOn, facilities: moved.length, total: standing.length }
  })
}

const roundsShown = 20

export async function listStormRounds(db: Database, today: string): Promise<StormRoundState[]> {
  const rows = await listStormRoundRows(db, roundsShown)
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    isLate: row.seen < row.total && row.dueOn < today,
  }))
}
