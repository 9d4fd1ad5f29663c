import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sweepWindows } from '../../../../api/hotspots/analysis/window-sweep.ts'

const stakes = fc
  .array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 60 })
  .map((values) => values.sort((a, b) => a - b))

/** The definition itself, in the slowest way: an event is inside when some full window contains it. */
function eventsInsideDenseWindows(
  values: readonly number[],
  windowLength: number,
  minimum: number,
): Set<number> {
  const inside = new Set<number>()
  for (let start = 0; start < values.length; start++) {
    const window = values
      .map((_, i) => i)
      .filter((i) => i >= start && values[i]! - values[start]! <= windowLength)
    if (window.length >= minimum) window.forEach((i) => inside.add(i))
  }
  return inside
}

describe('maximal stretches along the stakes', () => {
  test('a window of 500 m counts both of its ends', () => {
    expect(sweepWindows([1_000, 1_250, 1_500], 500, 3)).toMatchObject([
      { fromStake: 1_000, toStake: 1_500, densest: 3 },
    ])
    expect(sweepWindows([1_000, 1_250, 1_501], 500, 3)).toEqual([])
  })

  test('windows that share an accident become one stretch, longer than the window', () => {
    expect(sweepWindows([0, 200, 400, 600, 800], 500, 3)).toEqual([
      { first: 0, last: 4, fromStake: 0, toStake: 800, densest: 3 },
    ])
  })

  test('two clusters with an empty kilometre between them stay two', () => {
    expect(sweepWindows([0, 10, 20, 1_500, 1_510, 1_520], 500, 3)).toHaveLength(2)
  })

  test('all accidents at one stake are a stretch of no length', () => {
    expect(sweepWindows([700, 700, 700], 500, 3)).toMatchObject([
      { fromStake: 700, toStake: 700, densest: 3 },
    ])
  })

  test('no accident and one accident give nothing', () => {
    expect(sweepWindows([], 500, 3)).toEqual([])
    expect(sweepWindows([5], 500, 3)).toEqual([])
  })

  test('holds exactly the events that some dense window contains, and never overlaps', () => {
    fc.assert(
      fc.property(
        stakes,
        fc.integer({ min: 1, max: 800 }),
        fc.integer({ min: 1, max: 5 }),
        (values, length, minimum) => {
          const stretches = sweepWindows(values, length, minimum)
          const found = stretches.flatMap(({ first, last }) =>
            Array.from({ length: last - first + 1 }, (_, i) => first + i),
          )
          expect(new Set(found)).toEqual(eventsInsideDenseWindows(values, length, minimum))
          expect(found).toHaveLength(new Set(found).size)
        },
      ),
    )
  })
})
