import type { Context } from 'hono'
import { z } from 'zod'
import { requirePermission } from '../../auth/require-permission.ts'
import { actingOf } from '../../http/acting.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { describing } from '../../http/describe-answer.ts'
import { requireVersion } from '../../http/if-match.ts'
import { newRouter } from '../../http/new-router.ts'
import { NotFound } from '../../http/problem.ts'
import { validate } from '../../http/validate.ts'
import { viewOf } from '../hazard-answer.routes.ts'
import { hazardMessages } from '../hazard-messages.ts'
import { findAnyHazard } from '../hazard.queries.ts'
import { Hazard } from '../hazard.schema.ts'
import { Dismissal } from '../life/life-cycle.schema.ts'
import { dismissReopening } from '../life/reopening.commands.ts'
import { decideCorrection, requestCorrection } from './correction.commands.ts'
import { listRecords } from './list-records.queries.ts'
import { CorrectionDecision, HazardRecords, NewCorrection, Split, Withdrawal } from './record.schema.ts'
import { splitHazard } from './split-hazard.commands.ts'
import { withdrawHazard } from './withdraw-hazard.commands.ts'

const Id = z.object({ id: z.uuid() })
const CorrectionId = Id.extend({ correctionId: z.uuid() })
const SplitHazard = z.object({ source: Hazard, parts: z.array(Hazard) })

const describe = describing('hazards')

const versionOf = (c: Context<AppEnv>) => requireVersion(c.req.header('if-match'))

export const recordRoutes = newRouter()
  .get(
    '/:id/records',
    describe(
      '档案：挂牌、延期、验收、文书、回头看、更正 · Records and papers of a hazard',
      200,
      HazardRecords,
    ),
    requirePermission('business:read'),
    validate('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      if (!(await findAnyHazard(c.var.db, id))) throw new NotFound(hazardMessages.unknownHazard())
      return c.json(await listRecords(c.var.db, id, c.var.actor.id), 200)
    },
  )
  .post(
    '/:id/corrections',
    describe(
      '申请更正：已销号或已挂牌的隐患，已登记的文书 · Ask to correct a closed or listed hazard, or its papers',
      201,
      Hazard,
    ),
    requirePermission('hazard:requestCorrection'),
    validate('param', Id),
    validate('json', NewCorrection),
    async (c) => {
      const { id } = c.req.valid('param')
      const row = await requestCorrection(c.var.db, id, c.req.valid('json'), versionOf(c), actingOf(c))
      return c.json(await viewOf(c, row), 201)
    },
  )
  .post(
    '/:id/corrections/:correctionId/decision',
    describe('批准或驳回更正 · Decide a correction', 200, Hazard),
    requirePermission('hazard:correct'),
    validate('param', CorrectionId),
    validate('json', CorrectionDecision),
    async (c) => {
      const which = c.req.valid('param')
      const row = await decideCorrection(c.var.db, which, c.req.valid('json'), versionOf(c), actingOf(c))
      return c.json(await viewOf(c, row), 200)
    },
  )
  .post(
    '/:id/withdraw',
    describe('作废，编号保留 · Withdraw; the number stays', 200, Hazard),
    requirePermission('hazard:withdraw'),
    validate('param', Id),
    validate('json', Withdrawal),
    async (c) => {
      const { reason } = c.req.valid('json')
      const row = await withdrawHazard(c.var.db, c.req.valid('param').id, reason, versionOf(c), actingOf(c))
      return c.json(await viewOf(c, row), 200)
    },
  )
  .post(
    '/:id/split',
    describe('拆分为几条隐患 · Split into several', 201, SplitHazard),
    requirePermission('hazard:review'),
    validate('param', Id),
    validate('json', Split),
    async (c) => {
      const { id } = c.req.valid('param')
      const made = await splitHazard(c.var.db, id, c.req.valid('json'), versionOf(c), actingOf(c))
      const parts = await Promise.all(made.parts.map((row) => viewOf(c, row)))
      return c.json({ source: await viewOf(c, made.source), parts }, 201)
    },
  )
  .post(
    '/:id/reopening-dismissals',
    describe('说明一起事故为何不重开 · Say why an accident does not reopen it', 200, Hazard),
    requirePermission('hazard:sign'),
    validate('param', Id),
    validate('json', Dismissal),
    async (c) => {
      const { id } = c.req.valid('param')
      const row = await dismissReopening(c.var.db, id, c.req.valid('json'), versionOf(c), actingOf(c))
      return c.json(await viewOf(c, row), 200)
    },
  )
