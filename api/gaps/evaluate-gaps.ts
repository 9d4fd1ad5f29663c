import { withDismissal } from './dismissals/standing-dismissal.ts'
import type { GapFacts, GapHazard } from './gap-facts.ts'
import { inspectionGaps, lampGaps, leftoverGaps } from './facility-gaps.ts'
import { newGround, type Ground } from './gap-ground.ts'
import { gapRuleIds, gapRules, yieldsTo, type GapRule, type GapRuleId } from './gap-rules.ts'
import type { Gap } from './gap.schema.ts'
import { noticeGaps } from './notice-gaps.ts'
import { stretchGaps } from './stretch-gaps.ts'

interface Choice {
  readonly levels: readonly number[]
  readonly types: readonly string[]
}

const isChosen = ({ levels, types }: Choice, hazard: GapHazard) =>
  (levels.length === 0 || levels.includes(hazard.level ?? 0)) &&
  (types.length === 0 || hazard.types.some((type) => types.includes(type)))

/** National and provincial main lines are taken as 60 km/h or more: the road catalogue has no limits yet. */
function isOnMainLine(ground: Ground, road: string | null): boolean {
  const grade = ground.roadOf(road)?.adminGrade
  return grade === 'national' || grade === 'provincial'
}

function gapsOfRule(ground: Ground, ruleId: GapRuleId): Gap[] {
  const rule: GapRule = gapRules[ruleId]
  const { facilities, hazards, hotspots } = ground.facts
  switch (rule.looksAt) {
    case 'hotspot':
      return hotspots.flatMap((of) => noticeGaps(ground, ruleId, { kind: 'hotspot', of }))
    case 'hazard':
      return hazards
        .filter((hazard) => isChosen(rule, hazard))
        .flatMap((of) => noticeGaps(ground, ruleId, { kind: 'hazard', of }))
    case 'bump':
      return facilities
        .filter(
          ({ kind, state }) => kind === 'speed_bump' && ['working', 'fault', 'permanent'].includes(state),
        )
        .filter(({ road }) => isOnMainLine(ground, road))
        .flatMap((of) => noticeGaps(ground, ruleId, { kind: 'facility', of }))
    case 'stretch':
      return hazards
        .filter((hazard) => isChosen(rule, hazard))
        .flatMap((of) => stretchGaps(ground, ruleId, of))
    case 'lamp':
      return facilities.flatMap((facility) => lampGaps(ground, facility))
    case 'inspection':
      return facilities.flatMap((facility) => inspectionGaps(ground, facility))
    case 'closedHazard':
      return facilities.flatMap((facility) => leftoverGaps(ground, facility))
  }
}

const severities = ['high', 'medium', 'low']

const byWeight = (a: Gap, b: Gap) =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  gapRuleIds.indexOf(a.rule) - gapRuleIds.indexOf(b.rule) ||
  (a.road ?? '~').localeCompare(b.road ?? '~') ||
  (a.fromStake ?? 0) - (b.fromStake ?? 0) ||
  (a.id < b.id ? -1 : 1)

/** Every gap of the network as the facts stand, worst first; ties by place and id, so that every machine lists alike. */
export function evaluateGaps(facts: GapFacts): Gap[] {
  const ground = newGround(facts)
  const gaps = gapRuleIds.flatMap((ruleId) => gapsOfRule(ground, ruleId))
  const known = new Set(gaps.map(({ id }) => id))
  const dismissals = new Map(facts.dismissals.map((each) => [each.gapId, each]))
  return gaps
    .filter(({ rule, subjectId, direction }) => {
      const first = yieldsTo[rule]
      return first === undefined || !known.has(`${first}.${subjectId}.${direction}`)
    })
    .map((gap) => withDismissal(gap, dismissals, facts.today))
    .sort(byWeight)
}
