import { newId } from '../db/id.ts'
import type { Database } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { NotFound, type FieldError } from '../http/problem.ts'
import type { ChainBreak, RoadWithGeometry } from '../roads/road.schema.ts'
import { endRow, insertChainBreak } from '../roads/road-section.queries.ts'
import { latestDay } from '../roads/validity.ts'
import { changeLine, refuseIfAny, type SeenRoad } from './change-road.commands.ts'
import { dayErrors } from './place-checks.commands.ts'
import { roadEditingMessages } from './road-editing-messages.ts'
import type { ChangedRoad, Ending, NewChainBreak } from './road-editing.schema.ts'

function rangeOf({ fromStake, toStake, sections }: RoadWithGeometry): readonly [number, number] | undefined {
  if (fromStake !== null && toStake !== null) return [fromStake, toStake]
  if (sections.length === 0) return undefined
  return [Math.min(...sections.map((one) => one.fromStake)), Math.max(...sections.map((one) => one.toStake))]
}

function placeErrors(road: RoadWithGeometry, { atStake, jump }: NewChainBreak): FieldError[] {
  const range = rangeOf(road)
  if (!range) return [{ path: 'atStake', message: roadEditingMessages.rangeUnknown() }]
  const [from, to] = range
  const isInside = [atStake, atStake + jump].every((stake) => stake >= from && stake <= to)
  return isInside
    ? []
    : [{ path: 'atStake', message: roadEditingMessages.breakOutsideRoad(atStake, from, to) }]
}

function errorsOf(road: RoadWithGeometry, body: NewChainBreak, replaced?: string): FieldError[] {
  if (body.jump === 0) return [{ path: 'jump', message: roadEditingMessages.jumpOfNothing() }]
  if (road.chainBreaks.some(({ id, atStake }) => id !== replaced && atStake === body.atStake))
    return [{ path: 'atStake', message: roadEditingMessages.sameBreak(body.atStake) }]
  return placeErrors(road, body)
}

function chainBreakOf(road: RoadWithGeometry, id: string): ChainBreak {
  const found = road.chainBreaks.find((each) => each.id === id)
  if (!found) throw new NotFound(roadEditingMessages.unknownChainBreak())
  return found
}

const breakFacts = ({ atStake, jump, note }: Pick<ChainBreak, 'atStake' | 'jump' | 'note'>) => ({
  atStake,
  jump,
  note,
})

const entered = ({ atStake, jump, note }: NewChainBreak) => ({
  id: newId(),
  atStake,
  jump,
  note: note ?? null,
})

export function addChainBreak(
  db: Database,
  seen: SeenRoad,
  body: NewChainBreak,
  acting: Acting,
): Promise<ChangedRoad> {
  return changeLine(db, seen, acting, async (trx, road) => {
    const drawnSince = latestDay(road.sections.map(({ validFrom }) => validFrom))
    refuseIfAny([...dayErrors(body.validFrom, drawnSince, acting.at), ...errorsOf(road, body)])
    const since = body.validFrom ?? drawnSince
    const added = entered(body)
    await insertChainBreak(trx, road.code, added, since, { at: acting.at, by: acting.actor.id })
    const after = { chainBreak: breakFacts(added), since, began: [added.id] }
    return { action: 'road.addChainBreak', reason: body.reason, after, since }
  })
}

export function changeChainBreak(
  db: Database,
  seen: SeenRoad,
  id: string,
  body: NewChainBreak,
  acting: Acting,
): Promise<ChangedRoad> {
  return changeLine(db, seen, acting, async (trx, road) => {
    const old = chainBreakOf(road, id)
    refuseIfAny([...dayErrors(body.validFrom, old.validFrom, acting.at), ...errorsOf(road, body, id)])
    const since = body.validFrom ?? old.validFrom
    const changed = entered(body)
    await endRow(trx, 'chain_break', id, since)
    await insertChainBreak(trx, road.code, changed, since, { at: acting.at, by: acting.actor.id })
    return {
      action: 'road.changeChainBreak',
      reason: body.reason,
      before: { chainBreak: breakFacts(old) },
      after: { chainBreak: breakFacts(changed), since, began: [changed.id], ended: [id] },
      since,
    }
  })
}

export function endChainBreak(
  db: Database,
  seen: SeenRoad,
  id: string,
  { reason, validTo }: Ending,
  acting: Acting,
): Promise<ChangedRoad> {
  return changeLine(db, seen, acting, async (trx, road) => {
    const old = chainBreakOf(road, id)
    refuseIfAny(dayErrors(validTo, old.validFrom, acting.at, 'validTo'))
    const since = validTo ?? old.validFrom
    await endRow(trx, 'chain_break', id, since)
    const after = { since, ended: [id] }
    return { action: 'road.endChainBreak', reason, before: { chainBreak: breakFacts(old) }, after, since }
  })
}
