import type { VolumePrediction } from './judge.ts'
import { countMonths, monthText, type Month, type Months } from './periods.ts'
import { overlaps, type OnRoad, type ReferenceStretch } from './reference-group.ts'
import { calibrationFactor, type SafetyPerformanceFunction } from './safety-performance.ts'

export interface Volume extends OnRoad {
  readonly year: number
  readonly aadt: number
}

/** Fewer accidents on the counted reference stretches would make a factor of chance. */
const leastForCalibration = 20

const yearOf = (month: Month) => Number(monthText(month).slice(0, 4))

/** Of one month: the count of its year, else of the nearest year within the period; undefined where there is none. */
function aadtOf(volumes: readonly Volume[], month: Month, { from, to }: Months): number | undefined {
  const year = yearOf(month)
  const inPeriod = volumes.filter((volume) => volume.year >= yearOf(from) && volume.year <= yearOf(to))
  const nearest = inPeriod.sort(
    (a, b) => Math.abs(a.year - year) - Math.abs(b.year - year) || a.year - b.year || a.from - b.from,
  )
  return nearest[0]?.aadt
}

const middleOf = ({ road, from, to }: OnRoad): OnRoad => ({
  road,
  from: (from + to) / 2,
  to: (from + to) / 2,
})

/** Vehicles a day, month by month; undefined where the period has no count at all. */
export function monthlyAadt(
  volumes: readonly Volume[],
  stretch: OnRoad,
  period: Months,
): number[] | undefined {
  const own = volumes.filter((volume) => overlaps(volume, middleOf(stretch)))
  const months = Array.from({ length: countMonths(period) }, (_, i) => aadtOf(own, period.from + i, period))
  return months.length > 0 && months.every((aadt) => aadt !== undefined) ? months : undefined
}

export interface CalibratedPrediction extends VolumePrediction {
  readonly calibration: number
  readonly calibratedOn: number
  readonly aadtBefore: number
  readonly aadtAfter: number
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

interface VolumeFacts {
  readonly volumes: readonly Volume[]
  readonly stretch: OnRoad
  readonly before: Months
  readonly after: Months
  readonly reference: readonly ReferenceStretch[]
  readonly model: SafetyPerformanceFunction
}

/** The model's word on the stretch, brought to the level of this banner; undefined where volumes or accidents lack. */
export function predictByVolumes(facts: VolumeFacts): CalibratedPrediction | undefined {
  const { volumes, stretch, before, after, reference, model } = facts
  const length = stretch.to - stretch.from
  const inYears = (aadts: readonly number[]) =>
    aadts.reduce((sum, aadt) => sum + model.predictYear(aadt, length) / 12, 0)
  const own = { before: monthlyAadt(volumes, stretch, before), after: monthlyAadt(volumes, stretch, after) }
  if (!own.before || !own.after || Math.max(...own.before, ...own.after) > model.highestAadt) return undefined
  const counted = reference.flatMap((each) => {
    const aadts = monthlyAadt(volumes, each, before)
    return aadts ? [{ observed: each.before, predicted: inYears(aadts) }] : []
  })
  const observed = counted.reduce((sum, each) => sum + each.observed, 0)
  const predicted = counted.reduce((sum, each) => sum + each.predicted, 0)
  const calibration = calibrationFactor(observed, predicted)
  if (calibration === undefined || observed < leastForCalibration) return undefined
  return {
    ...{ before: calibration * inYears(own.before), after: calibration * inYears(own.after) },
    ...{ overdispersion: model.overdispersionOf(length), calibration, calibratedOn: observed },
    ...{ aadtBefore: meanOf(own.before), aadtAfter: meanOf(own.after) },
  }
}
