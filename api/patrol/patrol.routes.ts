import { describeRoute, resolver } from 'hono-openapi'
import { requirePermission } from '../auth/require-permission.ts'
import { newRouter } from '../http/new-router.ts'
import { validate } from '../http/validate.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { findPatrol } from './patrol.queries.ts'
import { Patrol, PatrolQuery } from './patrol.schema.ts'

const summary = '今日顺路巡查：沿行驶方向按桩号排列 · What stands along the way, in the order of travel'

export const patrolRoutes = newRouter().get(
  '/',
  describeRoute({
    summary,
    tags: ['patrol'],
    responses: {
      200: { description: summary, content: { 'application/json': { schema: resolver(Patrol) } } },
    },
  }),
  requirePermission('business:read'),
  validate('query', PatrolQuery),
  async (c) => {
    const query = c.req.valid('query')
    const onlooker = { person: c.var.actor, today: query.on ?? bannerDay(c.var.now()) }
    return c.json(await findPatrol(c.var.readDb, query, onlooker), 200)
  },
)
