import { recordExport } from '../audit/record-export.commands.ts'
import { requireExportScope } from '../auth/own-squad.commands.ts'
import { requirePermission } from '../auth/require-permission.ts'
import { facilityView } from '../facilities/facility-view.ts'
import { listFacilityWarnings } from '../facilities/facility-warnings.queries.ts'
import { hazardView } from '../hazards/hazard-view.ts'
import { actingOf } from '../http/acting.ts'
import { describing } from '../http/describe-answer.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound } from '../http/problem.ts'
import { isShownOnPage } from '../http/shown-on-page.ts'
import { validate } from '../http/validate.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { findAdvice, findStretch, listAdviceOfRun } from './advice/advice.queries.ts'
import { Advice, AdviceQuery, RunAdvice, RunAdviceQuery } from './advice/advice.schema.ts'
import { shortened } from './advice/short-advice.ts'
import { planGap, ticketGap } from './answer-gap.commands.ts'
import { GapPlan, GapTicket, PlannedFacility, TicketOfGap } from './answer-gap.schema.ts'
import { countGaps, gapFeatures, matchingGaps, pageOfGaps } from './gap-filter.ts'
import { gapMessages } from './gap-messages.ts'
import { NewDismissal } from './dismissals/dismissal.schema.ts'
import { dismissGap, liftDismissal } from './dismissals/dismiss-gap.commands.ts'
import { gapRuleIds, gapRules } from './gap-rules.ts'
import { findGap, listGaps } from './gap.queries.ts'
import { Gap, GapId, GapList, GapQuery, GapRuleList } from './gap.schema.ts'

const describe = describing('facilities')

export const gapRoutes = newRouter()
  .get(
    '/',
    describe('设施缺口，重的在前 · Where facilities lack, worst first', 200, GapList),
    requirePermission('business:read'),
    validate('query', GapQuery),
    async (c) => {
      const { format, limit, cursor, ...asked } = c.req.valid('query')
      const today = bannerDay(c.var.now())
      const leaves = format === 'geojson' && !isShownOnPage(c)
      const squad = leaves ? requireExportScope(c.var.actor, 'facilities', asked.squad) : asked.squad
      const filter = { ...asked, ...(squad ? { squad: [...squad] } : {}) }
      const gaps = matchingGaps(await listGaps(c.var.readDb, today), filter)
      const facts = { ...countGaps(gaps), asOf: today }
      if (format === 'json') return c.json({ ...pageOfGaps(gaps, { limit, cursor }), ...facts }, 200)
      const acting = actingOf(c)
      if (leaves)
        await recordExport(c.var.db, acting, { objectType: 'facilityGap', format, filter, rows: gaps.length })
      return c.json(gapFeatures(gaps, facts), 200, { 'content-type': 'application/geo+json; charset=utf-8' })
    },
  )
  .get(
    '/rules',
    describe(
      '缺口规则，数字待大队核定 · The rules, with numbers for the brigade to confirm',
      200,
      GapRuleList,
    ),
    requirePermission('business:read'),
    (c) => c.json({ items: gapRuleIds.map((id) => ({ id, ...gapRules[id] })) }, 200),
  )
  .get(
    '/advice',
    describe('布设建议：由人决定 · What may be placed at a stretch; people decide', 200, Advice),
    requirePermission('business:read'),
    validate('query', AdviceQuery),
    async (c) => {
      const today = bannerDay(c.var.now())
      const stretch = await findStretch(c.var.readDb, c.req.valid('query'), today)
      if (!stretch) throw new NotFound(gapMessages.unknownSite())
      const advice = await findAdvice(c.var.readDb, stretch, today)
      if (!advice) throw new NotFound(gapMessages.noLine(stretch.road))
      return c.json(advice, 200)
    },
  )
  .get(
    '/advice/short',
    describe(
      '一次筛查各处的布设建议，每处一行 · What may be placed at each hotspot of a screening, in short',
      200,
      RunAdvice,
    ),
    requirePermission('business:read'),
    validate('query', RunAdviceQuery),
    async (c) => {
      const all = await listAdviceOfRun(c.var.readDb, c.req.valid('query').run, bannerDay(c.var.now()))
      return c.json({ items: all.map(shortened) }, 200)
    },
  )
  .get(
    '/:id',
    describe('一个缺口 · One gap', 200, Gap),
    requirePermission('business:read'),
    validate('param', GapId),
    async (c) => {
      const gap = await findGap(c.var.readDb, c.req.valid('param').id, bannerDay(c.var.now()))
      if (!gap) throw new NotFound(gapMessages.unknownGap())
      return c.json(gap, 200)
    },
  )
  .post(
    '/:id/plan',
    describe('转为计划设施 · Make it a planned facility', 201, PlannedFacility),
    requirePermission('facility:write'),
    validate('param', GapId),
    validate('json', GapPlan),
    async (c) => {
      const acting = actingOf(c)
      const { id } = c.req.valid('param')
      const { facility, isNew } = await planGap(c.var.db, id, c.req.valid('json'), acting)
      c.header('etag', `"${facility.version}"`)
      const warnings = await listFacilityWarnings(c.var.db, facility)
      return c.json({ ...facilityView(facility, bannerDay(acting.at)), warnings }, isNew ? 201 : 200)
    },
  )
  .post(
    '/:id/ticket',
    describe('转为隐患，待研判 · Make it a hazard to be reviewed', 201, TicketOfGap),
    requirePermission('hazard:register'),
    validate('param', GapId),
    validate('json', GapTicket),
    async (c) => {
      const acting = actingOf(c)
      const { id } = c.req.valid('param')
      const { hazard, isNew } = await ticketGap(c.var.db, id, c.req.valid('json'), acting)
      c.header('etag', `"${hazard.version}"`)
      const view = hazardView(hazard, { person: c.var.actor, today: bannerDay(acting.at) })
      return c.json(TicketOfGap.parse(view), isNew ? 201 : 200)
    },
  )
  .put(
    '/:id/dismissal',
    describe('核定不设，写明理由和有效期 · Decide that nothing is placed, until a day', 200, Gap),
    requirePermission('facility:write'),
    validate('param', GapId),
    validate('json', NewDismissal),
    async (c) => {
      const acting = actingOf(c)
      return c.json(await dismissGap(c.var.db, c.req.valid('param').id, c.req.valid('json'), acting), 200)
    },
  )
  .delete(
    '/:id/dismissal',
    describe('重新列为缺口 · List it as a gap again', 200, Gap),
    requirePermission('facility:write'),
    validate('param', GapId),
    async (c) => {
      const acting = actingOf(c)
      return c.json(await liftDismissal(c.var.db, c.req.valid('param').id, acting), 200)
    },
  )
