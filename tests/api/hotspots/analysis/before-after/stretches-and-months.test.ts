import { describe, expect, test } from 'vitest'
import {
  monthlyAadt,
  predictByVolumes,
} from '../../../../../api/hotspots/analysis/before-after/calibrated-volumes.ts'
import {
  countMonths,
  lastDay,
  monthOf,
  monthText,
  periodsAround,
  recordedMonths,
} from '../../../../../api/hotspots/analysis/before-after/periods.ts'
import {
  referenceStretches,
  unionOf,
} from '../../../../../api/hotspots/analysis/before-after/reference-group.ts'
import { ruralTwoLane } from '../../../../../api/hotspots/analysis/before-after/safety-performance.ts'

const months = (from: string, to: string) => ({ from: monthOf(from), to: monthOf(to) })
const asText = ({ from, to }: { from: number; to: number }) => `${monthText(from)} ${monthText(to)}`

describe('the months before and after', () => {
  const recorded = months('2020-01-01', '2025-11-01')

  test('are whole years on both sides of the month of the treatment', () => {
    const periods = periodsAround('2023-06-15', recorded)
    expect(asText(periods.before)).toBe('2020-06 2023-05')
    expect(asText(periods.after)).toBe('2023-07 2025-06')
    expect(monthText(periods.excluded)).toBe('2023-06')
    expect(periods).toMatchObject({ isBeforeLongEnough: true, isAfterLongEnough: true })
  })

  test('eleven months after are too early, and the day is known on which it can be told', () => {
    const periods = periodsAround('2024-12-31', recorded)
    expect(periods.isAfterLongEnough).toBe(false)
    expect(countMonths(periods.after)).toBe(11)
    expect(periods.tellableFrom).toBe('2026-01-01')
  })

  test('a treatment before the records begin has nothing before it', () => {
    const periods = periodsAround('2019-03-01', recorded)
    expect(periods.isBeforeLongEnough).toBe(false)
    expect(countMonths(periods.before)).toBe(0)
    expect(periodsAround('2020-12-01', recorded).isBeforeLongEnough).toBe(false)
    expect(periodsAround('2021-01-01', recorded).isBeforeLongEnough).toBe(true)
  })

  test('a treatment that is still to come has nothing after it', () => {
    const periods = periodsAround('2027-03-01', recorded)
    expect(periods).toMatchObject({ isBeforeLongEnough: true, isAfterLongEnough: false })
    expect(countMonths(periods.after)).toBe(0)
  })

  test('no more than five years count', () => {
    const periods = periodsAround('2012-06-15', months('2001-01-01', '2025-11-01'))
    expect([countMonths(periods.before), countMonths(periods.after)]).toEqual([60, 60])
  })

  test('the month of the last record may be incomplete; that of the first counts when it begins early', () => {
    expect(asText(recordedMonths('2022-01-02', '2025-12-03'))).toBe('2022-01 2025-11')
    expect(asText(recordedMonths('2022-01-08', '2025-12-31'))).toBe('2022-02 2025-11')
    expect(lastDay(monthOf('2024-02-01'))).toBe('2024-02-29')
    expect(lastDay(monthOf('2025-12-01'))).toBe('2025-12-31')
  })
})

const period = { before: months('2022-01-01', '2023-12-01'), after: months('2024-02-01', '2025-01-01') }
const road = { code: 'S216', ranges: [{ from: 0, to: 4_100 }], chainBreaks: [] }
const accident = (stake: number, day: string) => ({ road: 'S216', stake, month: monthOf(day) })

