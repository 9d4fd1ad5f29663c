import type { Gap } from '../gap.schema.ts'

export interface GapDismissal {
  readonly gapId: string
  readonly reason: string
  readonly situation: string
  readonly until: string
  readonly on: string
  readonly by: string
}

/** Only what asks for a new facility may be dismissed: what is overdue or broken is looked at or mended. */
export const mayBeDismissed = ({ act }: Pick<Gap, 'act'>): boolean => act === 'place' || act === 'guide'

/** What was weighed: more accidents, a worse level or another broken lamp open the gap again. */
export function situationOf({ rule, evidence }: Pick<Gap, 'rule' | 'evidence'>): string {
  const { hazard, hotspot, broken } = evidence
  return JSON.stringify([
    rule,
    hazard && hazard.level,
    hotspot && [hotspot.accidents, hotspot.killed, hotspot.injured],
    broken.map(({ id }) => id).sort(),
  ])
}

/** With the dismissal that still holds; without one that has run out or was given for another situation. */
export function withDismissal(gap: Gap, dismissals: ReadonlyMap<string, GapDismissal>, today: string): Gap {
  const given = dismissals.get(gap.id)
  if (!given || given.until < today || given.situation !== situationOf(gap)) return gap
  const { reason, by, on, until } = given
  return { ...gap, dismissed: { reason, by, on, until } }
}
