import { isPermitted } from '../auth/permissions.ts'
import { requirePermission } from '../auth/require-permission.ts'
import { actingOf } from '../http/acting.ts'
import { describing } from '../http/describe-answer.ts'
import { newRouter } from '../http/new-router.ts'
import { csvHeaders } from '../http/spreadsheet-text.ts'
import { validate } from '../http/validate.ts'
import { exportAudit } from './audit-export.commands.ts'
import { listAuditEntries } from './audit.queries.ts'
import { AuditList, AuditQuery, Verification } from './audit.schema.ts'
import { entryFor } from './masked-entry.ts'
import { verifyChain } from './verify-chain.commands.ts'

const describe = describing('audit')

const pageOf = (items: AuditList['items'], limit: number): AuditList => {
  const last = items[limit - 1]
  return items.length > limit && last
    ? { items: items.slice(0, limit), nextCursor: String(last.sequence) }
    : { items }
}

/** A function, since the check reads a file that lies outside the database. */
export function auditRoutes({ anchorFile }: { readonly anchorFile?: string | undefined } = {}) {
  return newRouter()
    .get(
      '/',
      describe('审计记录，新的在前 · Audit entries, newest first', 200, AuditList),
      requirePermission('audit:read'),
      validate('query', AuditQuery),
      async (c) => {
        const { format, limit, cursor, ...filter } = c.req.valid('query')
        if (format === 'csv') {
          const acting = actingOf(c)
          return c.body(await exportAudit(c.var.db, filter, acting), 200, csvHeaders('audit'))
        }
        const entries = await listAuditEntries(c.var.db, filter, { limit: limit + 1, cursor })
        const mayReadBusiness = isPermitted(c.var.actor, 'business:read')
        const items = entries.map((entry) => entryFor(mayReadBusiness, entry))
        return c.json(pageOf(items, limit), 200)
      },
    )
    .get(
      '/verify',
      describe('逐条核验审计记录 · Prove every entry of the audit trail', 200, Verification),
      requirePermission('audit:export'),
      async (c) => c.json(await verifyChain(c.var.db, { at: c.var.now(), anchorFile }), 200),
    )
}