describe('the reference group', () => {
  const cut = (given: object = {}) =>
    referenceStretches({
      ...{ roads: [road], length: 500, treated: [], treatedLater: [], accidents: [], ...period },
      ...given,
    })

  test('cuts equal stretches, leaves the rest of the road over, and counts each accident once', () => {
    const accidents = [
      accident(500, '2022-05-01'),
      accident(499, '2024-03-01'),
      accident(4_050, '2022-05-01'),
    ]
    const stretches = cut({ accidents })
    expect(stretches).toHaveLength(8)
    expect(stretches[0]).toMatchObject({ from: 0, before: 0, after: 1 })
    expect(stretches[1]).toMatchObject({ from: 500, before: 1, after: 0 })
    expect(stretches.reduce((sum, { before }) => sum + before, 0)).toBe(1)
  })

  test('the month of the treatment counts on neither side', () => {
    const stretches = cut({ accidents: [accident(100, '2024-01-15')] })
    expect(stretches[0]).toMatchObject({ before: 0, after: 0 })
  })

  test('leaves out what was treated, and what lies across a chain break', () => {
    expect(cut({ treated: [{ road: 'S216', from: 900, to: 1_400 }] }).map(({ from }) => from)).toEqual([
      ...[0, 1_500, 2_000, 2_500, 3_000, 3_500],
    ])
    const later = cut({ treatedLater: [{ road: 'S216', from: 900, to: 1_400 }] })
    expect(later.filter(({ isTreatedLater }) => isTreatedLater).map(({ from }) => from)).toEqual([500, 1_000])
    expect(cut({ treated: [{ road: 'G109', from: 900, to: 1_400 }] })).toHaveLength(8)
    expect(cut({ roads: [{ ...road, chainBreaks: [2_200] }] })).toHaveLength(7)
  })

  test('two carriageways are one road, a gap between sections is none', () => {
    const [low, high] = [
      { from: 0, to: 1_000 },
      { from: 3_000, to: 4_000 },
    ]
    expect(unionOf([high, low, low, { from: 500, to: 1_500 }])).toEqual([{ from: 0, to: 1_500 }, high])
    expect(cut({ roads: [{ ...road, ranges: [high, low] }] }).map(({ from }) => from)).toEqual([
      ...[0, 500, 3_000, 3_500],
    ])
  })
})

describe('prediction by traffic volumes', () => {
  const volume = (year: number, aadt: number) => ({ road: 'S216', from: 0, to: 4_100, year, aadt })
  const stretch = { road: 'S216', from: 1_000, to: 1_500 }
  const reference = [2_000, 2_500].map((from) => ({
    ...{ road: 'S216', from, to: from + 500, before: 15, after: 5, isTreatedLater: false },
  }))
  const predict = (volumes: ReturnType<typeof volume>[]) =>
    predictByVolumes({ volumes, stretch, ...period, reference, model: ruralTwoLane })

  test('is the model, brought to the level of the local stretches', () => {
    const predicted = predict([volume(2022, 3_000), volume(2024, 3_300)])!
    expect(predicted.calibration).toBeCloseTo(15 / (2 * ruralTwoLane.predictYear(3_000, 500)), 9)
    expect(predicted.before).toBeCloseTo(15, 9)
    expect(predicted.after / predicted.before).toBeCloseTo(1.1 / 2, 9)
  })

  test('a year without a count takes the nearest of its period, never one of the other period', () => {
    expect(monthlyAadt([volume(2023, 900)], stretch, period.before)?.[0]).toBe(900)
    expect(monthlyAadt([volume(2023, 900)], stretch, period.after)).toBeUndefined()
  })

  test('needs counts on both sides, accidents to calibrate with, and traffic that the model knows', () => {
    expect(predict([volume(2022, 3_000)])).toBeUndefined()
    expect(predict([volume(2022, 3_000), volume(2024, 30_000)])).toBeUndefined()
    expect(predict([volume(2022, 0), volume(2024, 0)])).toBeUndefined()
    const few = reference.map((each) => ({ ...each, before: 9 }))
    const volumes = [volume(2022, 3_000), volume(2024, 3_300)]
    expect(
      predictByVolumes({ volumes, stretch, ...period, reference: few, model: ruralTwoLane }),
    ).toBeUndefined()
  })
})
