import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { describeRoute, resolver } from 'hono-openapi'
import type { AppEnv } from '../http/app-env.ts'
import { newRouter } from '../http/new-router.ts'
import { Unauthorized } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { authMessages } from './auth-messages.ts'
import { actorOfSession, signIn, signOut } from './auth.commands.ts'
import type { SignedIn } from './auth.queries.ts'
import { SessionAnswer, SignIn } from './auth.schema.ts'
import { permissionsOf } from './permissions.ts'
import { sessionCookie } from './session.middleware.ts'

async function currentSession(c: Context<AppEnv>): Promise<SignedIn> {
  const token = getCookie(c, sessionCookie)
  const signedIn = token ? await actorOfSession(c.var.db, token, c.var.now()) : undefined
  if (!signedIn) throw new Unauthorized(authMessages.signInFirst())
  return signedIn
}

function sessionAnswer(signedIn: SignedIn): SessionAnswer {
  const { username, displayName, personKind, department, departmentName } = signedIn
  return {
    username,
    displayName,
    personKind,
    department,
    departmentName,
    permissions: permissionsOf(signedIn),
  }
}

async function openSession(c: Context<AppEnv>, input: SignIn): Promise<SignedIn | undefined> {
  const { token, expiresAt } = await signIn(c.var.db, input, c.var.now(), c.var.caller)
  setCookie(c, sessionCookie, token, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: isHttps(c),
    path: '/',
    expires: expiresAt,
  })
  return actorOfSession(c.var.db, token, c.var.now())
}

const isHttps = (c: Context<AppEnv>) =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'

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
      const signedIn = await openSession(c, c.req.valid('json'))
      if (!signedIn) throw new Unauthorized(authMessages.signInFirst())
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
    async (c) => c.json(sessionAnswer(await currentSession(c)), 200),
  )
  .delete(
    '/',
    describeRoute({
      summary: '退出 · Sign out',
      tags: ['session'],
      responses: { 204: { description: '已退出 · Signed out' } },
    }),
    async (c) => {
      const token = getCookie(c, sessionCookie)
      if (token) await signOut(c.var.db, token, c.var.now(), c.var.caller)
      deleteCookie(c, sessionCookie, { path: '/' })
      return c.body(null, 204)
    },
  )
