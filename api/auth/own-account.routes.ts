import { z } from 'zod'
import { describing } from '../http/describe-answer.ts'
import { newRouter } from '../http/new-router.ts'
import { Unauthorized } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { authMessages } from './auth-messages.ts'
import { actorOfSession, idleMinutes } from './auth.commands.ts'
import { OwnSessionList, PasswordChange, SessionAnswer } from './auth.schema.ts'
import { changeOwnPassword, endAllSessions, endSession } from './own-account.commands.ts'
import { listSessionsOf, type OpenSession } from './own-session.queries.ts'
import { sessionAnswer } from './session-answer.ts'
import { dropSession, keepSession, requirePerson, signedInBy } from './session.middleware.ts'

const Id = z.object({ id: z.uuid() })

const describe = describing('session')

const sessionView = ({ createdAt, lastSeenAt, ...session }: OpenSession, current: string | undefined) => ({
  ...session,
  isCurrent: session.id === current,
  createdAt: createdAt.toISOString(),
  lastSeenAt: lastSeenAt.toISOString(),
})

export const ownAccountRoutes = newRouter()
  .post(
    '/password',
    describe('修改本人密码，其他登录随之退出 · Change my password; other sessions end', 200, SessionAnswer),
    requirePerson,
    validate('json', PasswordChange),
    async (c) => {
      const { db, actor, access, caller } = c.var
      const now = c.var.now()
      const opened = await changeOwnPassword(db, actor, c.req.valid('json'), { now, caller, access })
      const signedIn = await actorOfSession(db, opened.token, now, access)
      if (!signedIn) throw new Unauthorized(authMessages.signInFirst())
      keepSession(c, opened)
      return c.json(sessionAnswer(signedIn), 200)
    },
  )
  .get(
    '/sessions',
    describe('本人在哪些设备上登录着 · Where I am signed in', 200, OwnSessionList),
    requirePerson,
    async (c) => {
      const now = c.var.now()
      const idleSince = new Date(now.getTime() - idleMinutes * 60_000)
      const items = await listSessionsOf(c.var.db, c.var.actor.id, { now, idleSince })
      const { sessionId } = await signedInBy(c)
      return c.json({ items: items.map((item) => sessionView(item, sessionId)) }, 200)
    },
  )
  .delete('/sessions', describe('在所有设备上退出 · Sign out everywhere', 204), requirePerson, async (c) => {
    await endAllSessions(c.var.db, c.var.actor, c.var.now())
    dropSession(c)
    return c.body(null, 204)
  })
  .delete(
    '/sessions/:id',
    describe('让一处登录退出 · End one session', 204),
    requirePerson,
    validate('param', Id),
    async (c) => {
      await endSession(c.var.db, c.var.actor, c.req.valid('param').id, c.var.now())
      return c.body(null, 204)
    },
  )
