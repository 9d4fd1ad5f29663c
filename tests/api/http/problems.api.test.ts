import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../harness/test-app.ts'

let service: TestApp
beforeAll(async () => {
  service = await openTestApp()
})
afterAll(() => service.close())

interface Problem {
  title: string
  detail: string
  status: number
  requestId: string
  errors?: { path: string; message: string }[]
}
const problemOf = async (answer: Response) => (await answer.json()) as Problem
const post = (body: string, headers: Record<string, string> = {}) =>
  service.app.request('/api/session', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })

describe('an answer that refuses', () => {
  test('broken JSON is unreadable, in Chinese unless English is asked for', async () => {
    const chinese = await post('{"username": ')
    expect(chinese.status).toBe(400)
    expect(chinese.headers.get('content-type')).toContain('application/problem+json')
    expect((await problemOf(chinese)).detail).toContain('JSON')
    const english = await problemOf(await post('{"username": ', { 'accept-language': 'en-GB,en;q=0.9' }))
    expect(english.detail).toMatch(/not valid JSON/)
  })

  test('a refused value is named by its path, in the language of the reader', async () => {
    const body = JSON.stringify({ username: 5 })
    const chinese = await problemOf(await post(body))
    expect(chinese.status).toBe(422)
    expect(chinese.errors?.map(({ path }) => path)).toEqual(['username', 'password'])
    expect(chinese.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/)
    const english = await problemOf(await post(body, { 'accept-language': 'en' }))
    expect(english.errors?.[0]?.message).not.toMatch(/[\u4e00-\u9fff]/)
  })

  test('a body of 10 MB is too large', async () => {
    const answer = await post(JSON.stringify({ username: 'x'.repeat(10_000_000), password: 'y' }))
    expect(answer.status).toBe(413)
  })

  test('another content type is told to send JSON', async () => {
    expect((await post('a=b', { 'content-type': 'text/plain' })).status).toBe(400)
  })

  test('a path that is not there says where the paths are listed', async () => {
    const answer = await service.as('leader')('/api/nothing-here')
    expect(answer.status).toBe(404)
    expect((await problemOf(answer)).detail).toContain('/api/docs')
  })

  test('every answer has a number under which the log knows it', async () => {
    const answer = await service.app.request('/api/health')
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('the description of the service', () => {
  test('lists the paths, and its page loads nothing', async () => {
    const description = (await (await service.app.request('/api/openapi.json')).json()) as { paths: object }
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining(['/api/health', '/api/session', '/api/audit']),
    )
    const page = await (await service.app.request('/api/docs')).text()
    expect(page).toContain('/api/session')
    expect(page).not.toMatch(/<script|src=|https?:\/\//)
  })

  test('health tells the engine without a session', async () => {
    const health = (await (await service.app.request('/api/health')).json()) as {
      database: { engine: string }
    }
    expect(health.database.engine).toBe(process.env.OTOG_TEST_HOME)
  })
})
