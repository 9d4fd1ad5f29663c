import { requirePermission } from '../../auth/require-permission.ts'
import { describing } from '../../http/describe-answer.ts'
import { newRouter } from '../../http/new-router.ts'
import { lifeCycleView } from './life-cycle-view.ts'
import { LifeCycle, ReopeningProposals } from './life-cycle.schema.ts'
import { listReopeningProposals } from './reopening.queries.ts'

const describe = describing('hazards')

/** What is asked of all hazards together; mounted before the paths that take an id. */
export const lifeRoutes = newRouter()
  .get(
    '/life-cycle',
    describe('办理规则：状态、环节、时限 · The life of a hazard as a table', 200, LifeCycle),
    requirePermission('business:read'),
    (c) => c.json(lifeCycleView(), 200),
  )
  .get(
    '/reopening-proposals',
    describe('重开建议：销号后又有人伤亡或回头看反弹 · Closed hazards to reopen', 200, ReopeningProposals),
    requirePermission('business:read'),
    async (c) => {
      const proposals = await listReopeningProposals(c.var.db)
      const items = proposals.map((item) => ({ ...item, occurredAt: item.occurredAt.toISOString() }))
      return c.json({ items }, 200)
    },
  )
