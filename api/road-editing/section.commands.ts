import { newId } from '../db/id.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { NotFound, type FieldError } from '../http/problem.ts'
import { redrawWithin, sectionFacts } from '../roads/road-geometry.commands.ts'
import type { RoadSection, RoadWithGeometry } from '../roads/road.schema.ts'
import { endSections, insertSection, type NewSection } from '../roads/road-section.queries.ts'
import { latestDay } from '../roads/validity.ts'
import { lineToAnchor } from './anchor-checks.ts'
import { repeatsStakes } from './anchor.commands.ts'
import { changeLine, refuseIfAny, type SeenRoad } from './change-road.commands.ts'
import { sectionErrors } from './line-checks.ts'
import { dayErrors, lineOutsideErrors, pointErrors, pointOf } from './place-checks.commands.ts'
import { roadEditingMessages } from './road-editing-messages.ts'
import { updateRoad } from './road-editing.queries.ts'
import type { ChangedRoad, GivenSection, NewSections, SectionStakes } from './road-editing.schema.ts'
import { rangeAfterDrawing } from './road-range.ts'
import { anchorsOfSection, asPair, isEndOfDrawing } from './section-anchors.ts'

const repeatedMetres = ({ chainBreaks }: RoadWithGeometry) =>
  chainBreaks.reduce((sum, { jump }) => sum + Math.max(0, -jump), 0)

async function outsideErrors(trx: Trx, sections: readonly GivenSection[]): Promise<FieldError[]> {
  const errors: FieldError[] = []
  for (const [i, { coordinates, anchors }] of sections.entries()) {
    errors.push(...(await lineOutsideErrors(trx, coordinates, `sections.${i}.coordinates`)))
    for (const [j, anchor] of anchors.entries())
      errors.push(...(await pointErrors(trx, anchor, `sections.${i}.anchors.${j}.lon`)))
  }
  return errors
}

/** Where two sections meet both have an anchor: a section keeps its own. */
const nearestFirst = ({ anchors }: RoadWithGeometry, sequence: number) => [
  ...anchors.filter(({ section }) => section === sequence),
  ...anchors.filter(({ section }) => section !== sequence),
]

/** Gives the section its anchors: its own, and those of the old line that hold on it. */
function anchored(
  road: RoadWithGeometry,
  given: GivenSection,
  index: number,
  keepAnchors: boolean,
): NewSection {
  const { anchors, coordinates, ...section } = given
  const found = anchorsOfSection(
    {
      sequence: given.sequence,
      line: lineToAnchor({ ...given, repeatsStakes: repeatsStakes(road, given) }),
      given: anchors.map((anchor) => ({ ...anchor, point: pointOf(anchor), note: anchor.note ?? null })),
      standing: keepAnchors ? nearestFirst(road, given.sequence) : [],
    },
    `sections.${index}`,
  )
  if (!found.ok) refuseIfAny(found.errors, found.isReversed ? { reversed: given.sequence } : {})
  const kept = found.ok ? found.anchors : []
  return {
    ...section,
    id: newId(),
    road: road.code,
    line: { type: 'LineString', coordinates },
    anchors: kept.map(({ stake, point, method, note }) => ({
      id: newId(),
      stake,
      point: asPair(point),
      method,
      note,
    })),
  }
}

const factsOf = ({ sequence, carriageway, fromStake, toStake, source, coordinates }: RoadSection) => ({
  sequence,
  carriageway,
  fromStake,
  toStake,
  source,
  vertices: coordinates.length,
})

async function fitRange(
  trx: Trx,
  road: RoadWithGeometry,
  drawn: readonly Pick<RoadSection, 'fromStake' | 'toStake'>[],
) {
  const range = rangeAfterDrawing(road, road.sections, drawn)
  await updateRoad(trx, road.code, { from_stake: range.fromStake, to_stake: range.toStake })
  return range
}

/** Draws the road anew, all its sections at once. The former lines stay in the history. */
export function drawSections(
  db: Database,
  seen: SeenRoad,
  { sections, keepAnchors, validFrom, reason }: NewSections,
  acting: Acting,
): Promise<ChangedRoad> {
  return changeLine(db, seen, acting, async (trx, road) => {
    const drawnSince = latestDay(road.sections.map((section) => section.validFrom))
    refuseIfAny([
      ...dayErrors(validFrom, drawnSince, acting.at),
      ...sectionErrors(sections, repeatedMetres(road)),
    ])
    refuseIfAny(await outsideErrors(trx, sections))
    const drawn = sections.map((section, index) => anchored(road, section, index, keepAnchors))
    const { actor, at } = acting
    const redrawn = await redrawWithin(trx, actor, { road: road.code, sections: drawn, at, validFrom })
    const range = await fitRange(trx, road, drawn)
    return {
      action: 'road.replaceGeometry',
      reason,
      before: { sections: road.sections.map(factsOf) },
      after: { sections: drawn.map(sectionFacts), ...range, ...redrawn },
      since: redrawn.since,
    }
  })
}

function restaked(
  road: RoadWithGeometry,
  old: RoadSection,
  { fromStake, toStake }: SectionStakes,
): NewSection {
  const isKept = { from: fromStake === old.fromStake, to: toStake === old.toStake }
  const kept = road.anchors.filter(
    (anchor) =>
      anchor.section === old.sequence &&
      (!isEndOfDrawing(anchor, old) || (anchor.stake === old.fromStake ? isKept.from : isKept.to)),
  )
  return {
    ...old,
    id: newId(),
    road: road.code,
    fromStake,
    toStake,
    line: { type: 'LineString', coordinates: old.coordinates },
    anchors: kept.map((anchor) => ({ ...anchor, id: newId() })),
  }
}

/** Posts that were seen are facts: stakes of a section that leave one outside are refused. */
function postsOutside({ anchors, fromStake, toStake }: NewSection): FieldError[] {
  return anchors
    .filter(({ stake }) => stake < fromStake || stake > toStake)
    .slice(0, 1)
    .map(({ stake }) => ({
      path: stake < fromStake ? 'fromStake' : 'toStake',
      message: roadEditingMessages.stakeOutsideSection(stake, fromStake, toStake),
    }))
}

/** Gives a drawn section other stakes at its ends; its line stays. */
export function restakeSection(
  db: Database,
  seen: SeenRoad,
  sequence: number,
  body: SectionStakes,
  acting: Acting,
): Promise<ChangedRoad> {
  return changeLine(db, seen, acting, async (trx, road) => {
    const old = road.sections.find((section) => section.sequence === sequence)
    if (!old) throw new NotFound(roadEditingMessages.unknownSection(sequence, road.code))
    const section = restaked(road, old, body)
    const all = road.sections.map((each) => (each === old ? { ...each, ...body } : each))
    const { fromStake, toStake } = body
    refuseIfAny([
      ...dayErrors(body.validFrom, old.validFrom, acting.at),
      ...sectionErrors(all, repeatedMetres(road)).map(({ message }) => ({ path: 'fromStake', message })),
      ...(toStake > fromStake ? postsOutside(section) : []),
    ])
    const since = body.validFrom ?? old.validFrom
    const ended = await endSections(trx, road.code, since, sequence)
    await insertSection(trx, section, since, { at: acting.at, by: acting.actor.id })
    const range = await fitRange(trx, road, all)
    const began = [section.id, ...section.anchors.map(({ id }) => id)]
    return {
      action: 'road.restakeSection',
      reason: body.reason,
      before: { sections: [factsOf(old)] },
      after: { sections: [sectionFacts(section)], ...range, since, began, ended },
      since,
    }
  })
}
