import { requirePermission } from '../auth/require-permission.ts'
import { describing } from '../http/describe-answer.ts'
import { newRouter } from '../http/new-router.ts'
import { BadRequest } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { findFourIndices, findSummary } from './four-indices.queries.ts'
import type { Period } from './period.ts'
import { statisticsMessages } from './statistics-messages.ts'
import { FourIndices, FourIndicesQuery, Summary, SummaryQuery } from './statistics.schema.ts'

const describe = describing('statistics')

function requireForwards({ from, to }: Period): void {
  if (from > to) throw new BadRequest(statisticsMessages.periodBackwards())
}

export const statisticsRoutes = newRouter()
  .get(
    '/four-indices',
    describe('四项指数与上年同期 · The four indices beside the same period last year', 200, FourIndices),
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
    describe('年度总结语句 · The sentence of the annual summary', 200, Summary),
    requirePermission('business:read'),
    validate('query', SummaryQuery),
    async (c) => {
      const query = c.req.valid('query')
      requireForwards(query)
      return c.json(await findSummary(c.var.readDb, query), 200)
    },
  )
