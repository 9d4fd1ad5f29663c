import { formatRange, formatStake } from '../roads/stakes/stake-format.ts'
import { mayBeDismissed } from './dismissals/standing-dismissal.ts'
import type { GapFacility, GapHazard, GapHotspot, Way } from './gap-facts.ts'
import type { Ground, Met } from './gap-ground.ts'
import { gapRule, type GapRuleId } from './gap-rules.ts'
import { gapReason } from './gap-wording.ts'
import type { Evidence, FacilityThere, Gap, Proposal } from './gap.schema.ts'

/** What a gap is about: a place of a road, or of none that is drawn. */
export type Subject =
  | { readonly kind: 'hotspot'; readonly of: GapHotspot }
  | { readonly kind: 'hazard'; readonly of: GapHazard }
  | { readonly kind: 'facility'; readonly of: GapFacility }

const noEvidence: Evidence = {
  ...{ hazard: null, hotspot: null, facility: null, accidents: null },
  ...{ notice: null, nearest: null, broken: [], bend: null, dueOn: null, closedOn: null, days: null },
}

export function facilityThere(facility: GapFacility, ahead: number | null): FacilityThere {
  const { id, number, kind, state, fromStake } = facility
  const stakeText = fromStake === null ? null : formatStake(fromStake)
  return { id, number, kind, state, stakeText, ahead: ahead === null ? null : Math.round(ahead) }
}

/** So many metres before a place on its course. */
export const metThere = ({ thing, at }: Met<GapFacility>, entry: number): FacilityThere =>
  facilityThere(thing, entry - at)

function ownEvidence(subject: Subject): Partial<Evidence> {
  if (subject.kind === 'facility') return { facility: facilityThere(subject.of, null) }
  if (subject.kind === 'hotspot') {
    const { id, rank, preset, calibre, from, to, accidents, killed, injured } = subject.of
    return { hotspot: { id, rank, preset, calibre, from, to, accidents, killed, injured } }
  }
  const { id, number, title, level } = subject.of
  return { hazard: { id, number, title, level } }
}

export const spanOf = (subject: Subject) => {
  const { of } = subject
  const toStake = 'toStake' in of ? of.toStake : null
  const point = 'point' in of ? of.point : null
  const side = 'side' in of ? of.side : null
  return { ...{ road: of.road, fromStake: of.fromStake, direction: of.direction }, toStake, point, side }
}

export interface Found {
  readonly direction: Way
  readonly evidence: Partial<Evidence>
  readonly proposal: Proposal | null
  readonly answered?: Gap['answered']
}

const towardsOf = (ground: Ground, road: string | null, direction: Way): string | null => {
  const places = ground.roadOf(road)
  if (!places || direction === 'both') return null
  return (direction === 'increasing' ? places.increasingTowards : places.decreasingTowards)[0] ?? null
}

const openHazardOf = ({ hazardId, hazardClosedOn }: GapFacility) =>
  hazardClosedOn === null ? hazardId : null

/** A gap as it is shown: rule, place, evidence and what is proposed. */
export function gapOf(ground: Ground, ruleId: GapRuleId, subject: Subject, found: Found): Gap {
  const { severity, act, ticketType } = gapRule(ruleId)
  const { id, roadName, demo } = subject.of
  const { road, fromStake, toStake, point } = spanOf(subject)
  const evidence = { ...noEvidence, ...ownEvidence(subject), ...found.evidence }
  const stakeText = fromStake === null ? null : formatRange(fromStake, toStake ?? fromStake)
  const towards = towardsOf(ground, road, found.direction)
  const { proposal } = found
  return {
    id: `${ruleId}.${id}.${found.direction}`,
    ...{ rule: ruleId, severity, act, subject: subject.kind, subjectId: id },
    hazardId: subject.kind === 'hazard' ? id : subject.kind === 'facility' ? openHazardOf(subject.of) : null,
    ...{ road, roadName, fromStake, toStake, stakeText, direction: found.direction, towards },
    squad:
      (subject.kind === 'hazard' ? subject.of.squad : null) ??
      ground.squadAt(road, proposal?.stake ?? fromStake),
    point: proposal?.point ?? (point ? [point[0], point[1]] : null),
    isSketch: (ground.roadOf(road)?.confidence ?? 'high') !== 'high',
    reason: gapReason(ruleId, evidence, { stakeText, towards, proposal }),
    evidence,
    proposal,
    answered: found.answered ?? null,
    mayBeTicket: ticketType !== null,
    dismissed: null,
    mayBeDismissed: mayBeDismissed({ act }),
    demo,
  }
}
