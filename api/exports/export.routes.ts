import { Readable } from 'node:stream'
import type { Context } from 'hono'
import { describeRoute } from 'hono-openapi'
import { streamSSE } from 'hono/streaming'
import { fileNameHeader } from '../documents/content-disposition.ts'
import { requirePermission } from '../auth/require-permission.ts'
import type { AppEnv } from '../http/app-env.ts'
import { describing } from '../http/describe-answer.ts'
import { newRouter } from '../http/new-router.ts'
import { validate } from '../http/validate.ts'
import * as commands from './export-job.commands.ts'
import { listJobs, type ExportJobRow } from './export-job.queries.ts'
import { ExportJob, ExportJobList, ExportParam, NewExport } from './export-job.schema.ts'
import { streamJob } from './export-events.commands.ts'
import { type ExportSettings, newExportServices } from './export-services.ts'
import { jobView } from './export-view.ts'
import { tidyExports } from './tidy-exports.commands.ts'

const describe = describing('exports')
const shown = 50

const answers = (summary: string, type: string) =>
  describeRoute({
    summary,
    tags: ['exports'],
    responses: { 200: { description: summary, content: { [type]: {} } } },
  })

export const exportRoutes = (settings: ExportSettings) => {
  const services = newExportServices(settings)
  const viewOf = (c: Context<AppEnv>, job: ExportJobRow) =>
    jobView(job, { language: c.var.language, now: c.var.now(), done: services.live.get(job.id)?.done })
  const own = async (c: Context<AppEnv>, id: string) =>
    viewOf(c, await commands.requireOwnJob(services, id, c.var.actor))
  return newRouter()
    .use(requirePermission('business:read'))
    .get(
      '/',
      describe('本人的导出任务，新的在前 · One’s own exports, newest first', 200, ExportJobList),
      async (c) => {
        await tidyExports(services)
        const jobs = await listJobs(services.db, c.var.actor.id, shown)
        return c.json({ items: jobs.map((job) => viewOf(c, job)) }, 200)
      },
    )
    .post(
      '/',
      describe('排入一个导出任务，后台生成 · Order an export, made in the background', 202, ExportJob),
      validate('json', NewExport),
      async (c) => {
        await tidyExports(services)
        const id = await commands.orderExport(services, c.req.valid('json'), c.var.actor)
        c.header('location', `/api/exports/${id}`)
        return c.json(await own(c, id), 202)
      },
    )
    .get(
      '/:id',
      describe('一个导出任务做到哪里 · How far an export is', 200, ExportJob),
      validate('param', ExportParam),
      async (c) => {
        await tidyExports(services)
        return c.json(await own(c, c.req.valid('param').id), 200)
      },
    )
    .get(
      '/:id/events',
      answers('导出进度（SSE），完成即止 · Progress of an export, until it rests', 'text/event-stream'),
      validate('param', ExportParam),
      async (c) => {
        const { id } = c.req.valid('param')
        await tidyExports(services)
        await own(c, id)
        return streamSSE(c, (stream) => streamJob(stream, () => own(c, id)))
      },
    )
    .get(
      '/:id/file',
      answers('下载导出的文件 · The file', 'application/octet-stream'),
      validate('param', ExportParam),
      async (c) => {
        const { job, stream } = await commands.fetchExport(services, c.req.valid('param').id, c.var.actor)
        return c.body(Readable.toWeb(stream) as ReadableStream, 200, {
          'content-type': job.content_type!,
          'content-length': String(job.bytes),
          'content-disposition': fileNameHeader(job.file_name!),
        })
      },
    )
    .delete(
      '/:id',
      describe('取消进行中的任务，或删除已有的 · Cancel an export, or remove it', 204),
      validate('param', ExportParam),
      async (c) => {
        await commands.dropExport(services, c.req.valid('param').id, c.var.actor)
        return c.body(null, 204)
      },
    )
}
