import type { Context } from 'hono'
import { requirePermission } from '../auth/require-permission.ts'
import { actingOf } from '../http/acting.ts'
import type { AppEnv } from '../http/app-env.ts'
import { describing } from '../http/describe-answer.ts'
import { newRouter } from '../http/new-router.ts'
import { validate } from '../http/validate.ts'
import { onlookerOf } from '../hazards/hazard-answer.routes.ts'
import { letterKinds, type LetterKind } from './letter-kinds.ts'
import { answerLetter } from './answer-letter.routes.ts'
import {
  LetterParam,
  LetterPreview,
  LetterQuery,
  ReportQuery,
  ReportRequest,
  RoundFormQuery,
} from './letter.schema.ts'
import { noticeAnnex } from './notice-annex.commands.ts'
import type { PhotoStore } from '../photos/photo-store.ts'
import { letterOf, listingReportOf } from './make-letter.commands.ts'
import { roundFormOf } from './round-form.commands.ts'

const describe = describing('letters')

async function letter(
  c: Context<AppEnv>,
  kind: LetterKind,
  id: string,
  query: LetterQuery,
  store?: PhotoStore,
) {
  const { format, blank, ...wishes } = query
  const made = await letterOf(c.var.db, { id, kind }, { ...wishes, isBlank: blank }, await onlookerOf(c))
  const order = { now: c.var.now(), madeBy: c.var.actor.displayName }
  return answerLetter(c, made, format, store && noticeAnnex(c.var.db, store, id, order))
}

const describeLetter = (kind: LetterKind) =>
  describe(`${letterKinds[kind].zh}（docx、pdf，json 为预览） · ${letterKinds[kind].en}`, 200, LetterPreview)

/** Of one ticket. */
export const letterRoutes = (store: PhotoStore) =>
  newRouter()
    .get(
      '/:id/documents/notice',
      describeLetter('notice'),
      requirePermission('business:read'),
      validate('param', LetterParam),
      validate('query', LetterQuery),
      (c) => letter(c, 'notice', c.req.valid('param').id, c.req.valid('query'), store),
    )
    .get(
      '/:id/documents/receipt',
      describeLetter('receipt'),
      requirePermission('business:read'),
      validate('param', LetterParam),
      validate('query', LetterQuery),
      (c) => letter(c, 'receipt', c.req.valid('param').id, c.req.valid('query')),
    )
    .get(
      '/:id/documents/urging',
      describeLetter('urging'),
      requirePermission('business:read'),
      validate('param', LetterParam),
      validate('query', LetterQuery),
      (c) => letter(c, 'urging', c.req.valid('param').id, c.req.valid('query')),
    )
    .get(
      '/:id/documents/acceptance',
      describeLetter('acceptance'),
      requirePermission('business:read'),
      validate('param', LetterParam),
      validate('query', LetterQuery),
      (c) => letter(c, 'acceptance', c.req.valid('param').id, c.req.valid('query')),
    )
    .get(
      '/:id/documents/extension',
      describeLetter('extension'),
      requirePermission('business:read'),
      validate('param', LetterParam),
      validate('query', LetterQuery),
      (c) => letter(c, 'extension', c.req.valid('param').id, c.req.valid('query')),
    )

const describeReport = () =>
  describe(
    '关于隐患挂牌督办的报告，报旗委、旗人民政府 · Report upwards on chosen hazards',
    200,
    LetterPreview,
  )

/** Of several tickets at once. */
export const reportLetterRoutes = newRouter()
  .get(
    '/report',
    describeReport(),
    requirePermission('business:read'),
    validate('query', ReportQuery),
    async (c) => {
      const { format, hazardIds, ...wishes } = c.req.valid('query')
      return answerLetter(c, await listingReportOf(c.var.db, hazardIds, wishes, await onlookerOf(c)), format)
    },
  )
  .post(
    '/report',
    describeReport(),
    requirePermission('business:read'),
    validate('json', ReportRequest),
    async (c) => {
      const { format, hazardIds, ...wishes } = c.req.valid('json')
      return answerLetter(c, await listingReportOf(c.var.db, hazardIds, wishes, await onlookerOf(c)), format)
    },
  )

/** 巡检表: what is due along the roads, to be filled in by hand. */
export const roundFormRoutes = newRouter().get(
  '/round/form',
  describe('临时设施巡检表（手填） · Form of a round, to be filled in by hand', 200, LetterPreview),
  requirePermission('business:read'),
  validate('query', RoundFormQuery),
  async (c) => {
    const { format, ...asked } = c.req.valid('query')
    return answerLetter(c, await roundFormOf(c.var.db, asked, actingOf(c)), format)
  },
)
