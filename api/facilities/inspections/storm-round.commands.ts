import { recordChange } from '../../audit/audit.commands.ts'
import { ownSquadOf } from '../../auth/own-squad.ts'
import { newId } from '../../db/id.ts'
import type { Database } from '../../db/tables.ts'
import { addDays } from '../../hazards/clocks/working-days.ts'
import type { Acting } from '../../hazards/hazard.commands.ts'
import { bannerDay } from '../../roads/validity.ts'
import { facilitiesOfSquads } from '../facility-squad.commands.ts'
import { insertStormRound, lockLaterInspections, setInspectionsDue } from './inspection.queries.ts'
import type { NewStormRound, StormRound } from './inspection.schema.ts'

/** After a warning of sand, wind or snow everything that stands is looked at within 24 hours; a squad orders it for its own. */
export async function orderStormRound(
  db: Database,
  { cause, roads }: NewStormRound,
  { actor, at }: Acting,
): Promise<StormRound> {
  const dueOn = addDays(bannerDay(at), 1)
  return db.transaction().execute(async (trx) => {
    const later = await lockLaterInspections(trx, dueOn, roads)
    const squad = ownSquadOf(actor)
    const moved = squad ? await facilitiesOfSquads(trx, later, [squad]) : later
    const ids = moved.map(({ id: facility }) => facility)
    await setInspectionsDue(trx, ids, dueOn)
    const id = newId()
    const row = { cause, roads: roads ?? null, due_on: dueOn, facilities: moved.length }
    await insertStormRound(trx, { id, at, actor_id: actor.id, ...row })
    await recordChange(trx, actor, {
      action: 'stormRound.order',
      objectType: 'stormRound',
      objectId: id,
      before: {
        inspectionDueOn: Object.fromEntries(moved.map(({ id: facility, before }) => [facility, before])),
      },
      after: { cause, roads: roads ?? null, dueOn, facilities: moved.length },
      at,
    })
    return { id, dueOn, facilities: moved.length }
  })
}
