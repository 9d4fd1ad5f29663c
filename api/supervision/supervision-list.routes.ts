import { z } from 'zod'
import { requirePermission } from '../auth/require-permission.ts'
import { actingOf } from '../http/acting.ts'
import { describing } from '../http/describe-answer.ts'
import { requireVersion, versionFromIfMatch } from '../http/if-match.ts'
import { newRouter } from '../http/new-router.ts'
import { validate } from '../http/validate.ts'
import { ListChecks } from './checks/list-checks.schema.ts'
import { compareList } from './comparison/compare-list.commands.ts'
import { ListComparison } from './comparison/list-comparison.schema.ts'
import {
  checkSupervisionList,
  issueSupervisionList,
  returnSupervisionList,
  submitSupervisionList,
} from './issue-list.commands.ts'
import { listLife, recordListEvent, withdrawListEvent } from './life/list-life.commands.ts'
import { ListLife, NewListEvent } from './life/list-life.schema.ts'
import { answerOf, requireList } from './list-answer.routes.ts'
import { listFile, requireRoom } from './list-file.routes.ts'
import { inEdition } from './list-provenance.ts'
import {
  changeSupervisionList,
  draftSupervisionList,
  refreshSupervisionList,
  withdrawSupervisionList,
} from './supervision-list.commands.ts'
import type { PhotoStore } from '../photos/photo-store.ts'
import { listSupervisionLists } from './supervision-list.queries.ts'
import {
  IssueRequest,
  ListChange,
  ListReason,
  NewSupervisionList,
  SupervisionFormat,
  SupervisionList,
  SupervisionLists,
} from './supervision-list.schema.ts'

const Id = z.object({ id: z.uuid() })
const EventId = Id.extend({ eventId: z.uuid() })
const Against = z.object({ against: z.uuid().optional() })

const describe = describing('supervision-lists')

