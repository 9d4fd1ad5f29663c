import { z } from 'zod'
import { requirePermission } from '../auth/require-permission.ts'
import { hazardMessages } from '../hazards/hazard-messages.ts'
import { describing } from '../http/describe-answer.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound } from '../http/problem.ts'
import { httpMessages } from '../http/http-messages.ts'
import { validate } from '../http/validate.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { findHazardsThen, findSurroundings } from './surroundings.queries.ts'
import { HazardsThen, Surroundings } from './surroundings.schema.ts'

const Id = z.object({ id: z.uuid() })

const describe = describing('surroundings')

/** Under /api/hazards. */
export const hazardSurroundingsRoutes = newRouter().get(
  '/:id/surroundings',
  describe(
    '隐患周边：事故与当时的期限、设施、其他隐患 · Around a hazard: accidents and the clocks then',
    200,
    Surroundings,
  ),
  requirePermission('business:read'),
  validate('param', Id),
  async (c) => {
    const onlooker = { person: c.var.actor, today: bannerDay(c.var.now()) }
    const found = await findSurroundings(c.var.readDb, c.req.valid('param').id, onlooker)
    if (!found) throw new NotFound(hazardMessages.unknownHazard())
    return c.json(found, 200)
  },
)

/** Under /api/accidents. */
export const hazardsThenRoutes = newRouter().get(
  '/:id/hazards-then',
  describe(
    '事故发生时周边的隐患 · Hazards around an accident, with their clocks at its time',
    200,
    HazardsThen,
  ),
  requirePermission('business:read'),
  validate('param', Id),
  async (c) => {
    const onlooker = { person: c.var.actor, today: bannerDay(c.var.now()) }
    const found = await findHazardsThen(c.var.readDb, c.req.valid('param').id, onlooker)
    if (!found) throw new NotFound(httpMessages.unknownId())
    return c.json(found, 200)
  },
)
