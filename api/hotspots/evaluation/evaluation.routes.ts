import { requirePermission } from '../../auth/require-permission.ts'
import type { Database } from '../../db/tables.ts'
import { describing } from '../../http/describe-answer.ts'
import { newRouter } from '../../http/new-router.ts'
import { NotFound } from '../../http/problem.ts'
import { validate } from '../../http/validate.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { evaluationMessages } from './evaluation-messages.ts'
import { findEvaluation } from './evaluation.queries.ts'
import { Evaluation, EvaluationRequest, type Evaluation as Answer } from './evaluation.schema.ts'

const describe = describing('evaluations')

async function answer(
  db: Database,
  { facility, hazard, calibre }: EvaluationRequest,
  now: Date,
): Promise<Answer> {
  const kind = facility === undefined ? 'hazard' : 'facility'
  const asked = { kind, id: (facility ?? hazard)!, calibre, today: bannerDay(now) } as const
  const found = await findEvaluation(db, asked)
  if (!found) throw new NotFound(evaluationMessages.unknownSubject(kind))
  return found
}

export const evaluationRoutes = newRouter()
  .get(
    '/',
    describe('措施有没有效：前后对比 · Did it work? Before and after', 200, Evaluation),
    requirePermission('screening:run'),
    validate('query', EvaluationRequest),
    async (c) => c.json(await answer(c.var.readDb, c.req.valid('query'), c.var.now()), 200),
  )
  .post(
    '/',
    describe('同上，参数在正文里 · The same, asked in the body', 200, Evaluation),
    requirePermission('screening:run'),
    validate('json', EvaluationRequest),
    async (c) => c.json(await answer(c.var.readDb, c.req.valid('json'), c.var.now()), 200),
  )
