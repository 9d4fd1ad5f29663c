import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { repeatPatiently } from '../../../../web/src/state/unsent/patient-repeat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('sending again', () => {
  test('waits twice as long each time, up to the longest', async () => {
    const begun = Date.now()
    const triedAt: number[] = []
    const stop = repeatPatiently(async () => void triedAt.push(Date.now() - begun), {
      firstMs: 10,
      longestMs: 40,
    })
    await vi.advanceTimersByTimeAsync(150)
    expect(triedAt).toEqual([10, 30, 70, 110, 150])
    stop()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(triedAt).toHaveLength(5)
  })

  test('stopped during a try, it does not begin another wait', async () => {
    let answer = () => {}
    const send = vi.fn(() => new Promise<void>((done) => (answer = done)))
    const stop = repeatPatiently(send, { firstMs: 10, longestMs: 40 })
    await vi.advanceTimersByTimeAsync(10)
    stop()
    answer()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(send).toHaveBeenCalledTimes(1)
  })
})
