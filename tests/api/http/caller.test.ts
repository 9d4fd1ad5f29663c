import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { callerOf } from '../../../api/http/caller.ts'
import { deviceOf } from '../../../api/http/device.ts'

async function caller(trustsProxy: boolean, remoteAddress: string, headers: Record<string, string>) {
  const app = new Hono().get('/', (c) => c.json(callerOf(c, trustsProxy)))
  const answer = await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } })
  return answer.json()
}

describe('where a request comes from', () => {
  test('is the socket, whatever the header claims', async () => {
    const claim = { 'x-forwarded-for': '10.9.9.9' }
    expect(await caller(false, '::ffff:192.168.1.20', claim)).toEqual({ address: '192.168.1.20' })
  })

  test('is what our own proxy says, which is the last address in the header', async () => {
    const claim = { 'x-forwarded-for': '1.2.3.4, 192.168.1.77' }
    expect(await caller(true, '127.0.0.1', claim)).toEqual({ address: '192.168.1.77' })
  })

  test('is the socket when the proxy says no address', async () => {
    const claim = { 'x-forwarded-for': 'unknown <script>' }
    expect(await caller(true, '127.0.0.1', claim)).toEqual({ address: '127.0.0.1' })
  })
})

describe('the device', () => {
  test.each([
    [
      'Mozilla/5.0 (Linux; Android 14; V2314A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Mobile Safari/537.36',
      'Chrome 128 · Android 14',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36 Edg/128.0.0.0',
      'Edge 128 · Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
      'Safari 17 · iOS',
    ],
    ['curl/8.5.0', 'curl/8.5.0'],
  ])('%s is told in few words', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device))

  test('is unknown without a user agent', () => expect(deviceOf(undefined)).toBeUndefined())
})
