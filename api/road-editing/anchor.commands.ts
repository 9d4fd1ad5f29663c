import { newId } from '../db/id.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { NotFound, type FieldError } from '../http/problem.ts'
import type { RoadSection, RoadWithGeometry, StakeAnchor } from '../roads/road.schema.ts'
import { endRow, insertAnchors } from '../roads/road-section.queries.ts'
import { anchorErrors, lineToAnchor } from './anchor-checks.ts'
import { changeLine, refuseIfAny, type SeenRoad } from './change-road.commands.ts'
import { dayErrors, pointErrors, pointOf } from './place-checks.commands.ts'
import { roadEditingMessages } from './road-editing-messages.ts'
import type { ChangedRoad, Ending, NewAnchor } from './road-editing.schema.ts'

/** Whether long chains within the section make its stakes come twice. */
export const repeatsStakes = (
  { chainBreaks }: RoadWithGeometry,
  { fromStake, toStake }: Pick<RoadSection, 'fromStake' | 'toStake'>,
) => chainBreaks.some(({ atStake, jump }) => jump < 0 && atStake >= fromStake && atStake <= toStake)

function sectionOf(road: RoadWithGeometry, sequence: number): RoadSection {
  const section = road.sections.find((each) => each.sequence === sequence)
  const message = roadEditingMessages.unknownSection(sequence, road.code)
  if (!section) refuseIfAny([{ path: 'section', message }])
  return section!
}

function anchorOf(road: RoadWithGeometry, id: string): StakeAnchor {
  const anchor = road.anchors.find((each) => each.id === id)
  if (!anchor) throw new NotFound(roadEditingMessages.unknownAnchor())
  return anchor
}

async function errorsOf(
  trx: Trx,
  road: RoadWithGeometry,
  section: RoadSection,
  body: NewAnchor,
  replaced?: string,
): Promise<FieldError[]> {
  const outside = await pointErrors(trx, body, 'lon')
  if (outside.length > 0) return outside
  const others = road.anchors.filter((each) => each.section === section.sequence && each.id !== replaced)
  const line = lineToAnchor({ ...section, repeatsStakes: repeatsStakes(road, section) })
  return anchorErrors(line, others, { stake: body.stake, point: pointOf(body) })
}

const anchorFacts = ({ section, stake, point, method, note }: Omit<StakeAnchor, 'id' | 'validFrom'>) => ({
  section,
  stake,
  point,
  method,
  note,
})

const placed = (body: NewAnchor) => {
  const [longitude, latitude] = pointOf(body)
  const { section, stake, method, note } = body
  return {
    id: newId(),
    section,
    stake,
    point: [longitude, latitude] as [number, number],
    method,
    note: note ?? null,
  }
}

export function addAnchor(
  db: Database,
  seen: SeenRoad,
  body: NewAnchor,
  acting: Acting,
): Promise<ChangedRoad> {
  return changeLine(db, seen, acting, async (trx, road) => {
    const section = sectionOf(road, body.section)
    refuseIfAny([
      ...dayErrors(body.validFrom, section.validFrom, acting.at),
      ...(await errorsOf(trx, road, section, body)),
    ])
    const since = body.validFrom ?? section.validFrom
    const anchor = placed(body)
    await insertAnchors(trx, section.id, [anchor], since, { at: acting.at, by: acting.actor.id })
    const after = { anchor: anchorFacts(anchor), since, began: [anchor.id] }
    return { action: 'road.addAnchor', reason: body.reason, after, since }
  })
}

const later = (a: string, b: string) => (a > b ? a : b)

/** Moves or restakes: the anchor that was wrong, or was replaced, ends and stays in the history. */
export function changeAnchor(
  db: Database,
  seen: SeenRoad,
  id: string,
  body: NewAnchor,
  acting: Acting,
): Promise<ChangedRoad> {
  return changeLine(db, seen, acting, async (trx, road) => {
    const old = anchorOf(road, id)
    const section = sectionOf(road, body.section)
    const standing = later(old.validFrom, section.validFrom)
    refuseIfAny([
      ...dayErrors(body.validFrom, standing, acting.at),
      ...(await errorsOf(trx, road, section, body, id)),
    ])
    const since = body.validFrom ?? standing
    const anchor = placed(body)
    await endRow(trx, 'stake_anchor', id, since)
    await insertAnchors(trx, section.id, [anchor], since, { at: acting.at, by: acting.actor.id })
    return {
      action: 'road.changeAnchor',
      reason: body.reason,
      before: { anchor: anchorFacts(old) },
      after: { anchor: anchorFacts(anchor), since, began: [anchor.id], ended: [id] },
      since,
    }
  })
}

export function endAnchor(
  db: Database,
  seen: SeenRoad,
  id: string,
  { reason, validTo }: Ending,
  acting: Acting,
): Promise<ChangedRoad> {
  return changeLine(db, seen, acting, async (trx, road) => {
    const old = anchorOf(road, id)
    refuseIfAny(dayErrors(validTo, old.validFrom, acting.at, 'validTo'))
    const since = validTo ?? old.validFrom
    await endRow(trx, 'stake_anchor', id, since)
    const after = { since, ended: [id] }
    return { action: 'road.endAnchor', reason, before: { anchor: anchorFacts(old) }, after, since }
  })
}
