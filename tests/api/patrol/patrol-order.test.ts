import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderAlong, totalOf, type Waypoint } from '../../../api/patrol/patrol-order.ts'

const length = 50_000
const position = fc.integer({ min: 0, max: length })

const named = (spans: readonly (readonly [number, number])[]): Waypoint[] =>
  spans.map(([from, to], i) => ({ id: `s${String(i).padStart(2, '0')}`, from, to }))
const points = fc
  .uniqueArray(position, { maxLength: 30 })
  .map((all) => named(all.map((each) => [each, each])))
const stretches = fc
  .array(fc.tuple(position, position), { maxLength: 30 })
  .map((all) => named(all.map(([a, b]) => [Math.min(a, b), Math.max(a, b)])))
const ways = ['increasing', 'decreasing'] as const

describe('the order of a patrol', () => {
  test('stops never go back, whichever way one drives, and the legs add up to the total', () => {
    fc.assert(
      fc.property(stretches, fc.constantFrom(...ways), position, (all, travel, start) => {
        const stops = orderAlong(all, travel, start)
        const distances = stops.map(({ sinceStart }) => sinceStart)
        expect(distances).toEqual([...distances].sort((a, b) => a - b))
        expect(stops.every(({ sinceLast }) => sinceLast >= 0)).toBe(true)
        expect(stops.reduce((sum, { sinceLast }) => sum + sinceLast, 0)).toBe(totalOf(stops))
      }),
    )
  })

  test('the way back is the way there in the mirror', () => {
    fc.assert(
      fc.property(points, (all) => {
        const there = orderAlong(all, 'increasing', 0)
        const back = orderAlong(all, 'decreasing', length)
        expect(back.map(({ id }) => id)).toEqual(there.map(({ id }) => id).reverse())
        const mirrored = back.map(({ sinceStart }) => length - sinceStart).reverse()
        expect(mirrored).toEqual(there.map(({ sinceStart }) => sinceStart))
      }),
    )
  })

  test('nothing ahead is lost and nothing behind is kept', () => {
    fc.assert(
      fc.property(stretches, position, (all, start) => {
        const ids = orderAlong(all, 'decreasing', start).map(({ id }) => id)
        expect(ids.toSorted()).toEqual(all.filter(({ from }) => from <= start).map(({ id }) => id))
      }),
    )
  })

  test('a stretch in which one starts is the first stop, at once', () => {
    const stops = orderAlong(
      [
        { id: 'a', from: 1200, to: 1200 },
        { id: 'b', from: 500, to: 1500 },
      ],
      'increasing',
      1000,
    )
    expect(stops.map(({ id, sinceStart }) => [id, sinceStart])).toEqual([
      ['b', 0],
      ['a', 200],
    ])
  })

  test('two things at one place come in the order of their ids, whichever way they were listed', () => {
    const both = [
      { id: 'y', from: 10, to: 10 },
      { id: 'x', from: 10, to: 10 },
    ]
    expect(orderAlong(both, 'increasing', 0).map(({ id }) => id)).toEqual(['x', 'y'])
    expect(orderAlong(both.toReversed(), 'increasing', 0).map(({ id }) => id)).toEqual(['x', 'y'])
  })
})
