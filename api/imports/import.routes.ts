import { createMiddleware } from 'hono/factory'
import { streamSSE } from 'hono/streaming'
import type { AppEnv } from '../http/app-env.ts'
import { recordExport } from '../audit/record-export.commands.ts'
import { describing } from '../http/describe-answer.ts'
import { requireVersion } from '../http/if-match.ts'
import { newRouter } from '../http/new-router.ts'
import { BadRequest, Forbidden } from '../http/problem.ts'
import type { Language } from '../http/text.ts'
import { validate } from '../http/validate.ts'
import { inBackground } from './import-background.commands.ts'
import { commitBatch } from './import-commit.commands.ts'
import { decideRow } from './import-decide.commands.ts'
import { streamProgress } from './import-events.commands.ts'
import { importMessages } from './import-messages.ts'
import { listRowPage, readBatchPage } from './import-page.queries.ts'
import { readBatch } from './import-read.commands.ts'
import { reportOf } from './import-report.commands.ts'
import type { ImportServices } from './import-services.ts'
import { undoBatch } from './import-undo.commands.ts'
import { receiveUpload, removeOldUploads } from './import-upload.commands.ts'
import { batchView, rowView, summaryView } from './import-view.ts'
import * as commands from './import.commands.ts'
import { countOutcomes, listBatches, type Batch } from './import.queries.ts'
import * as schema from './import.schema.ts'

const describe = describing('imports')

/** Rows in the first answer; the screen asks for more as somebody scrolls. */
const firstRows = 200
const historyLength = 100

const requireImporter = createMiddleware<AppEnv>(async (c, next) => {
  if (!commands.mayImport(c.var.actor)) throw new Forbidden(importMessages.notPermitted('hazards'))
  await next()
})

async function view(services: ImportServices, batch: Batch, language: Language) {
  const page = await readBatchPage(services.db, batch, firstRows)
  return batchView(batch, { ...page, progress: services.board.last(batch.id) }, language)
}

const positionOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return -1
  if (!/^\d+$/.test(cursor)) throw new BadRequest(importMessages.unreadableCursor())
  return Number(cursor)
}

