import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { newRouter } from '../http/new-router.ts'
import { validate } from '../http/validate.ts'
import { requirePerson } from './session.middleware.ts'
import { createToken, revokeToken } from './token.commands.ts'
import { listTokens, type ApiToken } from './token.queries.ts'
import { MadeToken, NewToken, TokenList, type Token } from './token.schema.ts'

const Id = z.object({ id: z.uuid() })

const describe = (summary: string, responses: Record<number, z.ZodType | undefined>) =>
  describeRoute({
    summary,
    tags: ['tokens'],
    responses: Object.fromEntries(
      Object.entries(responses).map(([status, schema]) => [
        status,
        {
          description: summary,
          ...(schema ? { content: { 'application/json': { schema: resolver(schema) } } } : {}),
        },
      ]),
    ),
  })

const bannerOffsetMs = 8 * 3_600_000

function tokenView({ id, name, scopes, createdAt, expiresAt, lastUsedAt }: ApiToken): Token {
  const lastMoment = new Date(expiresAt.getTime() - 1 + bannerOffsetMs)
  return {
    id,
    name,
    scopes,
    createdAt: createdAt.toISOString(),
    expiresOn: lastMoment.toISOString().slice(0, 10),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }
}

export const tokenRoutes = newRouter()
  .get('/', describe('本人的接口令牌 · My tokens', { 200: TokenList }), requirePerson, async (c) => {
    const items = await listTokens(c.var.db, c.var.actor.id)
    return c.json({ items: items.map(tokenView) }, 200)
  })
  .post(
    '/',
    describe('新建接口令牌，只显示一次 · Make a token; it is shown once', { 201: MadeToken }),
    requirePerson,
    validate('json', NewToken),
    async (c) => {
      const made = await createToken(c.var.db, c.var.actor, c.req.valid('json'), c.var.now())
      return c.json({ ...tokenView(made), token: made.token }, 201)
    },
  )
  .delete(
    '/:id',
    describe('撤销接口令牌 · Revoke a token', { 204: undefined }),
    requirePerson,
    validate('param', Id),
    async (c) => {
      await revokeToken(c.var.db, c.var.actor, c.req.valid('param').id, c.var.now())
      return c.body(null, 204)
    },
  )
