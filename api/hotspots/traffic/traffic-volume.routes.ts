import { describeRoute } from 'hono-openapi'
import { z } from 'zod'
import { requirePermission } from '../../auth/require-permission.ts'
import { actingOf } from '../../http/acting.ts'
import { describing } from '../../http/describe-answer.ts'
import { newRouter } from '../../http/new-router.ts'
import { NotFound } from '../../http/problem.ts'
import { validate } from '../../http/validate.ts'
import { trafficMessages } from './traffic-messages.ts'
import { importTrafficVolumes, removeTrafficVolume, setTrafficVolume } from './traffic-volume.commands.ts'
import { findTrafficVolume, listTrafficVolumes } from './traffic-volume.queries.ts'
import {
  NewTrafficVolume,
  TrafficVolume,
  TrafficVolumeFile,
  TrafficVolumeList,
  TrafficVolumeQuery,
} from './traffic-volume.schema.ts'

const Id = z.object({ id: z.uuid() })
const describe = describing('trafficVolumes')

export const trafficVolumeRoutes = newRouter()
  .get(
    '/',
    describe('各路段年平均日交通量 · Annual average daily traffic by stretch', 200, TrafficVolumeList),
    requirePermission('business:read'),
    validate('query', TrafficVolumeQuery),
    async (c) => c.json({ items: await listTrafficVolumes(c.var.db, c.req.valid('query')) }, 200),
  )
  .get(
    '/:id',
    describe('一条交通量 · One traffic volume', 200, TrafficVolume),
    requirePermission('business:read'),
    validate('param', Id),
    async (c) => {
      const volume = await findTrafficVolume(c.var.db, c.req.valid('param').id)
      if (!volume) throw new NotFound(trafficMessages.unknownVolume())
      return c.json(volume, 200)
    },
  )
  .post(
    '/import',
    describe(
      '导入交通量表（CSV 文字），全部写入或者都不写入 · Import as CSV, all or none',
      201,
      TrafficVolumeList,
    ),
    requirePermission('road:write'),
    validate('json', TrafficVolumeFile),
    async (c) => {
      const acting = actingOf(c)
      return c.json({ items: await importTrafficVolumes(c.var.db, c.req.valid('json').csv, acting) }, 201)
    },
  )
  .put(
    '/:id',
    describe(
      '登记或更正交通量，编号由客户端生成 · Enter or correct under a client-made id',
      200,
      TrafficVolume,
    ),
    requirePermission('road:write'),
    validate('param', Id),
    validate('json', NewTrafficVolume),
    async (c) => {
      const acting = actingOf(c)
      const { id } = c.req.valid('param')
      const { volume, isNew } = await setTrafficVolume(c.var.db, id, c.req.valid('json'), acting)
      return c.json(volume, isNew ? 201 : 200)
    },
  )
  .delete(
    '/:id',
    describeRoute({
      summary: '删除交通量 · Remove a traffic volume',
      tags: ['trafficVolumes'],
      responses: { 204: { description: '已删除 · Done' } },
    }),
    requirePermission('road:write'),
    validate('param', Id),
    async (c) => {
      await removeTrafficVolume(c.var.db, c.req.valid('param').id, actingOf(c))
      return c.body(null, 204)
    },
  )
