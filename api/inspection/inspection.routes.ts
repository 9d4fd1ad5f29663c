import { describeRoute, resolver } from 'hono-openapi'
import { writeXlsx } from 'hucre/xlsx'
import { newChainProof } from '../audit/prove-chain.commands.ts'
import { recordExport } from '../audit/record-export.commands.ts'
import { requirePermission } from '../auth/require-permission.ts'
import { newRouter } from '../http/new-router.ts'
import { xlsxHeaders } from '../http/spreadsheet-text.ts'
import { validate } from '../http/validate.ts'
import { inspect, shortened } from './inspect.commands.ts'
import { inspectionWorkbook } from './inspection-workbook.ts'
import { Inspection, InspectionQuery } from './inspection.schema.ts'

export function inspectionRoutes({ anchorFile }: { readonly anchorFile?: string | undefined } = {}) {
  const proveChain = newChainProof(anchorFile)
  return newRouter().get(
    '/',
    describeRoute({
      summary: '督察视图：十二项检查 · The twelve checks of an inspector-general',
      tags: ['inspection'],
      responses: {
        200: {
          description: '检查结果 · Outcome',
          content: { 'application/json': { schema: resolver(Inspection) } },
        },
      },
    }),
    requirePermission('inspection:read'),
    validate('query', InspectionQuery),
    async (c) => {
      const { format, ...filter } = c.req.valid('query')
      const at = c.var.now()
      const inspection = await inspect(c.var.readDb, filter, { at, proveChain })
      if (format === 'json') return c.json(shortened(inspection), 200)
      const rows = inspection.checks.reduce((sum, { items }) => sum + items.length, 0)
      const taken = { objectType: 'inspection', format, filter, rows }
      await recordExport(c.var.db, { actor: c.var.actor, at }, taken)
      const workbook = inspectionWorkbook(inspection, c.var.actor.displayName)
      return c.body(new Uint8Array(await writeXlsx(workbook)), 200, xlsxHeaders('inspection'))
    },
  )
}
