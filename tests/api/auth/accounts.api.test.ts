import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestRequest } from '../../harness/test-app.ts'

let service: TestApp
let serial = 0

beforeAll(async () => {
  service = await openTestApp({ template: 'gis' })
})
afterAll(() => service.close())
beforeEach(() => service.setNow(new Date('2026-11-23T02:00:00Z')))

interface Made {
  id: string
  username: string
  version: number
  oneTimePassword: string
}
const admin = (path: string, init?: TestRequest) => service.as('admin')(path, init)
const goodPassword = 'correct horse battery'

const signIn = (username: string, password: string, headers: Record<string, string> = {}) =>
  service.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ username, password }),
  })
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')!.split(';')[0]!
const withCookie =
  (cookie: string) =>
  (path: string, method = 'GET', body?: unknown) =>
    service.app.request(path, {
      method,
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : undefined,
    })

async function makeAccount(department = 'L03', personKind = 'sworn'): Promise<Made> {
  const body = { username: `person${++serial}`, displayName: '钱某', personKind, department }
  const answer = await admin('/api/users', { body })
  expect(answer.status).toBe(201)
  return (await answer.json()) as Made
}

/** Signed in with a password of his own. */
async function newcomer(department?: string, personKind?: string) {
  const made = await makeAccount(department, personKind)
  const first = withCookie(cookieOf(await signIn(made.username, made.oneTimePassword)))
  const body = { current: made.oneTimePassword, next: goodPassword }
  const changed = await first('/api/session/password', 'POST', body)
  expect(changed.status).toBe(200)
  return { ...made, ask: withCookie(cookieOf(changed)) }
}

const newToken = { name: '统计', scopes: ['business:read'], expiresOn: '2026-12-31' }
const byToken = (token: string) =>
  service.app.request('/api/hazards', { headers: { authorization: `Bearer ${token}` } })

const patch = async (id: string, body: object) => {
  const { version } = (await (await admin(`/api/users/${id}`)).json()) as Made
  return admin(`/api/users/${id}`, { method: 'PATCH', body, headers: { 'if-match': `"${version}"` } })
}
const trail = async (objectId: string) =>
  await service.database.db
    .selectFrom('audit_entry')
    .select(['action', 'actor_name', 'before', 'after'])
    .where('object_id', '=', objectId)
    .orderBy('sequence')
    .execute()

describe('a new account', () => {
  test('can do nothing but change its one-time password, and then everything its post may', async () => {
    const made = await makeAccount()
    const ask = withCookie(cookieOf(await signIn(made.username, made.oneTimePassword)))
    const refused = await ask('/api/hazards')
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({
      reason: 'mustChangePassword',
      detail: expect.stringContaining('先修改密码') as string,
    })
    expect(await (await ask('/api/session')).json()).toMatchObject({ mustChangePassword: true })
    const changed = await ask('/api/session/password', 'POST', {
      current: made.oneTimePassword,
      next: goodPassword,
    })
    expect(await changed.json()).toMatchObject({ mustChangePassword: false })
    expect((await withCookie(cookieOf(changed))('/api/hazards')).status).toBe(200)
    expect((await ask('/api/hazards')).status).toBe(401)
  })

  test('leaves its trace, without the password or its hash', async () => {
    const { id, oneTimePassword } = await newcomer()
    const entries = await trail(id)
    const actions = entries.map(({ action }) => action)
    expect(actions).toEqual(['user.create', 'session.open', 'user.changePassword'])
    const text = JSON.stringify(entries)
    for (const secret of [oneTimePassword, goodPassword, '$argon2']) expect(text).not.toContain(secret)
  })

  test.each([
    ['a name in capitals and blanks', { username: 'Li Si' }, 422, 'username'],
    ['a department that does not exist', { department: 'L99' }, 422, 'department'],
    ['a kind that does not exist', { personKind: 'robot' }, 422, 'personKind'],
    ['a name that is taken', { username: 'squad' }, 409, undefined],
  ])('is refused for %s', async (_what, wrong, status, path) => {
    const body = { username: 'lisi', displayName: '李某', personKind: 'sworn', department: 'L03', ...wrong }
    const answer = await admin('/api/users', { body })
    expect(answer.status).toBe(status)
    const { errors } = (await answer.json()) as { errors?: { path: string }[] }
    expect(errors?.[0]?.path).toBe(path)
  })

  test('is made by nobody but the administrator', async () => {
    for (const username of ['leader', 'clerk', 'squad', 'audit'])
      expect((await service.as(username)('/api/users')).status).toBe(403)
  })
})

