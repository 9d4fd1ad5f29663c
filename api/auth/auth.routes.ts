import { describeRoute, resolver } from 'hono-openapi'
import { newRouter } from '../http/new-router.ts'
import { Unauthorized } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { authMessages } from './auth-messages.ts'
import { actorOfSession, signIn, signOut } from './auth.commands.ts'
import { SessionAnswer, SignIn } from './auth.schema.ts'
import { sessionAnswer } from './session-answer.ts'
import { dropSession, keepSession, sessionTokenOf, signedInBy } from './session.middleware.ts'

const sessionResponse = {
  description: '当前登录人与权限 · Who is signed in, and their rights',
  content: { 'application/json': { schema: resolver(SessionAnswer) } },
}

export const sessionRoutes = newRouter()
  .post(
    '/',
    describeRoute({ summary: '登录 · Sign in', tags: ['session'], responses: { 200: sessionResponse } }),
    validate('json', SignIn),
    async (c) => {
      const { db, access, caller } = c.var
      const now = c.var.now()
      const opened = await signIn(db, c.req.valid('json'), { now, caller, access }, sessionTokenOf(c))
      const signedIn = await actorOfSession(db, opened.token, now, access)
      if (!signedIn) throw new Unauthorized(authMessages.signInFirst())
      keepSession(c, opened)
      return c.json(sessionAnswer(signedIn), 200)
    },
  )
  .get(
    '/',
    describeRoute({
      summary: '当前登录人 · Who am I',
      tags: ['session'],
      responses: { 200: sessionResponse },
    }),
    async (c) => c.json(sessionAnswer(await signedInBy(c)), 200),
  )
  .delete(
    '/',
    describeRoute({
      summary: '退出 · Sign out',
      tags: ['session'],
      responses: { 204: { description: '已退出 · Signed out' } },
    }),
    async (c) => {
      const token = sessionTokenOf(c)
      const { db, access, caller } = c.var
      if (token) await signOut(db, token, { now: c.var.now(), caller, access })
      dropSession(c)
      return c.body(null, 204)
    },
  )
