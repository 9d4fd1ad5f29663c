import { facilityKinds } from '../../../api/facilities/facility-kinds.ts'
import { facilityStates } from '../../../api/facilities/facility-states.ts'
import { hazardStatuses, type HazardStatus } from '../../../api/hazards/hazard-status.ts'
import { formatRange, formatStake } from '../../../api/roads/stakes/stake-format.ts'
import type { Facility, Gap, Hazard } from '../api/api-types.ts'
import type { RoadAccident } from '../api/strip-calls.ts'
import { hazardRing } from '../map/hazard-style.ts'
import { formatMoment } from '../text/format.ts'
import type { Language, Words } from '../text/words.ts'
import { placeStake, placeStretch, type StripAxis } from './strip-axis.ts'
import { facilityTrackOf, type Heading, type Mark } from './strip-marks.ts'

export interface Teller {
  readonly words: Words
  readonly language: Language
}

const headingOf = (direction: Heading | null): Heading => direction ?? 'both'
const severityWeight = { fatal: 1000, injury: 100, damageOnly: 0 }

export function accidentMark(
  axis: StripAxis,
  accident: RoadAccident & { readonly stake: number },
  { words, language }: Teller,
): Mark {
  const { id, severity, killed, injured, stake, occurredAt } = accident
  const { running, doubt } = placeStake(axis, stake)
  const named = words.strip.accident(words.filters.severities[severity], killed, injured)
  return {
    ...{ id, from: running, to: running, doubt, killed },
    track: 'accident',
    heading: headingOf(accident.direction),
    selection: { kind: 'accident', id },
    symbol: `accident:${severity}`,
    weight: severityWeight[severity] + killed * 10 + injured,
    label: `${named}${words.punctuation.comma}${formatMoment(occurredAt, language)}`,
    place: formatStake(stake),
  }
}

export function hazardMark(
  axis: StripAxis,
  hazard: Hazard & { readonly fromStake: number },
  { words, language }: Teller,
): Mark {
  const { id, status, overdueDays, fromStake } = hazard
  const toStake = hazard.toStake ?? fromStake
  const { from, to, doubt } = placeStretch(axis, fromStake, toStake)
  const isOverdue = overdueDays > 0
  const state = hazardStatuses[status as HazardStatus]?.[language] ?? String(status)
  const late = isOverdue ? `${words.punctuation.comma}${words.hazards.overdue(overdueDays)}` : ''
  return {
    ...{ id, from, to, doubt },
    track: 'hazard',
    heading: headingOf(hazard.direction),
    selection: { kind: 'hazard', id },
    symbol: `hazard:${status}:${hazard.level ?? 1}:${isOverdue ? 'overdue' : 'running'}`,
    weight: (hazardRing(status) === 'closed' ? 0 : 1000) + (hazard.level ?? 1) * 100 + overdueDays,
    label: `${hazard.title}${words.punctuation.comma}${state}${late}`,
    place: formatRange(fromStake, toStake),
    ring: hazardRing(status, overdueDays),
  }
}

const stateWeight: Readonly<Partial<Record<Facility['state'], number>>> = {
  fault: 5,
  missing: 5,
  removed: -5,
}

export function facilityMark(
  axis: StripAxis,
  facility: Facility & { readonly stake: number },
  { words, language }: Teller,
): Mark {
  const { id, kind, state, quantity, unit, stake } = facility
  const { running, doubt } = placeStake(axis, stake)
  const amount = words.facilities.amount(quantity, unit)
  return {
    ...{ id, from: running, to: running, doubt },
    track: facilityTrackOf(kind),
    heading: headingOf(facility.direction),
    selection: { kind: 'facility', id },
    symbol: `facility:${kind}:${state}`,
    weight: stateWeight[state] ?? 0,
    label: words.strip.facilityAt(facilityKinds[kind][language], amount, facilityStates[state][language]),
    place: formatStake(stake),
  }
}

const gapWeight = { high: 3, medium: 2, low: 1 }

/** A gap has no page of its own: it leads to what it was found at. */
export function gapMark(
  axis: StripAxis,
  gap: Gap & { readonly fromStake: number },
  { words, language }: Teller,
): Mark {
  const { fromStake } = gap
  const toStake = gap.toStake ?? fromStake
  const { from, to, doubt } = placeStretch(axis, fromStake, toStake)
  return {
    ...{ id: gap.id, from, to, doubt },
    track: 'gap',
    heading: headingOf(gap.direction),
    selection: { kind: gap.subject, id: gap.subjectId },
    symbol: `gap:${gap.severity}`,
    weight: gapWeight[gap.severity],
    label: `${words.strip.tracks.gap} · ${gap.reason[language]}`,
    place: formatRange(fromStake, toStake),
  }
}
