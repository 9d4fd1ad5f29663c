import { pino } from 'pino'
import { expect, test } from 'vitest'
import { DatabaseError } from '../../../api/db/database-error.ts'
import { newRouter } from '../../../api/http/new-router.ts'
import { onError } from '../../../api/http/on-error.ts'

/** What a request is answered whose statement fails with this SQLSTATE. */
async function answerTo(code: string) {
  const app = newRouter()
  app.onError(onError(pino({ level: 'silent' }), () => false))
  app.get('/', () => {
    throw new DatabaseError({ message: 'secret detail', code })
  })
  const answer = await app.request('/', { headers: { 'accept-language': 'zh-CN' } })
  return { status: answer.status, text: await answer.text() }
}

test.each(['40P01', '40001'])('of two who cross (%s) one is told to do it again', async (code) => {
  const { status, text } = await answerTo(code)
  expect(status).toBe(409)
  expect(text).toContain('请刷新后再办一次')
  expect(text).not.toContain('secret')
})

test('any other failure of the database is ours, and its cause is not shown', async () => {
  const { status, text } = await answerTo('XX000')
  expect(status).toBe(500)
  expect(text).not.toContain('secret')
})
