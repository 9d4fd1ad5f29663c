import { z } from 'zod'
import { actingOf } from '../http/acting.ts'
import { describing } from '../http/describe-answer.ts'
import { requireVersion } from '../http/if-match.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { accountMessages } from './account-messages.ts'
import { changeAccount, createAccount, resetPassword, unlockAccount } from './account.commands.ts'
import { findAccountById, listAccounts, listDepartments, type AccountRow } from './account.queries.ts'
import {
  Account,
  AccountList,
  AccountPatch,
  AccountWithPassword,
  NewAccount,
  type Account as AccountView,
} from './account.schema.ts'
import { requirePermission } from './require-permission.ts'
import { requirePerson } from './session.middleware.ts'

const Id = z.object({ id: z.uuid() })

const describe = describing('users')

const time = (date: Date | null) => date?.toISOString() ?? null

const accountView = (row: AccountRow, now: Date): AccountView => ({
  ...row,
  lockedUntil: row.lockedUntil && row.lockedUntil > now ? row.lockedUntil.toISOString() : null,
  lastSignedInAt: time(row.lastSignedInAt),
  passwordChangedAt: time(row.passwordChangedAt),
  createdAt: row.createdAt.toISOString(),
})

export const accountRoutes = newRouter()
  .use(requirePerson, requirePermission('account:manage'))
  .get('/', describe('账号列表 · Accounts', 200, AccountList), async (c) => {
    const accounts = await listAccounts(c.var.db)
    const departments = await listDepartments(c.var.db)
    return c.json({ items: accounts.map((row) => accountView(row, c.var.now())), departments }, 200)
  })
  .post(
    '/',
    describe('新建账号，一次性密码只显示一次 · Make an account', 201, AccountWithPassword),
    validate('json', NewAccount),
    async (c) => {
      const acting = actingOf(c)
      const { account, oneTimePassword } = await createAccount(c.var.db, c.req.valid('json'), acting)
      return c.json({ ...accountView(account, acting.at), oneTimePassword }, 201)
    },
  )
  .get('/:id', describe('一个账号 · One account', 200, Account), validate('param', Id), async (c) => {
    const account = await findAccountById(c.var.db, c.req.valid('param').id)
    if (!account) throw new NotFound(accountMessages.unknownAccount())
    c.header('etag', `"${account.version}"`)
    return c.json(accountView(account, c.var.now()), 200)
  })
  .patch(
    '/:id',
    describe('改动、停用、启用账号，须带 If-Match · Change an account; needs If-Match', 200, Account),
    validate('param', Id),
    validate('json', AccountPatch),
    async (c) => {
      const target = { id: c.req.valid('param').id, version: requireVersion(c.req.header('if-match')) }
      const acting = actingOf(c)
      const account = await changeAccount(c.var.db, target, c.req.valid('json'), acting)
      c.header('etag', `"${account.version}"`)
      return c.json(accountView(account, acting.at), 200)
    },
  )
  .post('/:id/unlock', describe('解锁 · Unlock', 200, Account), validate('param', Id), async (c) => {
    const acting = actingOf(c)
    return c.json(accountView(await unlockAccount(c.var.db, c.req.valid('param').id, acting), acting.at), 200)
  })
  .post(
    '/:id/reset-password',
    describe('重置为一次性密码，只显示一次 · Reset to a one-time password', 200, AccountWithPassword),
    validate('param', Id),
    async (c) => {
      const acting = actingOf(c)
      const { account, oneTimePassword } = await resetPassword(c.var.db, c.req.valid('param').id, acting)
      return c.json({ ...accountView(account, acting.at), oneTimePassword }, 200)
    },
  )
