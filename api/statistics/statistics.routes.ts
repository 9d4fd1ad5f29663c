import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { requirePermission } from '../auth/require-permission.ts'
import { newRouter } from '../http/new-router.ts'
import { BadRequest } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { findFourIndices, findSummary } from './four-indices.queries.ts'
import type { Period } from './period.ts'
import { statisticsMessages } from './statistics-messages.ts'
import { FourIndices, FourIndicesQuery, Summary, SummaryQuery } from './statistics.schema.ts'

const describe = (summary: string, schema: z.ZodType) =>
  describeRoute({
    summary,
    tags: ['statistics'],
    responses: {
      200: { description: summary, content: { 'application/json': { schema: resolver(schema) } } },
    },
  })

function requireForwards({ from, to }: Period): void {
  if (from > to) throw new BadRequest(statisticsMessages.periodBackwards())
}

export const statisticsRoutes = newRouter()
  .get(
    '/four-indices',
    describe('四项指数与上年同期 · The four indices beside the same period last year', FourIndices),
    requirePermission('business:read'),
    validate('query', FourIndicesQuery),
    async (c) => {
      const query = c.req.valid('query')
      requireForwards(query)
      return c.json(await findFourIndices(c.var.readDb, query, c.var.language), 200)
    },
  )
  .get(
    '/summary',
    describe('年度总结语句 · The sentence of the annual summary', Summary),
    requirePermission('business:read'),
    validate('query', SummaryQuery),
    async (c) => {
      const query = c.req.valid('query')
      requireForwards(query)
      return c.json(await findSummary(c.var.readDb, query), 200)
    },
  )
