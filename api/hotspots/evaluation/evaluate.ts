import type { Calibre } from '../../accidents/calibre.ts'
import { formatPlaceRange } from '../../roads/stakes/stake-format.ts'
import { predictByVolumes, type Volume } from '../analysis/before-after/calibrated-volumes.ts'
import { judge, yearsUntilTellable, type Judgement } from '../analysis/before-after/judge.ts'
import {
  countMonths,
  firstDay,
  lastDay,
  monthOf,
  monthText,
  type Months,
} from '../analysis/before-after/periods.ts'
import {
  countWithin,
  overlaps,
  referenceStretches,
  type OnRoad,
  type PlacedAccident,
  type ReferenceRoad,
} from '../analysis/before-after/reference-group.ts'
import { ruralTwoLane } from '../analysis/before-after/safety-performance.ts'
import { formulas, verdictNames, verdictTexts, warnings } from './evaluation-words.ts'
import type { Evaluation } from './evaluation.schema.ts'
import { ratesOf } from './evaluated-rates.ts'
import type { Known, Plan, Refusal } from './refusal.ts'
import { bothDirections, carriagewayRule, stretchOf, stretchRules, type Treatment } from './treatment.ts'

/** What the database holds about the stretch, its like and their time. */
export interface Surveyed {
  readonly roads: readonly (ReferenceRoad & {
    readonly technicalClass: string | null
    readonly divided: boolean
  })[]
  readonly accidents: readonly PlacedAccident[]
  readonly treatments: readonly Treatment[]
  readonly volumes: readonly Volume[]
  /** The only carriageway that was looked at; undefined for both. */
  readonly heading?: 'increasing' | 'decreasing'
}

/** A treatment this near may have worked on the same drivers. */
const nearbyWithin = 500

function nearbyOf({ treatment }: Known, stretch: OnRoad, { treatments }: Surveyed): Evaluation['nearby'] {
  const around = { ...stretch, from: stretch.from - nearbyWithin, to: stretch.to + nearbyWithin }
  return treatments.flatMap(({ kind, id, number, name, on, road, fromStake, toStake }) => {
    if ((kind === treatment.kind && id === treatment.id) || road === null || fromStake === null || !on)
      return []
    const [from, to] = [fromStake, toStake ?? fromStake]
    if (!overlaps({ road, from, to }, around)) return []
    return [{ kind, id, number, name, on, stakeText: formatPlaceRange(road, from, to) }]
  })
}

const periodView = (period: Months, stretch: OnRoad, accidents: readonly PlacedAccident[]) =>
  countMonths(period) === 0
    ? null
    : {
        from: firstDay(period.from),
        to: lastDay(period.to),
        months: countMonths(period),
        accidents: countWithin(accidents, stretch, period),
      }

type Counted = NonNullable<Evaluation['before']>

interface Ground extends Surveyed {
  readonly stretch: OnRoad
  readonly before: Months
  readonly after: Months
}

function referenceOf({ stretch, roads, treatments, accidents, before, after }: Ground) {
  const stretchesOf = (those: readonly Treatment[]) => those.flatMap((each) => stretchOf(each) ?? [])
  const isLater = ({ on }: Treatment) => on !== null && monthOf(on) >= after.from
  const treated = [stretch, ...stretchesOf(treatments.filter((each) => !isLater(each)))]
  const treatedLater = stretchesOf(treatments.filter(isLater))
  const length = stretch.to - stretch.from
  return referenceStretches({ roads, length, treated, treatedLater, accidents, before, after })
}

/** The model speaks of two lanes: 一级公路 and divided roads are none. */
const isTwoLane = ({ roads, stretch }: Ground) =>
  roads.some(
    ({ code, technicalClass, divided }) => code === stretch.road && technicalClass !== '11' && !divided,
  )

