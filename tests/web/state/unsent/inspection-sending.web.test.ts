import { describe, expect, test } from 'vitest'
import { ApiProblem, Unreachable } from '../../../../api/client.ts'
import type { Facility } from '../../../../web/src/api/api-types.ts'
import {
  InspectionSending,
  type InspectionOrder,
} from '../../../../web/src/state/unsent/inspection-sending.svelte.ts'

const order = (id: string): InspectionOrder => ({
  id,
  facilityId: `f-${id}`,
  body: { at: '2026-11-23T02:00:00Z', state: 'working', checks: {} },
  label: `G109 ${id}`,
})
const refusal = new ApiProblem({
  ...{ type: 'about:blank', title: '', status: 422, detail: '设施还在规划', requestId: '' },
})

function newStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
}

/** A line that can be cut, and a service that may refuse. */
function newLine(storage = newStorage(), owner = 'squad') {
  const line = { isCut: false, refuses: [] as string[] }
  const arrived: InspectionOrder[] = []
  const sent: string[] = []
  const sending = new InspectionSending({
    storage,
    owner: () => owner,
    onsent: ({ id }) => void sent.push(id),
    send: async (one) => {
      if (line.isCut) throw new Unreachable('cut')
      if (line.refuses.includes(one.id)) throw refusal
      arrived.push(one)
      return { id: one.facilityId } as Facility
    },
  })
  return { line, arrived, sent, sending, storage }
}

describe('inspections on their way', () => {
  test('arrive at once where there is signal, and leave nothing behind', async () => {
    const { sending, sent, storage } = newLine()
    expect(await sending.send(order('a'))).toMatchObject({ id: 'f-a' })
    expect(sent).toEqual(['a'])
    expect(storage.getItem('draft:inspections:squad')).toBeNull()
  })

  test('wait without signal, outlive the page, and go in their order under the same ids', async () => {
    const { line, sending, storage } = newLine()
    line.isCut = true
    expect(await sending.send(order('a'))).toBeUndefined()
    expect(await sending.send(order('b'))).toBeUndefined()
    expect(await sending.send(order('a'))).toBeUndefined()
    expect(sending.waiting).toHaveLength(2)
    const anew = newLine(storage)
    await anew.sending.restore()
    expect(anew.arrived.map(({ id, body }) => `${id} ${body.at}`)).toEqual([
      'b 2026-11-23T02:00:00Z',
      'a 2026-11-23T02:00:00Z',
    ])
    expect(anew.sent).toEqual(['b', 'a'])
    expect(anew.sending.waiting).toEqual([])
    expect(storage.getItem('draft:inspections:squad')).toBeNull()
  })

  test('what is refused later stays, says why, and lets the next one go', async () => {
    const { line, sending, arrived } = newLine()
    line.isCut = true
    await sending.send(order('a'))
    await sending.send(order('b'))
    Object.assign(line, { isCut: false, refuses: ['a'] })
    await sending.sendWaiting()
    expect(arrived.map(({ id }) => id)).toEqual(['b'])
    expect(sending.waiting).toMatchObject([{ id: 'a', refusal: '设施还在规划' }])
    await expect(sending.send(order('a'))).rejects.toBe(refusal)
    sending.drop('a')
    expect(sending.waiting).toEqual([])
  })

  test('go unasked when the line is back; what was refused is not asked again', async () => {
    const { line, sending, arrived } = newLine()
    line.isCut = true
    await sending.send(order('a'))
    await sending.send(order('b'))
    await sending.sendAgain()
    expect(sending.isAwaited).toBe(true)
    Object.assign(line, { isCut: false, refuses: ['a'] })
    await sending.sendAgain()
    expect(arrived.map(({ id }) => id)).toEqual(['b'])
    expect(sending.isAwaited).toBe(false)
    line.refuses = []
    await sending.sendAgain()
    expect(sending.waiting).toHaveLength(1)
    await sending.sendWaiting()
    expect(sending.waiting).toEqual([])
  })

  test('are not sent in the name of who sat down meanwhile', async () => {
    const { line, sending, arrived } = newLine()
    line.isCut = true
    await sending.send(order('a'))
    await sending.send(order('b'))
    line.isCut = false
    const going = sending.sendAgain()
    sending.clear()
    await going
    // The first was under way already.
    expect(arrived.map(({ id }) => id)).toEqual(['a'])
  })

  test('stay with who made them, when another person sits down', async () => {
    const { line, sending, storage } = newLine()
    line.isCut = true
    await sending.send(order('a'))
    sending.clear()
    const other = newLine(storage, 'clerk')
    await other.sending.restore()
    expect(other.arrived).toEqual([])
    line.isCut = false
    await sending.restore()
    expect(sending.waiting).toEqual([])
  })
})
