import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { requirePermission } from '../auth/require-permission.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import { areaMessages } from './area-messages.ts'
import { findArea, listAreas, listSquads, listUnits } from './area.queries.ts'
import { Area, AreaParam, GeometryQuery, Squad, SquadQuery, Unit } from './area.schema.ts'

function describe(summary: string, schema: z.ZodType) {
  const content = { 'application/json': { schema: resolver(schema) } }
  return describeRoute({ summary, tags: ['areas'], responses: { 200: { description: summary, content } } })
}

const list = (item: z.ZodType) => z.object({ items: z.array(item) })

export const areaRoutes = newRouter()
  .get(
    '/',
    describe('旗、苏木镇、工业园区 · Banner, townships and parks', list(Area)),
    requirePermission('business:read'),
    validate('query', GeometryQuery),
    async (c) => {
      const geometry = c.req.valid('query').geometry === 'true'
      return c.json({ items: await listAreas(c.var.db, { geometry }) }, 200)
    },
  )
  .get(
    '/:id',
    describe('一个行政区（编号或代码） · One area by id or code', Area),
    requirePermission('business:read'),
    validate('param', AreaParam),
    validate('query', GeometryQuery),
    async (c) => {
      const { id } = c.req.valid('param')
      const area = await findArea(c.var.db, id, { geometry: c.req.valid('query').geometry === 'true' })
      if (!area) throw new NotFound(areaMessages.unknownArea(id))
      return c.json(area, 200)
    },
  )

export const squadRoutes = newRouter()
  .get(
    '/',
    describe('大队领导、内设部门、岗路勤中队 · Leadership, departments and squads', list(Squad)),
    requirePermission('business:read'),
    validate('query', SquadQuery),
    async (c) => {
      const { kind } = c.req.valid('query')
      const squads = await listSquads(c.var.db)
      return c.json(
        { items: squads.filter((squad) => (kind ? squad.kind === kind : squad.kind !== 'administration')) },
        200,
      )
    },
  )
  .get(
    '/:code',
    describe('一个中队或部门 · One squad', Squad),
    requirePermission('business:read'),
    async (c) => {
      const code = c.req.param('code')
      const squad = (await listSquads(c.var.db)).find((each) => each.code === code)
      if (!squad) throw new NotFound(areaMessages.unknownSquad(code))
      return c.json(squad, 200)
    },
  )

export const unitRoutes = newRouter()
  .get(
    '/',
    describe('责任单位 · Responsible units', list(Unit)),
    requirePermission('business:read'),
    async (c) => c.json({ items: await listUnits(c.var.db) }, 200),
  )
  .get('/:code', describe('一个责任单位 · One unit', Unit), requirePermission('business:read'), async (c) => {
    const code = c.req.param('code')
    const unit = (await listUnits(c.var.db)).find((each) => each.code === code)
    if (!unit) throw new NotFound(areaMessages.unknownUnit(code))
    return c.json(unit, 200)
  })
