import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../http/app-env.ts'
import { Forbidden } from '../http/problem.ts'
import { authMessages } from './auth-messages.ts'
import { isPermitted, type Permission } from './permissions.ts'

/** Refuses whoever is not signed in (401) or whose post lacks the right (403). */
export function requirePermission(permission: Permission) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (!isPermitted(c.var.actor, permission)) throw new Forbidden(authMessages.notPermitted(permission))
    await next()
  })
}
