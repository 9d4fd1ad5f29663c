import { recordChange } from '../audit/audit.commands.ts'
import { requireOwnSquad } from '../auth/own-squad.commands.ts'
import { newId } from '../db/id.ts'
import type { Database, Trx } from '../db/tables.ts'
import { measureErrors } from '../facilities/facility-checks.commands.ts'
import { placeWithin } from '../facilities/facility.commands.ts'
import { findFacility } from '../facilities/facility.queries.ts'
import type { NewFacility } from '../facilities/facility.schema.ts'
import type { FacilityRow } from '../facilities/facility-view.ts'
import { insertNew } from '../hazards/hazard.commands.ts'
import type { HazardRow } from '../hazards/hazard-row.ts'
import { findHazard, lockHazardNumbers } from '../hazards/hazard.queries.ts'
import type { NewHazard } from '../hazards/hazard.schema.ts'
import { refuse, resolvePlace, type ResolvedPlace } from '../hazards/place.commands.ts'
import type { Acting } from '../http/acting.ts'
import { Conflict, NotFound, Unprocessable } from '../http/problem.ts'
import { loadRoadNetwork } from '../roads/road.queries.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import type { GapPlan, GapTicket } from './answer-gap.schema.ts'
import { lockGap } from './gap-facts.queries.ts'
import { gapMessages } from './gap-messages.ts'
import { findGap, wasMadeOf } from './gap.queries.ts'
import type { Gap, Proposal } from './gap.schema.ts'
import { plannedFacility, ticketOf } from './gap-answer-bodies.ts'

async function requireGap(
  db: Database,
  id: string,
  at: Date,
  network?: Parameters<typeof findGap>[3],
): Promise<Gap> {
  const gap = await findGap(db, id, bannerDay(at), network)
  if (!gap) throw new NotFound(gapMessages.unknownGap())
  return gap
}

/** A known id is the same request again, or it is refused. */
async function requireSameGap(
  db: Database,
  gapId: string,
  made: Parameters<typeof wasMadeOf>[2],
  number: string,
): Promise<void> {
  if (!(await wasMadeOf(db, gapId, made))) throw new Conflict(gapMessages.otherThing(number))
}

/** Where the proposal lies: its stake is that of the road, and its point tells repeated stakes apart. */
async function placeOfProposal(db: Database, body: NewFacility, proposal: Proposal): Promise<ResolvedPlace> {
  const { road, roadName, stake } = body
  const input = road === undefined ? { roadName } : { road, fromStake: stake }
  const place = await resolvePlace(db, input, { pathOf: (path) => (path === 'fromStake' ? 'stake' : path) })
  const isAsProposed = proposal.point !== null && (place.fromStake === proposal.stake || road === undefined)
  return isAsProposed ? { ...place, geometry: { type: 'Point', coordinates: [...proposal.point!] } } : place
}

/** Nobody else answered it since; held until the transaction ends. */
async function takeGap(
  trx: Trx,
  known: Gap,
  { at }: Acting,
  network: Parameters<typeof findGap>[3],
): Promise<Gap> {
  await lockGap(trx, known.id)
  const gap = await requireGap(trx, known.id, at, network)
  if (gap.answered) throw new Conflict(gapMessages.answered(gap.answered), [], { answered: gap.answered })
  return gap
}

async function recordAnswer(
  trx: Trx,
  gap: Gap,
  { actor, at }: Acting,
  made: Record<string, string>,
): Promise<void> {
  await recordChange(trx, actor, {
    action: 'facilityGap.answer',
    objectType: 'facilityGap',
    objectId: gap.id,
    after: { rule: gap.rule, reason: gap.reason.zh, evidence: gap.evidence, ...made },
    at,
  })
}

/** 转为计划设施: the proposal, as the person who decides changed it, becomes a planned facility. */
export async function planGap(
  db: Database,
  gapId: string,
  plan: GapPlan,
  acting: Acting,
): Promise<{ facility: FacilityRow; isNew: boolean }> {
  const id = plan.facilityId ?? newId()
  const sent = plan.facilityId && (await findFacility(db, id))
  if (sent) {
    await requireSameGap(db, gapId, ['facilityId', id], sent.number)
    return { facility: sent, isNew: false }
  }
  const network = await loadRoadNetwork(db)
  const gap = await requireGap(db, gapId, acting.at, network)
  const { proposal } = gap
  if (!proposal) throw new Unprocessable(gapMessages.nothingToPlace())
  await requireOwnSquad(db, acting.actor, gap.squad)
  const body = plannedFacility(gap, proposal, plan)
  const errors = measureErrors(body.kind, body)
  if (errors.length > 0) refuse(errors)
  const place = await placeOfProposal(db, body, proposal)
  return db.transaction().execute(async (trx) => {
    const taken = await takeGap(trx, gap, acting, network)
    const placed = await placeWithin(trx, id, { body, place }, acting)
    await recordAnswer(trx, taken, acting, { facilityId: id, number: placed.facility.number })
    return placed
  })
}

async function register(trx: Trx, id: string, body: NewHazard, place: ResolvedPlace, acting: Acting) {
  const { number, title } = await insertNew(trx, id, body, place, acting)
  await recordChange(trx, acting.actor, {
    action: 'hazard.register',
    objectType: 'hazard',
    objectId: id,
    after: { version: 1, status: 10, number, title, ...body },
    at: acting.at,
  })
  return number
}

/** 转为隐患: a ticket to be reviewed like any other. */
export async function ticketGap(
  db: Database,
  gapId: string,
  wish: GapTicket,
  acting: Acting,
): Promise<{ hazard: HazardRow; isNew: boolean }> {
  const id = wish.hazardId ?? newId()
  const sent = wish.hazardId && (await findHazard(db, id))
  if (sent) {
    await requireSameGap(db, gapId, ['hazardId', id], sent.displayNumber)
    return { hazard: sent, isNew: false }
  }
  const network = await loadRoadNetwork(db)
  const gap = await requireGap(db, gapId, acting.at, network)
  const body = ticketOf(gap, wish, acting.at)
  if (!body) throw new Unprocessable(gapMessages.noTicket())
  await requireOwnSquad(db, acting.actor, gap.squad)
  const place = await resolvePlace(db, body)
  return db.transaction().execute(async (trx) => {
    await lockHazardNumbers(trx, Number(bannerDay(acting.at).slice(0, 4)))
    const taken = await takeGap(trx, gap, acting, network)
    const number = await register(trx, id, body, place, acting)
    await recordAnswer(trx, taken, acting, { hazardId: id, number })
    return { hazard: (await findHazard(trx, id))!, isNew: true }
  })
}
