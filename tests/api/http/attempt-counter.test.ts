import { describe, expect, test } from 'vitest'
import { addressKey, newAttemptCounter } from '../../../api/http/attempt-counter.ts'

const limits = { attempts: 2, windowMs: 1000, capacity: 3 }

describe('attempts', () => {
  test('beyond the limit wait until the window that began with the first is over', () => {
    const counter = newAttemptCounter(limits)
    expect([counter.take('a', 0), counter.take('a', 100), counter.take('a', 400)]).toEqual([0, 0, 600])
    expect(counter.take('b', 400)).toBe(0)
    expect(counter.take('a', 1000)).toBe(0)
  })

  test('that succeeded are given back', () => {
    const counter = newAttemptCounter(limits)
    for (let attempt = 0; attempt < 50; attempt++) {
      expect(counter.take('a', attempt)).toBe(0)
      counter.giveBack('a')
    }
  })

  test('of ten thousand invented keys fill no memory: the oldest are forgotten', () => {
    const counter = newAttemptCounter(limits)
    counter.take('first', 0)
    counter.take('first', 0)
    for (let key = 0; key < 10_000; key++) counter.take(String(key), 1)
    expect(counter.take('first', 2)).toBe(0)
    expect(counter.take('9999', 2)).toBe(0)
    expect(counter.take('9999', 2)).toBeGreaterThan(0)
  })
})

test('an IPv6 line counts as one, an IPv4 address as itself', () => {
  expect(addressKey('2001:db8:1:2::5')).toBe(addressKey('2001:db8:1:2:ffff:0:0:9'))
  expect(addressKey('2001:db8::5')).not.toBe(addressKey('2001:db8:1:2::5'))
  expect(addressKey('::1')).toBe('0:0:0:0::/64')
  expect([addressKey('10.0.0.1'), addressKey(undefined)]).toEqual(['10.0.0.1', 'unknown'])
})
