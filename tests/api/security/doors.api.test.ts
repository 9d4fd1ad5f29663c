import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, testPassword, type TestApp } from '../../harness/test-app.ts'
import { listOperations, type Operation } from './operations.ts'

let service: TestApp
let operations: Operation[]
const home = new Date('2026-11-23T02:00:00Z')

beforeAll(async () => {
  service = await openTestApp({ template: 'gis', now: home })
  operations = await listOperations(service)
})
afterAll(() => service.close())

const json = { 'content-type': 'application/json' }
const ask = (path: string, method = 'GET', headers: Record<string, string> = {}, body?: unknown) =>
  service.app.request(path, {
    method,
    headers: { ...(body === undefined ? {} : json), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
const signIn = (username: string, password = testPassword, headers: Record<string, string> = {}) =>
  ask('/api/session', 'POST', headers, { username, password })
const setCookies = (answer: Response) => answer.headers.get('set-cookie') ?? ''
const cookieOf = async (username: string) => setCookies(await signIn(username)).split(';')[0]!
const tokenText = (cookie: string) => cookie.split('=')[1]!

async function makeToken(username: string, scopes: string[], expiresOn = '2026-12-31'): Promise<string> {
  const answer = await service.as(username)('/api/tokens', { body: { name: '统计程序', scopes, expiresOn } })
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { token: string }).token
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('who is not signed in', () => {
  test('gets 401 from every path of the description but the public ones', async () => {
    const open = new Set(['get /api/health', 'post /api/session', 'delete /api/session'])
    const answers = await Promise.all(
      operations.map(
        async ({ method, path }) => `${(await ask(path, method.toUpperCase())).status} ${method} ${path}`,
      ),
    )
    const strangers = answers.filter((line) => !line.startsWith('401') && !open.has(line.slice(4)))
    expect(strangers).toEqual([])
    expect(answers.length).toBeGreaterThan(60)
  })

  test.each([
    '//api/hazards',
    '/api//hazards',
    '/api/./hazards',
    '/api/%2e/hazards',
    '/api/health/../hazards',
    '/api/health%2f..%2fhazards',
    '/api/session/../hazards',
    '/api/%68azards',
    '/api/hazards/',
    '/api/hazards;x=1',
    '/api/hazards%00',
    '/API/HAZARDS',
    '/api/health/%2e%2e/hazards',
    '/api\\hazards',
    '/api/docs/../hazards',
    '/api/openapi.json/../hazards',
  ])('gets no hazards by the trick %s', async (path) => {
    const answer = await ask(path)
    expect([401, 404]).toContain(answer.status)
  })

  test.each(['x-http-method-override', 'x-method-override', 'x-http-method'])(
    'does not sign out by %s: the method is the one that was sent',
    async (header) => {
      const cookie = await cookieOf('leader')
      await ask('/api/session', 'GET', { cookie, [header]: 'DELETE' })
      expect((await ask('/api/session?_method=DELETE', 'GET', { cookie })).status).toBe(200)
    },
  )

  test('learns nothing of which names exist: not from answers, not from locks, hardly from the clock', async () => {
    const timed = async (username: string) => {
      const startedMs = performance.now()
      const answer = await signIn(username, 'wrong password')
      const { detail } = (await answer.json()) as { detail: string }
      return { status: answer.status, detail, ms: performance.now() - startedMs }
    }
    await timed('warm-up')
    const known: Awaited<ReturnType<typeof timed>>[] = []
    const unknown: typeof known = []
    for (let attempt = 0; attempt < 6; attempt++) {
      known.push(await timed('clerk'))
      unknown.push(await timed('nobody-of-that-name'))
    }
    const said = (answers: typeof known) => answers.map(({ status, detail }) => `${status} ${detail}`)
    expect(said(known)).toEqual(said(unknown))
    expect(known.at(-1)!.status).toBe(429)
    const middle = (answers: typeof known) =>
      answers
        .slice(0, 5)
        .map(({ ms }) => ms)
        .toSorted((a, b) => a - b)[2]!
    expect(middle(known) / middle(unknown)).toBeGreaterThan(0.3)
    expect(middle(known) / middle(unknown)).toBeLessThan(3)
  })

  test('is stopped after thirty wrong passwords from one address, whatever names it tries', async () => {
    const guarded = await openTestApp({ now: home })
    const guess = (username: string) =>
      guarded.app.request('/api/session', {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ username, password: 'wrong' }),
      })
    const statuses = []
    for (let attempt = 0; attempt < 31; attempt++) statuses.push((await guess(`guess${attempt}`)).status)
    expect(new Set(statuses.slice(0, 30))).toEqual(new Set([401]))
    expect(statuses[30]).toBe(429)
    await guarded.close()
  })
})

describe('a session', () => {
  test('is not the one that was planted before the sign-in, and the earlier one ends', async () => {
    const planted = 'otog_session=planted-by-somebody-else'
    const first = setCookies(await signIn('leader', testPassword, { cookie: planted })).split(';')[0]!
    expect(first).not.toContain('planted')
    const second = setCookies(await signIn('leader', testPassword, { cookie: first })).split(';')[0]!
    expect((await ask('/api/session', 'GET', { cookie: first })).status).toBe(401)
    expect((await ask('/api/session', 'GET', { cookie: second })).status).toBe(200)
    expect((await ask('/api/session', 'GET', { cookie: planted })).status).toBe(401)
  })

  test('over https has a cookie that no neighbouring host can plant', async () => {
    const answer = await signIn('leader', testPassword, { 'x-forwarded-proto': 'https' })
    expect(setCookies(answer)).toMatch(
      /^__Host-otog_session=[^;]+;.*Path=\/;.*HttpOnly; Secure; SameSite=Strict/,
    )
    expect(setCookies(answer)).not.toMatch(/Domain/i)
    const token = tokenText(setCookies(answer).split(';')[0]!)
    const https = { 'x-forwarded-proto': 'https' }
    expect(
      (await ask('/api/session', 'GET', { ...https, cookie: `__Host-otog_session=${token}` })).status,
    ).toBe(200)
    expect((await ask('/api/session', 'GET', { ...https, cookie: `otog_session=${token}` })).status).toBe(401)
  })

  test('cannot be replayed after signing out', async () => {
    const cookie = await cookieOf('leader')
    await ask('/api/session', 'DELETE', { cookie })
    expect((await ask('/api/hazards', 'GET', { cookie })).status).toBe(401)
  })

  test('is no token, and a token is no session', async () => {
    const cookie = await cookieOf('leader')
    const token = await makeToken('leader', ['business:read'])
    expect((await ask('/api/hazards', 'GET', bearer(tokenText(cookie)))).status).toBe(401)
    expect((await ask('/api/hazards', 'GET', { cookie: `otog_session=${token}` })).status).toBe(401)
    const wrongBeside = { cookie, ...bearer('otog_wrong') }
    expect((await ask('/api/hazards', 'GET', wrongBeside)).status).toBe(401)
  })
})

describe('a token', () => {
  test('has the rights of its person and its scopes, and no others', async () => {
    const token = await makeToken('leader', ['business:read'])
    expect((await ask('/api/hazards', 'GET', bearer(token))).status).toBe(200)
    expect((await ask('/api/audit', 'GET', bearer(token))).status).toBe(403)
    const who = (await (await ask('/api/session', 'GET', bearer(token))).json()) as { permissions: string[] }
    expect(who.permissions).toEqual(['business:read'])
  })

  test('loses a right with its person, and everything with his account', async () => {
    const token = await makeToken('audit', ['business:read', 'audit:read'])
    const { db } = service.database
    const person = (row: { department?: string; is_active?: boolean }) =>
      db.updateTable('user_account').set(row).where('username', '=', 'audit').execute()
    expect((await ask('/api/audit', 'GET', bearer(token))).status).toBe(200)
    await person({ department: 'L03' })
    expect((await ask('/api/audit', 'GET', bearer(token))).status).toBe(403)
    await person({ department: 'N03', is_active: false })
    expect((await ask('/api/hazards', 'GET', bearer(token))).status).toBe(401)
    await person({ is_active: true })
    expect((await ask('/api/hazards', 'GET', bearer(token))).status).toBe(200)
  })

  test('ends with its last day in the banner, and when it is revoked', async () => {
    const token = await makeToken('leader', ['business:read'], '2026-11-24')
    service.setNow(new Date('2026-11-24T15:59:00Z'))
    expect((await ask('/api/hazards', 'GET', bearer(token))).status).toBe(200)
    service.setNow(new Date('2026-11-24T16:00:00Z'))
    expect((await ask('/api/hazards', 'GET', bearer(token))).status).toBe(401)
    service.setNow(home)
    const { items } = (await (await service.as('leader')('/api/tokens')).json()) as {
      items: { id: string }[]
    }
    const { id } = items[0]!
    expect((await service.as('facility')(`/api/tokens/${id}`, { method: 'DELETE' })).status).toBe(404)
    expect((await service.as('leader')(`/api/tokens/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect((await ask('/api/hazards', 'GET', bearer(token))).status).toBe(401)
  })

  test('manages no accounts, tokens, sessions or passwords, even the administrator’s', async () => {
    const token = await makeToken('admin', ['audit:read'])
    const own = ['/api/users', '/api/tokens', '/api/session/sessions']
    for (const path of own) expect((await ask(path, 'GET', bearer(token))).status, path).toBe(403)
    const change = { current: testPassword, next: 'correct horse battery' }
    expect((await ask('/api/session/password', 'POST', bearer(token), change)).status).toBe(403)
    const scopes = ['account:manage']
    const asked = { name: 'x', scopes, expiresOn: '2026-12-31' }
    expect((await service.as('admin')('/api/tokens', { body: asked })).status).toBe(422)
    const wider = { ...asked, scopes: ['hazard:sign'] }
    expect((await service.as('squad')('/api/tokens', { body: wider })).status).toBe(422)
  })

  test('is named in the trail, and kept nowhere: not in the table, not in the trail', async () => {
    const token = await makeToken('squad', ['hazard:register'])
    const path = '/api/hazards/0190f000-0000-7000-8000-0000000000a1'
    const hazard = { road: 'G109', fromStake: 1_050_000, types: ['D1'], description: '标志被遮挡' }
    expect((await ask(path, 'PUT', bearer(token), hazard)).status).toBe(201)
    const { db } = service.database
    const entries = await db.selectFrom('audit_entry').select(['action', 'actor_name', 'after']).execute()
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'hazard.register', actor_name: 'squad（令牌：统计程序）' }),
    )
    const tokens = await db.selectFrom('api_token').selectAll().execute()
    expect(JSON.stringify([entries, tokens])).not.toContain(token.slice(5))
  })

  test('needs no proof of where the request comes from', async () => {
    const token = await makeToken('leader', ['screening:run'])
    const foreign = { ...bearer(token), origin: 'https://elsewhere.example', host: 'localhost' }
    expect((await ask('/api/screenings', 'POST', foreign, {})).status).toBe(422)
  })
})

describe('another site', () => {
  const body = { road: 'G109', fromStake: 1_050_000, types: ['D1'], description: '标志被遮挡' }
  const path = '/api/hazards/0190f000-0000-7000-8000-0000000000b1'

  test.each([
    ['its origin', { origin: 'https://elsewhere.example', host: 'localhost' }],
    ['no origin at all that it admits to', { origin: 'null', host: 'localhost' }],
    ['the mark of the browser', { 'sec-fetch-site': 'cross-site' }],
    ['the mark of a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['the same host on another port', { origin: 'http://localhost:8080', host: 'localhost' }],
  ])('changes nothing, betrayed by %s', async (_what, headers) => {
    const cookie = await cookieOf('squad')
    expect((await ask(path, 'PUT', { cookie, ...headers }, body)).status).toBe(403)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'text/plain; application/json'])(
    'changes nothing with a form of type %s',
    async (type) => {
      const cookie = await cookieOf('leader')
      const answer = await service.app.request('/api/supervision-lists', {
        method: 'POST',
        headers: { cookie, 'content-type': type },
        body: JSON.stringify({ title: 'x', hazardIds: ['0190f000-0000-7000-8000-000000000001'] }),
      })
      expect([400, 403, 422]).toContain(answer.status)
    },
  )

  test('reads no answer and frames no page', async () => {
    const answer = await ask('/api/health', 'GET', { origin: 'https://elsewhere.example' })
    const header = (name: string) => answer.headers.get(name)
    expect(header('access-control-allow-origin')).toBeNull()
    expect(header('content-security-policy')).toMatch(/frame-ancestors 'none'/)
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('x-frame-options')).toBe('DENY')
    expect(header('cross-origin-opener-policy')).toBe('same-origin')
    expect(header('cross-origin-resource-policy')).toBe('same-origin')
    expect(header('permissions-policy')).toMatch(/geolocation=\(self\).*camera=\(self\).*microphone=\(\)/)
    expect(header('cache-control')).toBe('no-store')
  })
})

test('the administrator reads and writes nothing of the business', async () => {
  const own = /^\/api\/(health|session|tokens|users|audit)/
  const answers = await Promise.all(
    operations
      .filter(({ path }) => !own.test(path))
      .map(async ({ method, path, body }) => {
        const answer = await service.as('admin')(path, { method: method.toUpperCase(), body })
        return `${answer.status} ${method} ${path}`
      }),
  )
  expect(answers.filter((line) => !line.startsWith('403'))).toEqual([])
})
