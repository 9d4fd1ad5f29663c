import { describe, expect, test } from 'vitest'
import { createClient, Unreachable } from '../../../api/client.ts'

const clientOver = (answer: () => Promise<Response>) =>
  createClient({ fetch: answer, language: () => 'zh', onSessionEnd: async () => false })
const breaksWith = (error: Error) => new Response(new ReadableStream({ pull: () => Promise.reject(error) }))

describe('a line that breaks', () => {
  const gone = new TypeError('network error')

  test('before the answer or in the middle of it is no answer', async () => {
    const unanswered = clientOver(() => Promise.reject(gone))
    await expect(unanswered.json('/api/roads')).rejects.toBeInstanceOf(Unreachable)
    const cut = clientOver(async () => breaksWith(gone))
    await expect(cut.json('/api/roads')).rejects.toBeInstanceOf(Unreachable)
    await expect(cut.file('/api/roads')).rejects.toBeInstanceOf(Unreachable)
  })

  test('because the caller hung up is told as such', async () => {
    const hungUp = new DOMException('hung up', 'AbortError')
    const cut = clientOver(async () => breaksWith(hungUp))
    await expect(cut.json('/api/roads')).rejects.toBe(hungUp)
  })
})
