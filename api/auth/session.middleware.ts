import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/app-env.ts'
import { Forbidden, Unauthorized } from '../http/problem.ts'
import { authMessages } from './auth-messages.ts'
import { actorOfSession } from './auth.commands.ts'

export const sessionCookie = 'otog_session'

const publicPaths = new Set(['/api/health', '/api/session', '/api/openapi.json', '/api/docs'])
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Sets the actor from the cookie; every path of the service but the public ones needs one. */
export const requireSession = createMiddleware<AppEnv>(async (c, next) => {
  if (publicPaths.has(c.req.path)) return next()
  const token = getCookie(c, sessionCookie)
  const actor = token ? await actorOfSession(c.var.db, token, c.var.now()) : undefined
  if (!actor) throw new Unauthorized(authMessages.signInFirst())
  c.set('actor', { ...actor, ...c.var.caller })
  return next()
})

/** Browsers say where a request comes from; a change asked for by another site is refused. */
export const refuseForeignOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (!safeMethods.has(c.req.method)) {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const isForeignOrigin = origin !== undefined && hostOf(origin) !== c.req.header('host')
    if (isForeignOrigin || site === 'cross-site' || site === 'same-site')
      throw new Forbidden(authMessages.foreignOrigin())
  }
  await next()
})

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
