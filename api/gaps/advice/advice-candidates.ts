import { factsOfKind } from '../../facilities/facility-kinds.ts'
import { isInUse } from '../../facilities/facility-states.ts'
import { placeOnCourse, type Course, type Passage } from '../../roads/network/course.ts'
import { carriagewayOf } from '../../roads/network/road-axis.ts'
import { formatStake } from '../../roads/stakes/stake-format.ts'
import { metThere } from '../gap-draft.ts'
import type { GapFacility } from '../gap-facts.ts'
import { metBetween, type Ground, type Met } from '../gap-ground.ts'
import { proposalAt, proposeBefore } from '../gap-proposal.ts'
import type { Proposal } from '../gap.schema.ts'
import type { AdvicePlace } from './advice-place.ts'
import { adviceRules, legendFor, type AdviceRule } from './advice-rules.ts'
import type { Candidate } from './advice.schema.ts'

/** One direction that drives through the stretch. */
export interface Drive {
  readonly course: Course
  readonly passage: Passage
}

/** On the outer side of the bend. */
function proposeAtBend({ course }: Drive, place: AdvicePlace, { kind }: AdviceRule): Proposal {
  const { road, bend } = place
  const own = carriagewayOf(course.travel)
  const outer = bend!.turns === 'left' ? own : own === 'right' ? 'left' : 'right'
  const spot = placeOnCourse(course, bend!.at)
  return proposalAt(course, spot, { kind, legend: null, roadName: road.name, ahead: null, side: outer })
}

/** On the road that joins, where it is known; else beside the junction, to be found on the spot. */
function proposeOnSideRoad({ course, passage }: Drive, place: AdvicePlace, { kind }: AdviceRule): Proposal {
  const spot = placeOnCourse(course, (passage.entry + passage.exit) / 2)
  const proposal = proposalAt(course, spot, { kind, legend: null, roadName: place.road.name, ahead: null })
  const joined = place.junctions.find(({ isMainLine }) => !isMainLine)
  if (!joined) return { ...proposal, direction: 'both', side: null }
  const { road, roadName, otherStake: stake } = joined
  return {
    ...proposal,
    ...{ road, roadName, stake, stakeText: formatStake(stake), direction: 'both', side: 'across' },
  }
}

interface Looked extends Drive {
  readonly place: AdvicePlace
  readonly rule: AdviceRule
}

function proposalOf(drive: Drive, place: AdvicePlace, rule: AdviceRule): Proposal {
  if (rule.where === 'bend') return proposeAtBend(drive, place, rule)
  if (rule.where === 'sideRoad') return proposeOnSideRoad(drive, place, rule)
  const { course, passage } = drive
  const [nearest, farthest] = rule.within
  const legend = rule.kind === 'warning_sign' ? legendFor(place) : null
  const side = rule.kind === 'rumble_line' || rule.kind === 'speed_bump' ? ('across' as const) : undefined
  const proposal = proposeBefore(course, passage.entry, {
    ...{
      kind: rule.kind,
      ahead: rule.where,
      notice: { nearest, farthest },
      legend,
      roadName: place.road.name,
    },
  })
  return side ? { ...proposal, side, unit: factsOfKind(rule.kind).units[0]! } : proposal
}

/** What stands where the rule looks for it. */
function thereFor(
  ground: Ground,
  { course, passage, place, rule }: Looked,
): { anchor: number; met: Met<GapFacility>[] } {
  const anchor = rule.where === 'bend' ? place.bend!.at : passage.entry
  const [nearest, farthest] = rule.within
  const met = metBetween(ground.facilitiesOn(course), anchor - farthest, anchor - nearest)
  return { anchor, met: met.filter(({ thing }) => rule.fulfilledBy.includes(thing.kind)) }
}

/** What one direction of traffic might be given, with reasons; what is there already is said beside it. */
export function candidatesOn(ground: Ground, drive: Drive, place: AdvicePlace): Candidate[] {
  return adviceRules.flatMap((rule): Candidate[] => {
    const reasons = rule.reasons(place)
    if (reasons.length === 0 || (rule.where === 'bend' && place.bend === null)) return []
    const { anchor, met } = thereFor(ground, { ...drive, place, rule })
    const works = met.filter(({ thing }) => isInUse(thing.state)).at(-1)
    const broken = met.filter(({ thing }) => thing.state === 'fault' || thing.state === 'missing')
    return [
      {
        proposal: proposalOf(drive, place, rule),
        onSideRoad: rule.where === 'sideRoad',
        reasons,
        fulfilledBy: works ? metThere(works, anchor) : null,
        mends: broken.map((each) => metThere(each, anchor)),
      },
    ]
  })
}
