import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/app-env.ts'
import { Forbidden, Unauthorized } from '../http/problem.ts'
import { authMessages } from './auth-messages.ts'
import { actorOfSession, type OpenedSession } from './auth.commands.ts'
import type { SignedIn } from './auth.queries.ts'
import { actorOfToken } from './token.commands.ts'

const sessionCookie = 'otog_session'

const publicPaths = new Set(['/api/health', '/api/session', '/api/openapi.json', '/api/docs'])
const passwordPath = '/api/session/password'
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

const isHttps = (c: Context<AppEnv>) =>
  new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'

/** Over https the name itself forbids that a neighbouring host or a plain page plants a cookie. */
const prefixOf = (c: Context<AppEnv>) => (isHttps(c) ? ('host' as const) : undefined)

export const sessionTokenOf = (c: Context<AppEnv>): string | undefined =>
  getCookie(c, sessionCookie, prefixOf(c))

export function keepSession(c: Context<AppEnv>, { token, expiresAt }: OpenedSession): void {
  const cookie = { httpOnly: true, sameSite: 'Strict', path: '/', expires: expiresAt } as const
  setCookie(c, sessionCookie, token, { ...cookie, secure: isHttps(c), prefix: prefixOf(c) })
}

export function dropSession(c: Context<AppEnv>): void {
  deleteCookie(c, sessionCookie, { path: '/', secure: isHttps(c), prefix: prefixOf(c) })
}

const bearerOf = (c: Context<AppEnv>) => /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]

/** A token that is sent counts alone: a wrong one is not made good by a cookie beside it. */
export async function signedInBy(c: Context<AppEnv>): Promise<SignedIn> {
  const { db, now, access } = c.var
  const bearer = bearerOf(c)
  const token = bearer === undefined ? sessionTokenOf(c) : undefined
  const signedIn =
    bearer !== undefined
      ? await actorOfToken(db, bearer, now(), access)
      : token && (await actorOfSession(db, token, now(), access))
  if (!signedIn) throw new Unauthorized(authMessages.signInFirst())
  return signedIn
}

/** Sets the actor; every path of the service but the public ones needs one. */
export const requireSession = createMiddleware<AppEnv>(async (c, next) => {
  if (publicPaths.has(c.req.path)) return next()
  const signedIn = await signedInBy(c)
  if (signedIn.mustChangePassword && c.req.path !== passwordPath)
    throw new Forbidden(authMessages.changePasswordFirst(), [], { reason: 'mustChangePassword' })
  c.set('actor', { ...signedIn, ...c.var.caller })
  return next()
})

/** Accounts, passwords, sessions and tokens are a person's own business: no program does it for him. */
export const requirePerson = createMiddleware<AppEnv>(async (c, next) => {
  if (c.var.actor.tokenId) throw new Forbidden(authMessages.notByToken())
  await next()
})

/** Browsers say where a request comes from; a change asked for by another site is refused. No browser adds a token by itself. */
export const refuseForeignOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (!safeMethods.has(c.req.method) && bearerOf(c) === undefined) {
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
