import { factsOfKind, type FacilityKind } from '../facilities/facility-kinds.ts'
import { facilityStates } from '../facilities/facility-states.ts'
import type { Text } from '../http/text.ts'
import { gapRule, type GapRuleId } from './gap-rules.ts'
import type { Evidence, FacilityThere, Proposal } from './gap.schema.ts'

interface Place {
  readonly stakeText: string | null
  readonly towards: string | null
  readonly proposal: Proposal | null
}

const named = ({ kind, number, state }: FacilityThere): Text => ({
  zh: `${factsOfKind(kind).zh} ${number}（${facilityStates[state].zh}）`,
  en: `${factsOfKind(kind).en} ${number} (${facilityStates[state].en.toLowerCase()})`,
})

const joined = (...parts: readonly (Text | undefined)[]): Text => {
  const said = parts.filter((part) => part !== undefined)
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') }
}

const lamp: FacilityKind = 'solar_strobe'

/** What is looked for: anything that warns, or something that says what is coming. */
function soughtBy(ruleId: GapRuleId): Text {
  const rule = gapRule(ruleId)
  const isAny = 'kinds' in rule && rule.kinds.includes(lamp)
  return isAny ? { zh: '警示设施', en: 'warning' } : { zh: '标牌', en: 'sign' }
}

function noticeSentence(ruleId: GapRuleId, { notice, nearest, broken }: Evidence): Text | undefined {
  if (!notice) return undefined
  const { nearest: from, farthest: to } = notice
  const range =
    from === 0
      ? { zh: `${to} 米内`, en: `within ${to} m` }
      : { zh: `${from}–${to} 米处`, en: `${from}–${to} m` }
  const sought = soughtBy(ruleId)
  const missing = {
    zh: `来车方向 ${range.zh}没有有效的${sought.zh}`,
    en: `No working ${sought.en} stands ${range.en} before it`,
  }
  const [out] = broken
  if (out)
    return {
      zh: `${missing.zh}，${named(out).zh}不起作用。`,
      en: `${missing.en}; ${named(out).en} does not work.`,
    }
  if (!nearest) return { zh: `${missing.zh}。`, en: `${missing.en}.` }
  return {
    zh: `${missing.zh}，最近的在 ${nearest.ahead} 米之前：${named(nearest).zh}。`,
    en: `${missing.en}; the nearest is ${named(nearest).en}, ${nearest.ahead} m before it.`,
  }
}

function accidentSentence({ accidents, facility }: Evidence): Text | undefined {
  if (!accidents || !facility) return undefined
  const { accidents: count, killed, injured, reach, from } = accidents
  return {
    zh: `${named(facility).zh}，前后 ${reach} 米内自 ${from} 以来夜间事故 ${count} 起、死亡 ${killed} 人、受伤 ${injured} 人（一般程序）。`,
    en: `${named(facility).en}; within ${reach} m since ${from}: ${count} night accidents, ${killed} killed, ${injured} injured (general procedure).`,
  }
}

function daySentence({ dueOn, closedOn, days, facility }: Evidence): Text | undefined {
  if (!facility) return undefined
  if (dueOn)
    return {
      zh: `${named(facility).zh}应于 ${dueOn} 前巡检，已逾期 ${days} 天。`,
      en: `${named(facility).en} was to be looked at by ${dueOn}, ${days} days ago.`,
    }
  if (!closedOn) return undefined
  return {
    zh: `${named(facility).zh}所属隐患已于 ${closedOn} 销号，至今 ${days} 天仍在原处。`,
    en: `The hazard of ${named(facility).en} was closed on ${closedOn}; it still stands ${days} days later.`,
  }
}

const shortSentence = ({ proposal }: Place): Text | undefined =>
  proposal?.isShort
    ? {
        zh: '图上道路到此为止，距离不够，请与相邻路段的管养单位商定位置。',
        en: 'The drawn road begins too near to the place: agree on the spot with whoever keeps the road before it.',
      }
    : undefined

const bendSentence = ({ bend }: Evidence): Text | undefined =>
  bend
    ? {
        zh: `图上最急处在 ${bend.stakeText}，半径约 ${bend.radius} 米。`,
        en: `The sharpest bend as drawn is at ${bend.stakeText}, radius about ${bend.radius} m.`,
      }
    : undefined

/** Why this is a gap, in a sentence or two that can be read out. */
export function gapReason(ruleId: GapRuleId, evidence: Evidence, place: Place): Text {
  const { why } = gapRule(ruleId)
  const { towards } = place
  const way = towards ? { zh: `往${towards}方向：`, en: `Towards ${towards}:` } : undefined
  const said = noticeSentence(ruleId, evidence) ??
    accidentSentence(evidence) ??
    daySentence(evidence) ?? { zh: `${why.zh}。`, en: `${why.en}.` }
  return joined(way, said, bendSentence(evidence), shortSentence(place))
}
