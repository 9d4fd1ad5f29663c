import { z } from 'zod'
import { requirePermission } from '../../auth/require-permission.ts'
import { addDays } from '../../areas/calendar-days.ts'
import { actingOf } from '../../http/acting.ts'
import { describing } from '../../http/describe-answer.ts'
import { newRouter } from '../../http/new-router.ts'
import { NotFound } from '../../http/problem.ts'
import { several, RoadCodes } from '../../http/query-values.ts'
import { validate } from '../../http/validate.ts'
import { bannerDay } from '../../areas/calendar-days.ts'
import { facilityMessages } from '../facility-messages.ts'
import { facilityView } from '../facility-view.ts'
import { findFacility } from '../facility.queries.ts'
import { Facility } from '../facility.schema.ts'
import { finishRepair } from './finish-repair.commands.ts'
import { inspectFacility } from './inspect-facility.commands.ts'
import { inspectionView, repairView } from './inspection-view.ts'
import { listInspections, listRepairs } from './inspection.queries.ts'
import {
  FacilityRecord,
  NewInspection,
  NewStormRound,
  RepairResult,
  Round,
  StormRound,
  StormRoundList,
  StormRoundPreview,
} from './inspection.schema.ts'
import { listRound } from './list-round.queries.ts'
import { listStormRounds, orderStormRound, previewStormRound } from './storm-round.commands.ts'

const Id = z.object({ id: z.uuid() })
const InspectionId = Id.extend({ inspectionId: z.uuid() })
/** Three days ahead: what one drives past anyway. */
const daysAhead = 3
const RoundQuery = z.object({
  until: z.iso.date().optional().describe('Left out: in three days'),
  squad: several(z.string().max(10)).optional(),
  road: RoadCodes.optional(),
})

const describe = describing('facilities')

export const facilityInspectionRoutes = newRouter()
  .get(
    '/round',
    describe('巡检清单：到期的和在修的，按路线桩号排列 · What to look at, along the roads', 200, Round),
    requirePermission('business:read'),
    validate('query', RoundQuery),
    async (c) => {
      const { until: asked, ...filter } = c.req.valid('query')
      const today = bannerDay(c.var.now())
      const until = asked ?? addDays(today, daysAhead)
      return c.json(await listRound(c.var.db, { until, ...filter }, today), 200)
    },
  )
  .post(
    '/storm-rounds',
    describe('恶劣天气后 24 小时内普查 · Everything is looked at within 24 hours', 201, StormRound),
    requirePermission('facility:write'),
    validate('json', NewStormRound),
    async (c) => {
      const acting = actingOf(c)
      return c.json(await orderStormRound(c.var.db, c.req.valid('json'), acting), 201)
    },
  )
  .get(
    '/storm-rounds',
    describe('恶劣天气后的普查及进度 · Rounds after storms and how far they are', 200, StormRoundList),
    requirePermission('business:read'),
    async (c) => c.json({ items: await listStormRounds(c.var.db, bannerDay(c.var.now())) }, 200),
  )
  .get(
    '/storm-rounds/preview',
    describe('普查会涉及多少处设施 · How many facilities an order would reach', 200, StormRoundPreview),
    requirePermission('facility:write'),
    validate('query', RoundQuery.pick({ road: true })),
    async (c) => {
      const acting = actingOf(c)
      return c.json(await previewStormRound(c.var.db, c.req.valid('query').road, acting), 200)
    },
  )
  .get(
    '/:id/record',
    describe('设施的巡检和维修记录 · Inspections and repairs of a facility', 200, FacilityRecord),
    requirePermission('business:read'),
    validate('param', Id),
    async (c) => {
      const { id } = c.req.valid('param')
      if (!(await findFacility(c.var.db, id))) throw new NotFound(facilityMessages.unknownFacility())
      const today = bannerDay(c.var.now())
      const inspections = (await listInspections(c.var.db, id)).map(inspectionView)
      const repairs = (await listRepairs(c.var.db, id)).map((repair) => repairView(repair, today))
      return c.json({ inspections, repairs }, 200)
    },
  )
  .put(
    '/:id/inspections/:inspectionId',
    describe('巡检，编号由客户端生成，重发不重复 · Inspect under a client-made id', 201, Facility),
    requirePermission('facility:inspect'),
    validate('param', InspectionId),
    validate('json', NewInspection),
    async (c) => {
      const { id, inspectionId } = c.req.valid('param')
      const acting = actingOf(c)
      const done = await inspectFacility(c.var.db, id, inspectionId, c.req.valid('json'), acting)
      c.header('etag', `"${done.facility.version}"`)
      return c.json(facilityView(done.facility, bannerDay(acting.at)), done.isNew ? 201 : 200)
    },
  )
  .post(
    '/:id/repair-result',
    describe('故障办结：修复、更换、拆除、转永久 · What became of the fault', 200, Facility),
    requirePermission('facility:write'),
    validate('param', Id),
    validate('json', RepairResult),
    async (c) => {
      const acting = actingOf(c)
      const facility = await finishRepair(c.var.db, c.req.valid('param').id, c.req.valid('json'), acting)
      c.header('etag', `"${facility.version}"`)
      return c.json(facilityView(facility, bannerDay(acting.at)), 200)
    },
  )
