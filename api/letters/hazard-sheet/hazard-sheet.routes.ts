import { describeRoute } from 'hono-openapi'
import { recordExport } from '../../audit/record-export.commands.ts'
import { requireExportScope } from '../../auth/own-squad.commands.ts'
import { requirePermission } from '../../auth/require-permission.ts'
import { answerDocument, contentTypes } from '../../documents/answer-document.ts'
import { actingOf } from '../../http/acting.ts'
import { newRouter } from '../../http/new-router.ts'
import { NotFound } from '../../http/problem.ts'
import { validate } from '../../http/validate.ts'
import { hazardMessages } from '../../hazards/hazard-messages.ts'
import { findHazard } from '../../hazards/hazard.queries.ts'
import type { PhotoStore } from '../../photos/photo-store.ts'
import { SheetParam, SheetQuery } from './hazard-sheet.schema.ts'
import { sheetPaper } from './sheet-paper.commands.ts'

const file = { schema: { type: 'string' as const, format: 'binary' } }

/** Under /api/hazards. */
export const hazardSheetRoutes = (store: PhotoStore) =>
  newRouter().get(
    '/:id/documents/sheet',
    describeRoute({
      summary: '一患一档：一页纸，含照片、位置图、桩号图 · The hazard on one page',
      tags: ['letters'],
      responses: {
        200: {
          description: '文件 · The file',
          content: { [contentTypes.pdf]: file, [contentTypes.docx]: file },
        },
      },
    }),
    requirePermission('business:read'),
    validate('param', SheetParam),
    validate('query', SheetQuery),
    async (c) => {
      const { format, edition } = c.req.valid('query')
      const hazard = await findHazard(c.var.db, c.req.valid('param').id)
      if (!hazard) throw new NotFound(hazardMessages.unknownHazard())
      requireExportScope(c.var.actor, 'hazards', hazard.squad === null ? undefined : [hazard.squad])
      const order = { edition, now: c.var.now(), madeBy: c.var.actor.displayName, store }
      const paper = await sheetPaper(c.var.db, [hazard.id], { ...order, demo: hazard.demo })
      const taken = { objectType: 'hazard', objectId: hazard.id, format, rows: 1 }
      await recordExport(c.var.db, actingOf(c), { ...taken, filter: { document: 'sheet', edition } })
      return answerDocument(c, paper, format, `一患一档 ${hazard.displayNumber}`)
    },
  )
