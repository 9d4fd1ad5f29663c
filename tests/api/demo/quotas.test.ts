import fc from 'fast-check'
import { expect, test } from 'vitest'
import { largestRemainder, remaining, splitAmount } from '../../../api/demo/quotas.ts'

test('shares are whole, add up to the total and are never a whole unit off', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 1000 }), (given, total) => {
      const keyed = Object.fromEntries(given.map((weight, i) => [`k${i}`, weight]))
      const shares = largestRemainder(keyed, total)
      const sum = given.reduce((all, weight) => all + weight, 0)
      expect(Object.values(shares).reduce((all, share) => all + share, 0)).toBe(total)
      given.forEach((weight, i) =>
        expect(Math.abs(shares[`k${i}`]! - (weight * total) / sum)).toBeLessThan(1),
      )
    }),
  )
})

test('52, 9 and 39 per cent of 194 are 101, 17 and 76', () => {
  expect(largestRemainder({ a: 52, b: 9, c: 39 }, 194)).toEqual({ a: 101, b: 17, c: 76 })
})

test('what is given away leaves the quota, and more than the quota cannot be given away', () => {
  expect(remaining<string>({ a: 2, b: 1 }, ['a'])).toEqual(['a', 'b'])
  expect(() => remaining({ a: 1 }, ['a', 'a'])).toThrow('used up')
})

test('an amount of money is split to the last yuan', () => {
  const parts = splitAmount(181_350, [1, 2.5, 0.7], 100)
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(181_350)
  expect(parts.slice(1).every((part) => part % 100 === 0)).toBe(true)
})