describe('changing an account', () => {
  test('takes and gives rights in sessions that are open', async () => {
    const { id, ask } = await newcomer('L03')
    expect((await ask('/api/audit')).status).toBe(403)
    expect((await patch(id, { department: 'N03' })).status).toBe(200)
    expect((await ask('/api/audit')).status).toBe(200)
  })

  test('ends the sessions and tokens of who is deactivated; activated again he signs in anew', async () => {
    const { id, username, ask } = await newcomer()
    const { token } = (await (await ask('/api/tokens', 'POST', newToken)).json()) as { token: string }
    expect((await patch(id, { isActive: false })).status).toBe(200)
    expect((await ask('/api/hazards')).status).toBe(401)
    expect((await signIn(username, goodPassword)).status).toBe(401)
    expect((await patch(id, { isActive: true })).status).toBe(200)
    expect((await ask('/api/hazards')).status).toBe(401)
    expect((await byToken(token)).status).toBe(401)
    expect((await signIn(username, goodPassword)).status).toBe(200)
    expect(await trail(id)).toContainEqual(
      expect.objectContaining({
        action: 'user.change',
        before: { isActive: true },
        after: { isActive: false, endedSessions: 1, revokedTokens: 1 },
      }),
    )
  })

  test('of oneself, or away from the last administrator, is refused', async () => {
    const list = (await (await admin('/api/users')).json()) as { items: Made[]; departments: object[] }
    const own = list.items.find(({ username }) => username === 'admin')!
    expect((await patch(own.id, { isActive: false })).status).toBe(409)
    const second = await newcomer('ADMIN', 'civilian')
    expect((await patch(own.id, { department: 'D00' })).status).toBe(403)
    expect((await patch(own.id, { personKind: 'sworn' })).status).toBe(403)
    expect((await patch(own.id, { displayName: '管理员甲' })).status).toBe(200)
    expect((await patch(second.id, { isActive: false })).status).toBe(200)
    expect(list.departments).toContainEqual({ code: 'L03', name: '棋盘井中队' })
  })

  test('needs the version that was seen', async () => {
    const { id, version } = await newcomer()
    const init = { method: 'PATCH', body: { displayName: '甲' } }
    expect((await admin(`/api/users/${id}`, init)).status).toBe(428)
    const stale = await admin(`/api/users/${id}`, { ...init, headers: { 'if-match': `"${version - 1}"` } })
    expect(stale.status).toBe(409)
  })
})

