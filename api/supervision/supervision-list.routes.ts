import type { Context } from 'hono'
import { writeXlsx } from 'hucre/xlsx'
import { z } from 'zod'
import { recordExport } from '../audit/record-export.commands.ts'
import { exportScope } from '../auth/own-squad.ts'
import { requirePermission } from '../auth/require-permission.ts'
import type { AppEnv } from '../http/app-env.ts'
import { describing } from '../http/describe-answer.ts'
import { versionFromIfMatch } from '../http/if-match.ts'
import { newRouter } from '../http/new-router.ts'
import { Forbidden, NotFound } from '../http/problem.ts'
import { csvFile } from '../http/spreadsheet-text.ts'
import { validate } from '../http/validate.ts'
import { draftSupervisionList, issueSupervisionList } from './supervision-list.commands.ts'
import { findSupervisionList, listSupervisionLists, type ListRow } from './supervision-list.queries.ts'
import {
  IssueRequest,
  NewSupervisionList,
  SupervisionFormat,
  SupervisionList,
  SupervisionLists,
  type SupervisionList as List,
} from './supervision-list.schema.ts'
import { supervisionMessages } from './supervision-messages.ts'
import { csvRows, listFeatures } from './supervision-table.ts'
import { supervisionWorkbook } from './supervision-workbook.ts'

const Id = z.object({ id: z.uuid() })

const describe = describing('supervision-lists')

const listView = ({ content, issuedAt, createdAt, ...facts }: ListRow): List => ({
  ...facts,
  ...content,
  issuedAt: issuedAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
})

const attachment = (list: List, ending: string) =>
  `attachment; filename="supervision-list.${ending}"; filename*=UTF-8''${encodeURIComponent(`${list.title}（${list.filledOn}）.${ending}`)}`

/** Drafts too: a list that has not been issued can leave the system all the same. It is of the whole banner. */
const letListLeave = (c: Context<AppEnv>, list: List, format: string) => {
  if (!('all' in exportScope(c.var.actor, 'hazards'))) throw new Forbidden(supervisionMessages.notTakenAway())
  return recordExport(
    c.var.db,
    { actor: c.var.actor, at: c.var.now() },
    { objectType: 'supervisionList', objectId: list.id, format, rows: list.rows.length },
  )
}

export const supervisionListRoutes = newRouter()
  .get(
    '/',
    describe('挂牌督办清单，最新在前 · Supervision lists, newest first', 200, SupervisionLists),
    requirePermission('business:read'),
    async (c) => c.json({ items: await listSupervisionLists(c.var.db) }, 200),
  )
  .post(
    '/',
    describe('以所选隐患拟制清单 · Draft a list of chosen hazards', 201, SupervisionList),
    requirePermission('supervision:draft'),
    validate('json', NewSupervisionList),
    async (c) => {
      const acting = { actor: c.var.actor, at: c.var.now() }
      return c.json(listView(await draftSupervisionList(c.var.db, c.req.valid('json'), acting)), 201)
    },
  )
  .get(
    '/:id',
    describe('一份清单，可下载 · One list, also as a file', 200, SupervisionList),
    requirePermission('business:read'),
    validate('param', Id),
    validate('query', SupervisionFormat),
    async (c) => {
      const row = await findSupervisionList(c.var.db, c.req.valid('param').id)
      if (!row) throw new NotFound(supervisionMessages.unknownList())
      const list = listView(row)
      const { format } = c.req.valid('query')
      if (format !== 'json') await letListLeave(c, list, format)
      if (format === 'xlsx')
        return c.body(new Uint8Array(await writeXlsx(supervisionWorkbook(list))), 200, {
          'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'content-disposition': attachment(list, 'xlsx'),
        })
      if (format === 'csv')
        return c.body(csvFile(csvRows(list)), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': attachment(list, 'csv'),
        })
      if (format === 'geojson')
        return c.json(listFeatures(list), 200, { 'content-type': 'application/geo+json; charset=utf-8' })
      return c.json(list, 200)
    },
  )
  .post(
    '/:id/issue',
    describe('签发清单，此后内容不变 · Issue the list; its content stays from now on', 200, SupervisionList),
    requirePermission('supervision:issue'),
    validate('param', Id),
    validate('json', IssueRequest),
    async (c) => {
      const version = versionFromIfMatch(c.req.header('if-match'))
      const acting = { actor: c.var.actor, at: c.var.now() }
      const { id } = c.req.valid('param')
      return c.json(
        listView(await issueSupervisionList(c.var.db, id, c.req.valid('json'), version, acting)),
        200,
      )
    },
  )
