import type { Database } from '../db/tables.ts'
import type { Acting } from '../http/acting.ts'
import { isPermitted } from '../auth/permissions.ts'
import { authMessages } from '../auth/auth-messages.ts'
import { Forbidden, Unprocessable } from '../http/problem.ts'
import { csvFile } from '../http/spreadsheet-text.ts'
import { listAuditEntries } from './audit.queries.ts'
import { auditMessages } from './audit-messages.ts'
import { auditTable } from './audit-table.ts'
import type { AuditFilter } from './audit.schema.ts'
import { entryFor, type WholeEntry } from './masked-entry.ts'
import { recordExport } from './record-export.commands.ts'

/** More than a spreadsheet is read with; a longer time is taken away in pieces. */
const exportLimit = 50_000
const pageSize = 1000

async function listAll(db: Database, filter: AuditFilter): Promise<WholeEntry[]> {
  const all: WholeEntry[] = []
  for (;;) {
    const page = await listAuditEntries(db, filter, { limit: pageSize, cursor: all.at(-1)?.sequence })
    all.push(...page)
    if (page.length < pageSize) return all
    if (all.length >= exportLimit) throw new Unprocessable(auditMessages.tooMany(exportLimit))
  }
}

/** Taking the trail away is itself in the trail. */
export async function exportAudit(db: Database, filter: AuditFilter, acting: Acting): Promise<string> {
  if (!isPermitted(acting.actor, 'audit:export'))
    throw new Forbidden(authMessages.notPermitted('audit:export'))
  const entries = await listAll(db, filter)
  await recordExport(db, acting, { objectType: 'audit', format: 'csv', filter, rows: entries.length })
  const mayReadBusiness = isPermitted(acting.actor, 'business:read')
  return csvFile(auditTable(entries.map((entry) => entryFor(mayReadBusiness, entry))))
}
