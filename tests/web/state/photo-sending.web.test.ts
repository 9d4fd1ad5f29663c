import { describe, expect, test } from 'vitest'
import type { HazardPhoto, PhotoOrder } from '../../../web/src/api/photo-calls.ts'
import { PhotoSending } from '../../../web/src/state/photo-sending.svelte.ts'

const file = (name: string) => new File(['x'], name)
const answered = () => new Promise((done) => setTimeout(done, 0))

/** Answers each photo when told to. */
function newLine() {
  const asked: { order: PhotoOrder; answer: () => void; fail: () => void }[] = []
  const sending = new PhotoSending(
    (order) =>
      new Promise<HazardPhoto>((done, fail) =>
        asked.push({
          order,
          answer: () => done({ id: order.id } as HazardPhoto),
          fail: () => fail(new Error('cut')),
        }),
      ),
  )
  return { asked, sending }
}

describe('photos on their way', () => {
  test('go one after another, and are told when they are there', async () => {
    const { asked, sending } = newLine()
    sending.add('h1', 'found', [file('a'), file('b')])
    expect(asked.map(({ order }) => order.file.name)).toEqual(['a'])
    asked[0]!.answer()
    await answered()
    expect(asked.map(({ order }) => order.file.name)).toEqual(['a', 'b'])
    expect(sending.arrived).toHaveLength(1)
    expect(sending.of('h1').map(({ state }) => state)).toEqual(['sending'])
  })

  test('one that failed lets the next go, stays, and is sent again under the same id', async () => {
    const { asked, sending } = newLine()
    sending.add('h1', 'found', [file('a'), file('b')])
    asked[0]!.fail()
    await answered()
    expect(sending.of('h1').map(({ state }) => state)).toEqual(['failed', 'sending'])
    asked[1]!.answer()
    await answered()
    sending.retry(asked[0]!.order.id)
    expect(asked[2]!.order.id).toBe(asked[0]!.order.id)
    asked[2]!.answer()
    await answered()
    expect(sending.items).toEqual([])
  })

  test('held ones wait for their hazard, and are dropped with it', async () => {
    const { asked, sending } = newLine()
    sending.add('h1', 'found', [file('a')], { isHeld: true })
    sending.add('h2', 'found', [file('b')], { isHeld: true })
    expect(asked).toEqual([])
    sending.dropHeld('h2')
    sending.release('h1')
    expect(asked.map(({ order }) => order.file.name)).toEqual(['a'])
    sending.dropHeld('h1')
    expect(sending.of('h1')).toHaveLength(1)
    expect(sending.of('h2')).toEqual([])
  })
})
