import { describeRoute, resolver } from 'hono-openapi'
import { requirePermission } from '../../auth/require-permission.ts'
import { newRouter } from '../../http/new-router.ts'
import { lifeCycleView } from './life-cycle-view.ts'
import { LifeCycle, ReopeningProposals } from './life-cycle.schema.ts'
import { listReopeningProposals } from './reopening.queries.ts'

const answers = (summary: string, schema: typeof LifeCycle | typeof ReopeningProposals) =>
  describeRoute({
    summary,
    tags: ['hazards'],
    responses: {
      200: { description: summary, content: { 'application/json': { schema: resolver(schema) } } },
    },
  })

/** What is asked of all hazards together; mounted before the paths that take an id. */
export const lifeRoutes = newRouter()
  .get(
    '/life-cycle',
    answers('办理规则：状态、环节、时限 · The life of a hazard as a table', LifeCycle),
    requirePermission('business:read'),
    (c) => c.json(lifeCycleView(), 200),
  )
  .get(
    '/reopening-proposals',
    answers('重开建议：销号后又有人伤亡或回头看反弹 · Closed hazards to reopen', ReopeningProposals),
    requirePermission('business:read'),
    async (c) => {
      const proposals = await listReopeningProposals(c.var.db)
      const items = proposals.map((item) => ({ ...item, occurredAt: item.occurredAt.toISOString() }))
      return c.json({ items }, 200)
    },
  )