describe('a password', () => {
  test('is reset to a one-time one: sessions end, tokens are gone, the lock is off', async () => {
    const { id, username, ask } = await newcomer()
    expect((await ask('/api/tokens', 'POST', newToken)).status).toBe(201)
    for (let attempt = 0; attempt < 5; attempt++) await signIn(username, 'wrong')
    expect((await signIn(username, goodPassword)).status).toBe(429)
    const reset = (await (await admin(`/api/users/${id}/reset-password`, { method: 'POST' })).json()) as Made
    expect((await ask('/api/hazards')).status).toBe(401)
    expect((await signIn(username, goodPassword)).status).toBe(401)
    expect((await signIn(username, reset.oneTimePassword)).status).toBe(200)
    const entry = (await trail(id)).find(({ action }) => action === 'user.resetPassword')
    expect(entry?.after).toEqual({ endedSessions: 1, revokedTokens: 1 })
  })

  test('changed by its owner leaves his programs their tokens, unless he says that they end too', async () => {
    const { id, ask } = await newcomer()
    const { token } = (await (await ask('/api/tokens', 'POST', newToken)).json()) as { token: string }
    const next = 'another fine password'
    const changed = await ask('/api/session/password', 'POST', { current: goodPassword, next })
    expect((await byToken(token)).status).toBe(200)
    const again = { current: next, next: 'a third fine password', revokeTokens: true }
    const last = await withCookie(cookieOf(changed))('/api/session/password', 'POST', again)
    expect(last.status).toBe(200)
    expect((await byToken(token)).status).toBe(401)
    const entries = (await trail(id)).filter(({ action }) => action === 'user.changePassword')
    expect(entries.slice(-2).map(({ after }) => after)).toEqual([
      { endedSessions: 1 },
      { endedSessions: 1, revokedTokens: 1 },
    ])
  })

  test('is unlocked by the administrator, and the lock and its end are in the trail', async () => {
    const { id, username } = await newcomer()
    for (let attempt = 0; attempt < 5; attempt++) await signIn(username, 'wrong')
    expect(await (await admin(`/api/users/${id}`)).json()).toMatchObject({
      lockedUntil: '2026-11-23T02:15:00.000Z',
    })
    expect((await admin(`/api/users/${id}/unlock`, { method: 'POST' })).status).toBe(200)
    expect((await signIn(username, goodPassword)).status).toBe(200)
    const actions = (await trail(id)).map(({ action }) => action)
    expect(actions.slice(-3)).toEqual(['session.lock', 'user.unlock', 'session.open'])
  })

  test('one wrong attempt after the lock has run out does not lock again', async () => {
    const { username } = await newcomer()
    for (let attempt = 0; attempt < 5; attempt++) await signIn(username, 'wrong')
    service.setNow(new Date('2026-11-23T02:16:00Z'))
    expect((await signIn(username, 'wrong')).status).toBe(401)
    expect((await signIn(username, goodPassword)).status).toBe(200)
  })

  test('must differ from the last five, the username and the common ones, and be long enough', async () => {
    const { ask, username } = await newcomer()
    const change = (current: string, next: string, by = ask) =>
      by('/api/session/password', 'POST', { current, next })
    for (const next of ['short', `${username}-is-my-name`, '123456789012', goodPassword]) {
      const answer = await change(goodPassword, next)
      expect(answer.status, next).toBe(422)
      expect(await answer.json()).toMatchObject({ errors: [{ path: 'next' }] })
    }
    expect(await (await change('not it', 'another fine password')).json()).toMatchObject({
      errors: [{ path: 'current' }],
    })
    let by = ask
    let current = goodPassword
    for (let turn = 0; turn < 5; turn++) {
      service.setNow(new Date(Date.parse('2026-11-23T02:01:00Z') + turn * 1000))
      const next = `orange tractor ${'mnoprs'[turn]}`
      const answer = await change(current, next, by)
      expect(answer.status).toBe(200)
      by = withCookie(cookieOf(answer))
      if (turn < 4) expect((await change(next, goodPassword, by)).status).toBe(422)
      current = next
    }
    expect((await change(current, goodPassword, by)).status).toBe(200)
  })
})

describe('one’s own sessions', () => {
  test('are listed with address and device, ended one by one or all at once', async () => {
    const { username, ask } = await newcomer()
    const phone = await signIn(username, goodPassword, {
      'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/128.0 Mobile Safari/537.36',
    })
    const onPhone = withCookie(cookieOf(phone))
    const list = async () =>
      ((await (await ask('/api/session/sessions')).json()) as { items: Record<string, unknown>[] }).items
    const items = await list()
    expect(items.map(({ isCurrent }) => isCurrent).toSorted()).toEqual([false, true])
    const other = items.find(({ isCurrent }) => !isCurrent)!
    expect(other).toMatchObject({ device: 'Chrome 128 · Android 14' })
    expect(JSON.stringify(items)).not.toContain('hash')
    expect((await ask(`/api/session/sessions/${String(other.id)}`, 'DELETE')).status).toBe(204)
    expect((await onPhone('/api/hazards')).status).toBe(401)
    expect((await ask('/api/session/sessions', 'DELETE')).status).toBe(204)
    expect((await ask('/api/hazards')).status).toBe(401)
  })

  test('of somebody else are not ended', async () => {
    const [one, other] = [await newcomer(), await newcomer()]
    const { items } = (await (await other.ask('/api/session/sessions')).json()) as { items: { id: string }[] }
    expect((await one.ask(`/api/session/sessions/${items[0]!.id}`, 'DELETE')).status).toBe(404)
    expect((await other.ask('/api/hazards')).status).toBe(200)
  })
})