function judgedGround(ground: Ground, before: Counted, after: Counted) {
  const reference = referenceOf(ground)
  const volumes = isTwoLane(ground)
    ? predictByVolumes({ ...ground, reference, model: ruralTwoLane })
    : undefined
  const judgement = judge({
    ...{ observedBefore: before.accidents, observedAfter: after.accidents },
    ...{ monthsBefore: before.months, monthsAfter: after.months, volumes, reference },
  })
  return { judgement, volumes }
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null

function workingOf(
  { working, reference }: Judgement,
  volumes: ReturnType<typeof predictByVolumes>,
  roads: Surveyed['roads'],
): Evaluation['working'] {
  const { id, version, name, source } = ruralTwoLane
  return {
    weight: finite(working?.weight),
    overdispersion: finite(working?.overdispersion),
    predictedBefore: finite(working?.predictedBefore),
    expectedBefore: finite(working?.expectedBefore),
    ratio: finite(working?.ratio),
    variance: finite(working?.variance),
    reference: reference
      ? {
          ...{ stretches: reference.stretches, roads: roads.map(({ code }) => code) },
          accidents: reference.accidents,
          trend: reference.trend,
          ...{ mean: reference.mean, variance: reference.variance },
        }
      : null,
    model: volumes
      ? {
          ...{ id, version, name, source, calibration: volumes.calibration },
          ...{ calibratedOn: volumes.calibratedOn },
          ...{ aadtBefore: volumes.aadtBefore, aadtAfter: volumes.aadtAfter },
        }
      : null,
  }
}

function verdictOf({ outcome, expected }: Judgement, after: Counted): Evaluation['verdict'] {
  const text =
    outcome === 'tooFew'
      ? verdictTexts.tooFew(expected, yearsUntilTellable(expected, after.months))
      : verdictTexts[outcome](expected, after.accidents)
  return { code: outcome, name: verdictNames[outcome], text, tellableFrom: null }
}

const refused = ({ code, text, tellableFrom }: Refusal) => ({
  ...{ code, name: verdictNames[code], text, tellableFrom },
})

const nothingReckoned = {
  ...{ method: null, expected: null, effectPercent: null, standardErrorPercent: null },
  ...{ interval: null, pValue: null, rates: null, formula: null },
  working: {
    ...{ weight: null, overdispersion: null, predictedBefore: null, expectedBefore: null },
    ...{ ratio: null, variance: null, reference: null, model: null },
  },
} as const

function reckoned(ground: Ground, before: Counted, after: Counted) {
  const { judgement, volumes } = judgedGround(ground, before, after)
  const { interval } = judgement
  const asEffect = (ratio: number | undefined) => finite(ratio === undefined ? undefined : 100 * (1 - ratio))
  return {
    verdict: verdictOf(judgement, after),
    method: judgement.method,
    expected: judgement.expected,
    effectPercent: finite(judgement.effectPercent),
    standardErrorPercent: finite(judgement.standardErrorPercent),
    interval: interval ? { from: asEffect(interval.to), to: asEffect(interval.from) } : null,
    pValue: finite(judgement.pValue),
    working: workingOf(judgement, volumes, ground.roads),
    // Volumes are counted for both directions: there is none of one carriageway.
    rates: ground.heading ? null : ratesOf(ground, before, after),
    formula: formulas[judgement.method],
  }
}

function warningsOf(method: Evaluation['method'], { treatment }: Known, ground: Ground, nearby: number) {
  const { from, to, road } = ground.stretch
  const breaks = ground.roads.find(({ code }) => code === road)?.chainBreaks ?? []
  const given = {
    ...(method === 'naive' ? { regression: warnings.regression() } : {}),
    ...(nearby > 0 ? { nearby: warnings.nearby(nearby) } : {}),
    ...(treatment.isGone ? { gone: warnings.gone() } : {}),
    ...(breaks.some((at) => at > from && at < to) ? { chainBreak: warnings.chainBreak() } : {}),
  }
  return Object.entries(given).map(([code, message]) => ({ code, message }))
}

function stretchView(
  { kind, roadName }: Treatment,
  { road, from, to }: OnRoad,
  heading?: Surveyed['heading'],
): Evaluation['stretch'] {
  const own = heading ? carriagewayRule(heading) : bothDirections
  const { zh, en } = stretchRules[kind]
  return {
    ...{ road, roadName, fromStake: from, toStake: to, stakeText: formatPlaceRange(road, from, to) },
    ...{ lengthMetres: to - from, rule: { zh: zh + own.zh, en: en + own.en } },
  }
}

/** The whole answer; the same facts give the same answer. */
export function evaluate(known: Known, calibre: Calibre, plan: Plan, surveyed?: Surveyed): Evaluation {
  const { treatment, records } = known
  const { kind, id, number, name } = treatment
  const { stretch, periods, refusal } = plan
  const frame = {
    ...{ subject: { kind, id, number, name }, calibre, treatedOn: treatment.on, records: records ?? null },
    stretch: stretch ? stretchView(treatment, stretch, surveyed?.heading) : null,
    excludedMonth: periods ? monthText(periods.excluded) : null,
  }
  if (!stretch || !periods || !surveyed) {
    const empty = { before: null, after: null, warnings: [], nearby: [] }
    return { ...frame, ...nothingReckoned, ...empty, verdict: refused(refusal!) }
  }
  const ground = { ...surveyed, stretch, before: periods.before, after: periods.after }
  const [before, after] = [periods.before, periods.after].map((period) =>
    periodView(period, stretch, surveyed.accidents),
  )
  const result =
    refusal || !before || !after
      ? { ...nothingReckoned, verdict: refused(refusal!) }
      : reckoned(ground, before, after)
  const nearby = nearbyOf(known, stretch, surveyed)
  return {
    ...{ ...frame, ...result, before: before ?? null, after: after ?? null, nearby },
    warnings: warningsOf(result.method, known, ground, nearby.length),
  }
}
