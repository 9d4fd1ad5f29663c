import { recordChange } from '../../audit/audit.commands.ts'
import { requireOwnSquad } from '../../auth/own-squad.commands.ts'
import { newId } from '../../db/id.ts'
import type { Database } from '../../db/tables.ts'
import { addDays } from '../../areas/calendar-days.ts'
import { refuse } from '../../hazards/place.commands.ts'
import type { Acting } from '../../http/acting.ts'
import { Conflict, NotFound, Unprocessable } from '../../http/problem.ts'
import { loadRoadNetwork } from '../../roads/road.queries.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { lockGap } from '../gap-facts.queries.ts'
import { gapMessages } from '../gap-messages.ts'
import { findGap } from '../gap.queries.ts'
import type { Gap } from '../gap.schema.ts'
import type { NewDismissal } from './dismissal.schema.ts'
import { liftStanding } from './gap-dismissal.queries.ts'
import { mayBeDismissed, situationOf } from './standing-dismissal.ts'

/** Longer than that nobody decides ahead: the place is looked at again. */
export const longestDismissal = 366

async function requireOpen(db: Database, id: string, acting: Acting, network: Parameters<typeof findGap>[3]) {
  const gap = await findGap(db, id, bannerDay(acting.at), network)
  if (!gap) throw new NotFound(gapMessages.unknownGap())
  return gap
}

function requireUntil(until: string, at: Date): void {
  const today = bannerDay(at)
  if (until <= today || until > addDays(today, longestDismissal))
    refuse([{ path: 'until', message: gapMessages.dismissedTooLong(longestDismissal) }])
}

/** 核定不设: somebody looked and decided that nothing is placed here; it holds while things stay as they are. */
export async function dismissGap(
  db: Database,
  gapId: string,
  { reason, until }: NewDismissal,
  acting: Acting,
): Promise<Gap> {
  requireUntil(until, acting.at)
  const network = await loadRoadNetwork(db)
  const known = await requireOpen(db, gapId, acting, network)
  if (!mayBeDismissed(known)) throw new Unprocessable(gapMessages.notDismissed())
  await requireOwnSquad(db, acting.actor, known.squad)
  return db.transaction().execute(async (trx) => {
    await lockGap(trx, gapId)
    const gap = await requireOpen(trx, gapId, acting, network)
    if (gap.answered) throw new Conflict(gapMessages.answered(gap.answered), [], { answered: gap.answered })
    await liftStanding(trx, gapId, acting.actor.id, acting.at)
    const row = {
      ...{ id: newId(), gap_id: gapId, reason, until, situation: situationOf(gap) },
      ...{
        dismissed_at: acting.at,
        dismissed_by: acting.actor.id,
        dismissed_by_name: acting.actor.displayName,
      },
      ...{ lifted_at: null, lifted_by: null },
    }
    await trx.insertInto('gap_dismissal').values(row).execute()
    await recordChange(trx, acting.actor, {
      action: 'facilityGap.dismiss',
      objectType: 'facilityGap',
      objectId: gapId,
      after: { rule: gap.rule, reason: gap.reason.zh, evidence: gap.evidence, until },
      reason,
      at: acting.at,
    })
    return requireOpen(trx, gapId, acting, network)
  })
}

/** 重新列为缺口 */
export async function liftDismissal(db: Database, gapId: string, acting: Acting): Promise<Gap> {
  const network = await loadRoadNetwork(db)
  const gap = await requireOpen(db, gapId, acting, network)
  await requireOwnSquad(db, acting.actor, gap.squad)
  return db.transaction().execute(async (trx) => {
    await lockGap(trx, gapId)
    if (await liftStanding(trx, gapId, acting.actor.id, acting.at))
      await recordChange(trx, acting.actor, {
        action: 'facilityGap.reopen',
        objectType: 'facilityGap',
        objectId: gapId,
        at: acting.at,
      })
    return requireOpen(trx, gapId, acting, network)
  })
}
