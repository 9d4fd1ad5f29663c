import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stakesOfRow } from '../../../api/facilities/facility-sets.ts'

test('every 20 m from K1046+200 to +320 are seven, in either sense', () => {
  const row = [1046200, 1046220, 1046240, 1046260, 1046280, 1046300, 1046320]
  expect(stakesOfRow({ fromStake: 1046200, toStake: 1046320, every: 20 })).toEqual(row)
  expect(stakesOfRow({ fromStake: 1046320, toStake: 1046200, every: 20 })).toEqual(row.toReversed())
  expect(stakesOfRow({ fromStake: 1046200, toStake: 1046320, every: 0 })).toEqual([])
})

test('a row begins at its first stake, keeps its spacing and never passes its end', () => {
  const metres = fc.integer({ min: 0, max: 100_000 })
  fc.assert(
    fc.property(metres, metres, fc.integer({ min: 1, max: 500 }), (fromStake, toStake, every) => {
      const row = stakesOfRow({ fromStake, toStake, every })
      const [low, high] = [Math.min(fromStake, toStake), Math.max(fromStake, toStake)]
      expect(row[0]).toBe(fromStake)
      expect(row.every((stake) => stake >= low && stake <= high)).toBe(true)
      expect(row.slice(1).every((stake, index) => Math.abs(stake - row[index]!) === every)).toBe(true)
      expect(Math.abs(toStake - row.at(-1)!)).toBeLessThan(every)
    }),
  )
})
