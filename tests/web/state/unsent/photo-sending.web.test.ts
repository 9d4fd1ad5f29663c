import { describe, expect, test } from 'vitest'
import { Unreachable } from '../../../../api/client.ts'
import type { HazardPhoto, PhotoOrder } from '../../../../web/src/api/photo-calls.ts'
import { PhotoSending } from '../../../../web/src/state/unsent/photo-sending.svelte.ts'
import type { UnsentPhoto, UnsentPhotos } from '../../../../web/src/state/unsent/unsent-photos.ts'

const file = (name: string) => new File(['x'], name)
const found = (hazardId: string) => ({ hazardId, stage: 'found' }) as const
const answered = () => new Promise((done) => setTimeout(done, 0))

/** A device that keeps what it is given, for one owner and another. */
function newDevice() {
  const kept = new Map<string, { owner: string; photo: UnsentPhoto }>()
  const unsent: UnsentPhotos = {
    list: async (owner) => [...kept.values()].filter((one) => one.owner === owner).map(({ photo }) => photo),
    keep: async (owner, photo) => {
      kept.set(photo.id, { owner, photo })
      return true
    },
    drop: async (id) => void kept.delete(id),
  }
  return { kept, unsent }
}

/** Answers each photo when told to. */
function newLine(device = newDevice(), owner = 'squad') {
  const asked: { order: PhotoOrder; answer: () => void; fail: (error?: Error) => void }[] = []
  const send = (order: PhotoOrder) =>
    new Promise<HazardPhoto>((done, fail) =>
      asked.push({
        order,
        answer: () => done({ id: order.id } as HazardPhoto),
        fail: (error = new Error('refused')) => fail(error),
      }),
    )
  const sending = new PhotoSending({ send, unsent: device.unsent, owner: () => owner })
  return { asked, sending, device }
}

describe('photos on their way', () => {
  test('go one after another, and are told when they are there', async () => {
    const { asked, sending } = newLine()
    await sending.add(found('h1'), [file('a'), file('b')])
    expect(sending.of('h1').map(({ state }) => state)).toEqual(['chosen', 'chosen'])
    expect(asked).toEqual([])
    sending.send('h1')
    expect(asked.map(({ order }) => order.file.name)).toEqual(['a'])
    asked[0]!.answer()
    await answered()
    expect(asked.map(({ order }) => order.file.name)).toEqual(['a', 'b'])
    expect(sending.arrived).toHaveLength(1)
    expect(sending.of('h1').map(({ state }) => state)).toEqual(['sending'])
  })

  test('one that failed lets the next go, stays, and is sent again under the same id', async () => {
    const { asked, sending } = newLine()
    await sending.add(found('h1'), [file('a'), file('b')])
    sending.send('h1')
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

  test('go unasked when the line is back; what was refused is not asked again', async () => {
    const { asked, sending } = newLine()
    await sending.add(found('h1'), [file('a'), file('b')])
    sending.send('h1')
    asked[0]!.fail()
    await answered()
    asked[1]!.fail(new Unreachable('cut'))
    await answered()
    expect(sending.isAwaited).toBe(true)
    sending.sendAgain()
    expect(sending.of('h1').map(({ state }) => state)).toEqual(['failed', 'sending'])
    asked[2]!.answer()
    await answered()
    expect(sending.of('h1').map(({ file }) => file.name)).toEqual(['a'])
    expect(sending.isAwaited).toBe(false)
  })

  test('held ones wait for their hazard, and are dropped with it', async () => {
    const { asked, sending } = newLine()
    await sending.add(found('h1'), [file('a')], { isHeld: true })
    await sending.add(found('h2'), [file('b')], { isHeld: true })
    expect(asked).toEqual([])
    sending.dropHeld('h2')
    sending.release('h1')
    expect(asked.map(({ order }) => order.file.name)).toEqual(['a'])
    sending.dropHeld('h1')
    expect(sending.of('h1')).toHaveLength(1)
    expect(sending.of('h2')).toEqual([])
  })

  test('of an inspection wait for that inspection, not for their facility', async () => {
    const { asked, sending, device } = newLine()
    const at = (inspectionId: string | null) => ({ facilityId: 'f1', inspectionId })
    await sending.add(at('i1'), [file('a')], { isHeld: true })
    await sending.add(at('i2'), [file('b')], { isHeld: true })
    await sending.add(at(null), [file('c')])
    expect(sending.of('f1')).toHaveLength(3)
    sending.release('f1')
    expect(asked).toEqual([])
    sending.release('i2')
    expect(asked.map(({ order }) => order)).toMatchObject([{ facilityId: 'f1', inspectionId: 'i2' }])
    const anew = newLine(device)
    await anew.sending.restore()
    expect(anew.sending.items.map(({ file, state }) => `${file.name} ${state}`)).toEqual([
      'a held',
      'b chosen',
      'c chosen',
    ])
  })

  test('outlive the page until they are acknowledged, each in the state it had', async () => {
    const { asked, sending, device } = newLine()
    await sending.add(found('h1'), [file('a'), file('b')])
    await sending.add(found('h2'), [file('c')], { isHeld: true })
    sending.send('h1')
    asked[0]!.answer()
    await answered()
    const anew = newLine(device)
    await anew.sending.restore()
    await anew.sending.restore()
    expect(anew.sending.items.map(({ file, state }) => `${file.name} ${state}`)).toEqual([
      'b chosen',
      'c held',
    ])
    expect(anew.sending.items[0]!.id).toBe(asked[1]!.order.id)
    anew.sending.remove(anew.sending.items[0]!.id)
    anew.sending.dropHeld('h2')
    expect(device.kept.size).toBe(0)
  })

  test('stay with who took them, when another person sits down', async () => {
    const { sending, device } = newLine()
    await sending.add(found('h1'), [file('a')])
    sending.clear()
    const other = newLine(device, 'clerk')
    await other.sending.restore()
    expect(other.sending.items).toEqual([])
    await sending.restore()
    expect(sending.items).toHaveLength(1)
  })
})