/** The store is asked for photos where a list is printed with them. */
export const supervisionListRoutes = ({ store }: { readonly store: PhotoStore }) =>
  newRouter()
    .get(
      '/',
      describe('挂牌督办清单，最新在前 · Supervision lists, newest first', 200, SupervisionLists),
      requirePermission('business:read'),
      async (c) => c.json({ items: await listSupervisionLists(c.var.db) }, 200),
    )
    .post(
      '/',
      describe(
        '以所选隐患或筛选条件拟制清单 · Draft a list of chosen hazards or of a filter',
        201,
        SupervisionList,
      ),
      requirePermission('supervision:draft'),
      validate('json', NewSupervisionList),
      async (c) =>
        c.json(answerOf(c, await draftSupervisionList(c.var.db, c.req.valid('json'), actingOf(c))), 201),
    )
    .get(
      '/:id',
      describe('一份清单，可下载 · One list, also as a file', 200, SupervisionList),
      requirePermission('business:read'),
      validate('param', Id),
      validate('query', SupervisionFormat),
      async (c) => {
        const row = await requireList(c, c.req.valid('param').id)
        const asked = c.req.valid('query')
        requireRoom(asked)
        if (asked.format !== 'json') return listFile(c, row, asked, store)
        return c.json(inEdition(answerOf(c, row), asked.edition), 200)
      },
    )
    .patch(
      '/:id',
      describe(
        '改草稿：增减、排序、改名，各行重新取数，须带 If-Match · Change a draft',
        200,
        SupervisionList,
      ),
      requirePermission('supervision:draft'),
      validate('param', Id),
      validate('json', ListChange),
      async (c) => {
        const version = requireVersion(c.req.header('if-match'))
        const { id } = c.req.valid('param')
        const row = await changeSupervisionList(c.var.db, id, c.req.valid('json'), version, actingOf(c))
        return c.json(answerOf(c, row), 200)
      },
    )
    .post(
      '/:id/refresh',
      describe(
        '按现在的情况更新草稿，须带 If-Match · Take the rows of a draft down anew',
        200,
        SupervisionList,
      ),
      requirePermission('supervision:draft'),
      validate('param', Id),
      async (c) => {
        const version = requireVersion(c.req.header('if-match'))
        const { id } = c.req.valid('param')
        return c.json(answerOf(c, await refreshSupervisionList(c.var.db, id, version, actingOf(c))), 200)
      },
    )
    .get(
      '/:id/checks',
      describe('逐行检查缺什么 · What is missing, row by row', 200, ListChecks),
      requirePermission('business:read'),
      validate('param', Id),
      async (c) => {
        const row = await requireList(c, c.req.valid('param').id)
        return c.json(await checkSupervisionList(c.var.db, row, actingOf(c)), 200)
      },
    )
    .get(
      '/:id/diff',
      describe('与上次清单比较 · Compared with the list issued before', 200, ListComparison),
      requirePermission('business:read'),
      validate('param', Id),
      validate('query', Against),
      async (c) => {
        const row = await requireList(c, c.req.valid('param').id)
        return c.json(await compareList(c.var.db, row, c.req.valid('query').against), 200)
      },
    )
    .post(
      '/:id/submit',
      describe('送领导审签 · Hand the draft to the leader', 200, SupervisionList),
      requirePermission('supervision:draft'),
      validate('param', Id),
      async (c) => {
        const version = versionFromIfMatch(c.req.header('if-match'))
        const { id } = c.req.valid('param')
        return c.json(answerOf(c, await submitSupervisionList(c.var.db, id, version, actingOf(c))), 200)
      },
    )
    .post(
      '/:id/return',
      describe('退回修改，须写明理由 · Hand it back, with a reason', 200, SupervisionList),
      requirePermission('supervision:issue'),
      validate('param', Id),
      validate('json', ListReason),
      async (c) => {
        const version = versionFromIfMatch(c.req.header('if-match'))
        const { id } = c.req.valid('param')
        const { reason } = c.req.valid('json')
        return c.json(
          answerOf(c, await returnSupervisionList(c.var.db, id, reason, version, actingOf(c))),
          200,
        )
      },
    )
    .post(
      '/:id/issue',
      describe(
        '签发清单，此后内容不变 · Issue the list; its content stays from now on',
        200,
        SupervisionList,
      ),
      requirePermission('supervision:issue'),
      validate('param', Id),
      validate('json', IssueRequest),
      async (c) => {
        const version = versionFromIfMatch(c.req.header('if-match'))
        const { id } = c.req.valid('param')
        const row = await issueSupervisionList(c.var.db, id, c.req.valid('json'), version, actingOf(c))
        return c.json(answerOf(c, row), 200)
      },
    )
    .post(
      '/:id/withdraw',
      describe('作废没有签发的清单，编号保留 · Withdraw a list that was not issued', 200, SupervisionList),
      requirePermission('supervision:draft'),
      validate('param', Id),
      validate('json', ListReason),
      async (c) => {
        const version = versionFromIfMatch(c.req.header('if-match'))
        const { id } = c.req.valid('param')
        const { reason } = c.req.valid('json')
        return c.json(
          answerOf(c, await withdrawSupervisionList(c.var.db, id, reason, version, actingOf(c))),
          200,
        )
      },
    )
    .get(
      '/:id/events',
      describe('签发以后：签收、摘牌、延期 · Receipts, delistings and extensions of a list', 200, ListLife),
      requirePermission('business:read'),
      validate('param', Id),
      async (c) => c.json(await listLife(c.var.db, await requireList(c, c.req.valid('param').id)), 200),
    )
    .post(
      '/:id/events',
      describe('登记签收、摘牌、延期 · Record a receipt, a delisting or an extension', 201, ListLife),
      requirePermission('document:register'),
      validate('param', Id),
      validate('json', NewListEvent),
      async (c) => {
        const { id } = c.req.valid('param')
        return c.json(await recordListEvent(c.var.db, id, c.req.valid('json'), actingOf(c)), 201)
      },
    )
    .post(
      '/:id/events/:eventId/withdraw',
      describe('撤回登错的一条 · Take an entry back', 200, ListLife),
      requirePermission('document:register'),
      validate('param', EventId),
      validate('json', ListReason),
      async (c) => {
        const { reason } = c.req.valid('json')
        return c.json(await withdrawListEvent(c.var.db, c.req.valid('param'), reason, actingOf(c)), 200)
      },
    )
