import { describe, expect, test } from 'vitest'
import { ApiProblem, Unreachable } from '../../../api/client.ts'
import type { Hazard } from '../../../web/src/api/api-types.ts'
import { ActSending } from '../../../web/src/hazards/act-sending.svelte.ts'
import type { AppState } from '../../../web/src/state/app-state.svelte.ts'

const hazard = (version: number) => ({ id: 'h', version }) as Hazard
const problem = (status: number, extra: object = {}) =>
  new ApiProblem({ type: 'about:blank', title: '', status, detail: '不行', requestId: 'r', ...extra })

function sendingWith(newer: () => Promise<Hazard>) {
  const taken: Hazard[] = []
  const app = { calls: { hazard: newer } } as unknown as AppState
  return { taken, sending: new ActSending(app, (changed) => taken.push(changed)) }
}

describe('an act on its way', () => {
  test('taken by the service, the page shows what came of it', async () => {
    const { sending, taken } = sendingWith(() => Promise.reject(new Error('not asked')))
    expect(await sending.send('h', () => Promise.resolve(hazard(2)))).toBe(true)
    expect(taken).toEqual([hazard(2)])
    expect([sending.failure, sending.isBusy]).toEqual([undefined, false])
  })

  test('overtaken by another, the page takes over the newer ticket and says who did what', async () => {
    const { sending, taken } = sendingWith(() => Promise.resolve(hazard(5)))
    const changes = [
      { at: '2026-11-28T08:00:00Z', actorName: '李某', action: 'hazard.progress', fields: ['progressText'] },
    ]
    expect(await sending.send('h', () => Promise.reject(problem(409, { changes })))).toBe(false)
    expect(taken).toEqual([hazard(5)])
    expect(sending.changes).toEqual(changes)
  })

  test('a refusal of another kind leaves the ticket alone and names nobody', async () => {
    const { sending, taken } = sendingWith(() => Promise.resolve(hazard(5)))
    await sending.send('h', () => Promise.reject(problem(422, { errors: [] })))
    expect([taken, sending.changes]).toEqual([[], []])
    expect(sending.problem?.status).toBe(422)
  })

  test('without a line the refusal is still told', async () => {
    const { sending, taken } = sendingWith(() => Promise.reject(new Unreachable('gone')))
    expect(await sending.send('h', () => Promise.reject(problem(409)))).toBe(false)
    expect(taken).toEqual([])
    expect(sending.problem?.status).toBe(409)
    expect(sending.isBusy).toBe(false)
  })
})
