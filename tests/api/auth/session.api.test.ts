import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, testPassword, type TestApp } from '../../harness/test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp()
})
afterAll(() => service.close())

const signIn = (username: string, password: string, headers: Record<string, string> = {}) =>
  service.app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ username, password }),
  })

describe('signing in', () => {
  test('the right password opens a session whose cookie scripts cannot read', async () => {
    const answer = await signIn('leader', testPassword)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i)
    expect(await answer.json()).toMatchObject({
      username: 'leader',
      permissions: expect.arrayContaining(['hazard:sign']),
    })
  })

  test('a wrong password and an unknown name get the same answer', async () => {
    const wrong = await signIn('clerk', 'wrong')
    const unknown = await signIn('nobody', 'wrong')
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    const detail = async (answer: Response) => ((await answer.json()) as { detail: string }).detail
    expect(await detail(wrong)).toBe(await detail(unknown))
  })

  test('after five wrong passwords the account waits, even for the right one', async () => {
    for (let attempt = 0; attempt < 5; attempt++) expect((await signIn('facility', 'wrong')).status).toBe(401)
    const answer = await signIn('facility', testPassword)
    expect(answer.status).toBe(429)
    expect(((await answer.json()) as { detail: string }).detail).toContain('15 分钟')
  })

  test('signing out ends the session for its old cookie too', async () => {
    const cookie = (await signIn('audit', testPassword)).headers.get('set-cookie')!.split(';')[0]!
    const request = (method: string) => service.app.request('/api/session', { method, headers: { cookie } })
    expect((await request('GET')).status).toBe(200)
    expect((await request('DELETE')).status).toBe(204)
    expect((await request('GET')).status).toBe(401)
  })

  test('a session that was idle for half an hour is over', async () => {
    const cookie = (await signIn('squad', testPassword)).headers.get('set-cookie')!.split(';')[0]!
    service.setNow(new Date('2026-11-23T02:31:00Z'))
    const answer = await service.app.request('/api/session', { headers: { cookie } })
    service.setNow(new Date('2026-11-23T02:00:00Z'))
    expect(answer.status).toBe(401)
  })
})

describe('every other path', () => {
  test('asks for a session first', async () => {
    expect((await service.app.request('/api/audit')).status).toBe(401)
  })

  test('refuses a change that another site asks for', async () => {
    const answer = await service.as('leader')('/api/audit', {
      method: 'POST',
      body: {},
      headers: { origin: 'https://elsewhere.example', host: 'localhost' },
    })
    expect(answer.status).toBe(403)
  })

  test('the audit log is read by inspection, the leader and the administrator only', async () => {
    const statusFor = async (username: string) => (await service.as(username)('/api/audit')).status
    expect(await Promise.all(['audit', 'leader', 'admin'].map(statusFor))).toEqual([200, 200, 200])
    expect(await Promise.all(['squad', 'clerk', 'accident'].map(statusFor))).toEqual([403, 403, 403])
  })
})
