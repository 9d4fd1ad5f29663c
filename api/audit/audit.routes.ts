import { describeRoute, resolver } from 'hono-openapi'
import { requirePermission } from '../auth/require-permission.ts'
import { newRouter } from '../http/new-router.ts'
import { validate } from '../http/validate.ts'
import { listAuditEntries } from './audit.queries.ts'
import { AuditList, AuditQuery } from './audit.schema.ts'

export const auditRoutes = newRouter().get(
  '/',
  describeRoute({
    summary: '审计记录 · Audit entries, newest first',
    tags: ['audit'],
    responses: {
      200: {
        description: '审计记录 · Entries',
        content: { 'application/json': { schema: resolver(AuditList) } },
      },
    },
  }),
  requirePermission('audit:read'),
  validate('query', AuditQuery),
  async (c) => {
    const query = c.req.valid('query')
    const items = await listAuditEntries(c.var.db, query)
    const last = items.at(-1)
    return c.json(
      { items, ...(last && items.length === query.limit ? { nextCursor: String(last.sequence) } : {}) },
      200,
    )
  },
)