/** Imports need a folder to stage files in and work that goes on after the answer; hence a function. */
export function importRoutes(services: ImportServices) {
  const { db, now, folder, board } = services
  return newRouter()
    .use(requireImporter)
    .get('/', describe('导入批次，新的在前 · Imports, newest first', 200, schema.ImportList), async (c) => {
      await commands.settleSilent(services)
      const batches = await listBatches(db, historyLength)
      const items = []
      for (const batch of batches)
        items.push(summaryView(batch, batch.committed_counts ?? (await countOutcomes(db, batch.id))))
      return c.json({ items }, 200)
    })
    .post(
      '/',
      describe(
        '上传文件（multipart：file、kind、crs、procedure、sheet） · Upload a file',
        201,
        schema.ImportBatch,
      ),
      async (c) => {
        const upload = await receiveUpload(folder, c.req.raw)
        const id = await commands.openBatch(services, upload, c.var.actor)
        inBackground(services, removeOldUploads(folder, now()))
        inBackground(services, readBatch(services, id))
        c.header('location', `/api/imports/${id}`)
        return c.json(await view(services, await commands.requireBatch(services, id), c.var.language), 201)
      },
    )
    .get(
      '/:id',
      describe('一批导入的预览与结果 · One import', 200, schema.ImportBatch),
      validate('param', schema.ImportParam),
      async (c) => {
        const batch = await commands.requireBatch(services, c.req.valid('param').id, c.var.actor)
        c.header('etag', `"${batch.version}"`)
        return c.json(await view(services, batch, c.var.language), 200)
      },
    )
    .patch(
      '/:id',
      describe(
        '改列、坐标系、工作表（重新读取）或整批规则 · Change how it is read or decided',
        200,
        schema.ImportBatch,
      ),
      validate('param', schema.ImportParam),
      validate('json', schema.ImportChange),
      async (c) => {
        const { id } = c.req.valid('param')
        const batch = await commands.requireBatch(services, id, c.var.actor)
        const { readsAgain } = await commands.changeBatch(services, batch, c.req.valid('json'), c.var.actor)
        if (readsAgain) inBackground(services, readBatch(services, id))
        return c.json(await view(services, await commands.requireBatch(services, id), c.var.language), 200)
      },
    )
    .delete('/:id', validate('param', schema.ImportParam), async (c) => {
      const batch = await commands.requireBatch(services, c.req.valid('param').id, c.var.actor)
      await commands.dropBatch(services, batch, c.var.actor)
      return c.body(null, 204)
    })
    .get(
      '/:id/rows',
      describe('逐行，可按结果筛选 · Rows, by outcome', 200, schema.ImportRowList),
      validate('param', schema.ImportParam),
      validate('query', schema.ImportRowsQuery),
      async (c) => {
        const { outcome, cursor, limit } = c.req.valid('query')
        const { id } = await commands.requireBatch(services, c.req.valid('param').id, c.var.actor)
        const asked = { outcomes: outcome, after: positionOf(cursor), limit }
        const { page, nextCursor } = await listRowPage(db, id, asked)
        const items = page.map((row) => rowView(row, c.var.language))
        return c.json({ items, ...(nextCursor === undefined ? {} : { nextCursor }) }, 200)
      },
    )
    .patch(
      '/:id/rows/:row',
      describe('决定一行：采用、跳过、就是某条；可改单元格 · Decide one row', 200, schema.ImportRow),
      validate('param', schema.ImportRowParam),
      validate('json', schema.ImportDecision),
      async (c) => {
        const { id, row } = c.req.valid('param')
        const batch = await commands.requireBatch(services, id, c.var.actor)
        const decided = await decideRow(db, batch, row, c.req.valid('json'), now())
        return c.json(rowView(decided, c.var.language), 200)
      },
    )
    .post(
      '/:id/commit',
      describe('提交，须带 If-Match · Commit; needs If-Match', 202, schema.ImportBatch),
      validate('param', schema.ImportParam),
      async (c) => {
        const { id } = c.req.valid('param')
        const version = requireVersion(c.req.header('if-match'))
        const batch = await commands.requireBatch(services, id, c.var.actor)
        const work = await commitBatch(services, batch, version, c.var.actor)
        const begun = await view(services, await commands.requireBatch(services, id), c.var.language)
        inBackground(services, work())
        return c.json(begun, 202)
      },
    )
    .post(
      '/:id/undo',
      describe('整批撤销；有依赖则 409 并列出 · Undo; 409 with what depends on it', 200, schema.ImportBatch),
      validate('param', schema.ImportParam),
      async (c) => {
        const batch = await commands.requireBatch(services, c.req.valid('param').id, c.var.actor)
        await undoBatch(services, batch, c.var.actor, c.var.language)
        return c.json(
          await view(services, await commands.requireBatch(services, batch.id), c.var.language),
          200,
        )
      },
    )
    .post('/:id/cancel', validate('param', schema.ImportParam), async (c) => {
      const batch = await commands.requireBatch(services, c.req.valid('param').id, c.var.actor)
      await commands.cancelBatch(services, batch, c.var.actor)
      return c.body(null, 202)
    })
    .get('/:id/report.xlsx', validate('param', schema.ImportParam), async (c) => {
      const batch = await commands.requireBatch(services, c.req.valid('param').id, c.var.actor)
      const { name, body } = await reportOf(services, batch)
      const acting = { actor: c.var.actor, at: now() }
      await recordExport(db, acting, { objectType: 'import', objectId: batch.id, format: 'xlsx' })
      c.header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      c.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      return c.body(body)
    })
    .get('/:id/events', validate('param', schema.ImportParam), async (c) => {
      const { id } = await commands.requireBatch(services, c.req.valid('param').id, c.var.actor)
      const atRest = async () => (await commands.requireBatch(services, id)).status
      return streamSSE(c, (stream) => streamProgress(stream, board, id, atRest))
    })
}
