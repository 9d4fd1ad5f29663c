import { createMiddleware } from 'hono/factory'
import { authMessages } from '../auth/auth-messages.ts'
import { isPermitted } from '../auth/permissions.ts'
import type { AppEnv } from '../http/app-env.ts'
import { Forbidden } from '../http/problem.ts'

/** Who places a record is who may correct it: accidents the accident squad, hazards whoever registers them. */
export const requireRecordPermission = createMiddleware<AppEnv>(async (c, next) => {
  const permission = c.req.param('kind') === 'hazard' ? 'hazard:register' : 'accident:write'
  if (!isPermitted(c.var.actor, permission)) throw new Forbidden(authMessages.notPermitted(permission))
  await next()
})
