import { describe, expect, test } from 'vitest'
import { ApiProblem, createClient } from '../../../api/client.ts'
import type { SessionAnswer } from '../../../web/src/api/api-types.ts'
import type { Calls } from '../../../web/src/api/calls.ts'
import { Session } from '../../../web/src/state/session.svelte.ts'

const somebody = { username: 'squad', permissions: ['hazard:register'] } as unknown as SessionAnswer
const signingIn = { signIn: () => Promise.resolve(somebody) } as unknown as Calls
const input = { username: 'squad', password: 'otog-demo' }

/** A service whose session has ended until somebody signs in again. */
function endedService() {
  const session = new Session()
  session.current = somebody
  let isSignedIn = false
  const sent: (RequestInit | undefined)[] = []
  const client = createClient({
    fetch: (_, init) => {
      sent.push(init)
      const answer = isSignedIn ? { id: 'x' } : { status: 401, detail: '请先登录。' }
      return Promise.resolve(Response.json(answer, { status: isSignedIn ? 200 : 401 }))
    },
    language: () => 'zh',
    onSessionEnd: () => session.waitForSignIn(),
  })
  return { session, client, sent, admit: () => (isSignedIn = true) }
}

describe('a session that ends while a form is open', () => {
  test('keeps the call waiting and sends it again, unchanged, after the sign-in', async () => {
    const { session, client, sent, admit } = endedService()
    const answer = client.json('/api/hazards/1', { method: 'PUT', body: { description: '积沙约40米' } })
    await expect.poll(() => session.hasEnded).toBe(true)
    admit()
    await session.signIn(signingIn, input)
    expect(await answer).toEqual({ id: 'x' })
    expect(sent).toHaveLength(2)
    expect(sent[1]?.body).toBe(sent[0]?.body)
    expect(session.hasEnded).toBe(false)
  })

  test('never sends what waited under the name of somebody else', async () => {
    const { session, client, sent, admit } = endedService()
    const answer = client.json('/api/hazards/1', { method: 'PUT', body: { description: '积沙约40米' } })
    await expect.poll(() => session.hasEnded).toBe(true)
    admit()
    const another = { ...somebody, username: 'auxiliary' }
    const signIn = { signIn: () => Promise.resolve(another) } as unknown as Calls
    await session.signIn(signIn, { ...input, username: 'auxiliary' })
    await expect(answer).rejects.toMatchObject({ status: 401 })
    expect(sent).toHaveLength(1)
  })

  test('asks once only: a second refusal is told to the user', async () => {
    const { session, client } = endedService()
    const answer = client.json('/api/hazards/1')
    await expect.poll(() => session.hasEnded).toBe(true)
    await session.signIn(signingIn, input)
    await expect(answer).rejects.toBeInstanceOf(ApiProblem)
  })

  test('asks nobody where nobody was signed in', async () => {
    const { session, client } = endedService()
    session.current = null
    await expect(client.json('/api/hazards')).rejects.toMatchObject({ status: 401 })
    expect(session.hasEnded).toBe(false)
  })
})
