import type { Text } from '../../http/text.ts'
import { countMonths, periodsAround, recordedMonths, type Periods } from '../analysis/before-after/periods.ts'
import type { OnRoad } from '../analysis/before-after/reference-group.ts'
import { verdictTexts } from './evaluation-words.ts'
import { stretchOf, type Treatment } from './treatment.ts'

export interface Known {
  readonly treatment: Treatment
  /** First and last accident of the calibre. */
  readonly records: { readonly from: string; readonly to: string } | undefined
  readonly today: string
}

export interface Refusal {
  readonly code: 'notEvaluable' | 'tooEarly'
  readonly text: Text
  readonly tellableFrom: string | null
}

/** Where and when to look; what is missing stays undefined and the refusal says why. */
export interface Plan {
  readonly stretch?: OnRoad
  readonly periods?: Periods
  readonly refusal?: Refusal
}

const cannot = (text: Text): Refusal => ({ code: 'notEvaluable', text, tellableFrom: null })

function withoutDate({ kind, isPending }: Treatment): Refusal {
  if (kind === 'hazard') return cannot(verdictTexts.notClosed())
  return cannot(isPending ? verdictTexts.planned() : verdictTexts.noDate())
}

function refusalInTime(
  { today }: Known,
  on: string,
  records: { from: string; to: string },
  periods: Periods,
) {
  const { tellableFrom } = periods
  const early = (text: Text): Refusal => ({ code: 'tooEarly', text, tellableFrom })
  if (on > today) return early(verdictTexts.future(on))
  if (!periods.isBeforeLongEnough) return cannot(verdictTexts.beforeTooShort(on, records.from))
  if (periods.isAfterLongEnough) return undefined
  return early(verdictTexts.tooEarly(countMonths(periods.after), records.to, tellableFrom))
}

/** A verdict is refused before anything is counted where counting could not tell. */
export function planEvaluation(known: Known): Plan {
  const { treatment, records } = known
  const stretch = stretchOf(treatment)
  if (!stretch) return { refusal: cannot(verdictTexts.noStake()) }
  const { on } = treatment
  if (on === null || treatment.isPending) return { stretch, refusal: withoutDate(treatment) }
  if (!records) return { stretch, refusal: cannot(verdictTexts.noRecords()) }
  const periods = periodsAround(on, recordedMonths(records.from, records.to))
  const refusal = refusalInTime(known, on, records, periods)
  return { stretch, periods, ...(refusal ? { refusal } : {}) }
}
