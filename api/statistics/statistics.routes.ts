import { describeRoute } from 'hono-openapi'
import { requirePermission } from '../auth/require-permission.ts'
import { actingOf } from '../http/acting.ts'
import { describing } from '../http/describe-answer.ts'
import { newRouter } from '../http/new-router.ts'
import { BadRequest } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { findCrossTable } from './cross-table.queries.ts'
import { findFourIndices, findSummary } from './four-indices.queries.ts'
import type { Period } from './period.ts'
import { removeStatisticBase, setStatisticBase } from './statistic-base.commands.ts'
import { listStatisticBases } from './statistic-base.queries.ts'
import { StatisticBase, StatisticBaseInput, StatisticBaseList, YearParam } from './statistic-base.schema.ts'
import { statisticsMessages } from './statistics-messages.ts'
import {
  CrossTable,
  CrossTableQuery,
  FourIndices,
  FourIndicesQuery,
  Summary,
  SummaryQuery,
} from './statistics.schema.ts'

const describe = describing('statistics')

export function requireForwards({ from, to }: Period): void {
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
    describe(
      '两种口径、简易程序、死亡3人以上、万车死亡率与年度总结语句 · Both calibres and the sentence of the year',
      200,
      Summary,
    ),
    requirePermission('business:read'),
    validate('query', SummaryQuery),
    async (c) => {
      const query = c.req.valid('query')
      requireForwards(query)
      return c.json(await findSummary(c.var.readDb, query), 200)
    },
  )
  .get(
    '/cross-table',
    describe('两项交叉，如时段×星期 · Any two dimensions crossed', 200, CrossTable),
    requirePermission('business:read'),
    validate('query', CrossTableQuery),
    async (c) => {
      const query = c.req.valid('query')
      requireForwards(query)
      if (query.rows === query.columns) throw new BadRequest(statisticsMessages.sameDimension())
      return c.json(await findCrossTable(c.var.readDb, query, c.var.language), 200)
    },
  )
  .get(
    '/bases',
    describe('各年统计基数（机动车、驾驶人、人口） · What deaths are divided by', 200, StatisticBaseList),
    requirePermission('business:read'),
    async (c) => c.json({ items: await listStatisticBases(c.var.db) }, 200),
  )
  .put(
    '/bases/:year',
    describe('登记一年的统计基数 · Enter the base of a year', 200, StatisticBase),
    requirePermission('statistics:write'),
    validate('param', YearParam),
    validate('json', StatisticBaseInput),
    async (c) => {
      const acting = actingOf(c)
      const { year } = c.req.valid('param')
      return c.json(await setStatisticBase(c.var.db, year, c.req.valid('json'), acting), 200)
    },
  )
  .delete(
    '/bases/:year',
    describeRoute({
      summary: '删除一年的统计基数 · Take the base of a year back',
      tags: ['statistics'],
      responses: { 204: { description: '已删除 · Done' } },
    }),
    requirePermission('statistics:write'),
    validate('param', YearParam),
    async (c) => {
      const acting = actingOf(c)
      await removeStatisticBase(c.var.db, c.req.valid('param').year, acting)
      return c.body(null, 204)
    },
  )
