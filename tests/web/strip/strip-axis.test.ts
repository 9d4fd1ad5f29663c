import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisTicks } from '../../../web/src/strip/axis-ticks.ts'
import { placeStake, placeStretch, stakeAt, stripAxis } from '../../../web/src/strip/strip-axis.ts'

const road = (...chainBreaks: { atStake: number; jump: number }[]) => ({
  fromStake: 10_000,
  toStake: 40_000,
  chainBreaks,
})
const axisOf = (...breaks: { atStake: number; jump: number }[]) => stripAxis(road(...breaks))!

describe('the axis of a road', () => {
  test('without a break is its stakes', () => {
    const axis = axisOf()
    expect([axis.from, axis.to]).toEqual([10_000, 40_000])
    expect(placeStake(axis, 12_345)).toEqual({ running: 12_345 })
  })

  test('a short chain makes the road shorter than its stakes say, and skips some', () => {
    const axis = axisOf({ atStake: 20_000, jump: 500 })
    expect(axis.to).toBe(39_500)
    expect(axis.breaks).toEqual([{ running: 20_000, before: 20_000, after: 20_500 }])
    expect(placeStake(axis, 21_500)).toEqual({ running: 21_000 })
    expect(placeStake(axis, 20_200)).toEqual({ running: 20_000, doubt: 'skipped' })
  })

  test('a long chain makes it longer, and repeats stakes', () => {
    const axis = axisOf({ atStake: 20_000, jump: -300 })
    expect(axis.to).toBe(40_300)
    expect(placeStake(axis, 19_800)).toEqual({ running: 19_800, doubt: 'repeated' })
    expect(placeStake(axis, 25_000)).toEqual({ running: 25_300 })
  })

  test('a stretch that crosses a long chain and ends at a smaller stake goes forwards all the same', () => {
    const axis = axisOf({ atStake: 20_000, jump: -300 })
    expect(placeStretch(axis, 19_900, 19_800)).toMatchObject({ from: 19_900, to: 20_100 })
  })

  test('what lies beyond the ends is drawn at the end and says so', () => {
    expect(placeStake(axisOf(), 41_000)).toEqual({ running: 40_000, doubt: 'outside' })
    expect(placeStake(axisOf(), 0)).toEqual({ running: 10_000, doubt: 'outside' })
  })

  test('a road that is only a name has none', () => {
    expect(stripAxis({ fromStake: null, toStake: null, chainBreaks: [] })).toBeUndefined()
  })

  test('every place on it has a stake that leads back to it, whatever the breaks', () => {
    const jumps = fc.array(
      fc.record({
        atStake: fc.integer({ min: 11_000, max: 39_000 }),
        jump: fc.integer({ min: -400, max: 400 }),
      }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(jumps, fc.nat(29_000), (breaks, along) => {
        const axis = axisOf(...breaks)
        const running = axis.from + Math.min(along, axis.to - axis.from)
        const placed = placeStake(axis, stakeAt(axis, running))
        if (placed.doubt === undefined) expect(placed.running).toBeCloseTo(running, 6)
        else expect(placed.doubt).toBe('repeated')
      }),
    )
  })
})

describe('the ticks', () => {
  test('stand at round stakes also behind a break', () => {
    const axis = axisOf({ atStake: 20_000, jump: 350 })
    const ticks = axisTicks(axis, { from: 19_000, to: 22_000 }, { metresPerUnit: 5, labelWidth: 70 })
    expect(ticks.every(({ stake }) => stake % 100 === 0)).toBe(true)
    const kilometre = ticks.find(({ stake }) => stake === 21_000)!
    expect(kilometre).toEqual({ running: 20_650, stake: 21_000, label: 'K21' })
  })

  test('come by 100 metres close by and by kilometres from afar, their labels never on one another', () => {
    const axis = axisOf()
    const steps = [1, 10, 30, 100].map((metresPerUnit) => {
      const ticks = axisTicks(axis, axis, { metresPerUnit, labelWidth: 70 })
      const labelled = ticks.filter(({ label }) => label !== undefined)
      const gaps = labelled.slice(1).map(({ running }, i) => running - labelled[i]!.running)
      expect(Math.min(...gaps) / metresPerUnit).toBeGreaterThanOrEqual(60)
      return ticks[1]!.stake - ticks[0]!.stake
    })
    expect(steps).toEqual([100, 100, 500, 1000])
  })
})
