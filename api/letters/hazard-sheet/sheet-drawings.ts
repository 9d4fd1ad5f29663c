import { drawInset } from '../../documents/inset/draw-inset.ts'
import { drawStrip } from '../../documents/inset/draw-strip.ts'
import type { DrawnFacility, InsetFacts } from '../../documents/inset/inset-facts.ts'
import type { InsetGround } from '../../documents/inset/inset-ground.ts'
import type { Lettering } from '../../documents/inset/lettering.ts'
import type { StripFacts } from '../../documents/inset/strip-layout.ts'
import { kindName } from '../../facilities/facility-wording.ts'
import { hazardLetter } from '../../hazards/hazard-status.ts'
import { dueClock } from '../../hazards/overdue.ts'
import { roadInWords } from '../../roads/stakes/place-wording.ts'
import { shownFacilities, type SheetFacts } from './sheet-content.ts'
import type { NearFacility } from './sheet-surroundings.queries.ts'

/** Half the width between the margins of a form. */
export const drawingMillimetres = 82

const facilityOf = (facility: NearFacility): DrawnFacility => ({
  ...facility,
  name: facility.kind === 'other' && facility.legend ? facility.legend : kindName(facility.kind),
})

const isOverdue = ({ hazard, period }: SheetFacts) =>
  dueClock(hazard.status, hazard.dueDate, period.to).overdueDays > 0

const drawnHazard = (facts: SheetFacts): InsetFacts['hazard'] => ({
  ...facts.hazard,
  geometry: facts.hazard.geometry as InsetFacts['hazard']['geometry'],
  letter: hazardLetter(facts.hazard.status),
  isOverdue: isOverdue(facts),
})

/** Facilities of the hazard itself and those in sight of it; the strip shows the others. */
const nearby = 500

function isInSight({ surroundings, hazard }: SheetFacts, { id, stake }: DrawnFacility): boolean {
  if (surroundings.facilities.find((each) => each.id === id)?.isLinked) return true
  if (stake === null || hazard.fromStake === null) return false
  return stake >= hazard.fromStake - nearby && stake <= (hazard.toStake ?? hazard.fromStake) + nearby
}

/** Undefined for a hazard without a place. */
export function sheetInset(
  facts: SheetFacts,
  ground: InsetGround,
  lettering: Lettering,
  printedMillimetres = drawingMillimetres,
) {
  const inset: InsetFacts = {
    hazard: drawnHazard(facts),
    facilities: shownFacilities(facts)
      .map(facilityOf)
      .filter((each) => isInSight(facts, each)),
    accidents: facts.edition === 'internal' ? facts.surroundings.accidents : [],
    area: `鄂托克旗${facts.hazard.township ?? ''}`,
    printedMillimetres,
  }
  return drawInset(inset, ground, lettering)
}

/** Undefined for a hazard without a stake on a road of the catalogue. */
export function sheetStrip(facts: SheetFacts, ground: InsetGround, lettering: Lettering) {
  const { hazard, surroundings, period, edition } = facts
  const { road, fromStake } = hazard
  const known = road === null ? undefined : ground.roads.get(road)
  if (!known || fromStake === null) return undefined
  const sections = ground.network.sectionsByRoad.get(known.code) ?? []
  const strip: StripFacts = {
    hazard: { ...drawnHazard(facts), fromStake },
    roadName: roadInWords(hazard),
    fromStake: sections.length > 0 ? Math.min(...sections.map((each) => each.fromStake)) : null,
    toStake: sections.length > 0 ? Math.max(...sections.map((each) => each.toStake)) : null,
    chainBreaks: known.chainBreaks,
    squads: known.squads,
    tickets: surroundings.tickets.map((ticket) => ({
      ...ticket,
      letter: hazardLetter(ticket.status),
      isOverdue: dueClock(ticket.status, ticket.dueDate, period.to).overdueDays > 0,
    })),
    facilities: shownFacilities(facts).map(facilityOf),
    accidents: edition === 'internal' ? surroundings.accidents : undefined,
  }
  return drawStrip(strip, lettering)
}
