import type { Context } from 'hono'
import { z } from 'zod'
import { requirePermission } from '../auth/require-permission.ts'
import { actingOf } from '../http/acting.ts'
import type { AppEnv } from '../http/app-env.ts'
import { describing } from '../http/describe-answer.ts'
import { requireVersion } from '../http/if-match.ts'
import { newRouter } from '../http/new-router.ts'
import { validate } from '../http/validate.ts'
import { Road, RoadParam } from '../roads/road.schema.ts'
import { addAnchor, changeAnchor, endAnchor } from './anchor.commands.ts'
import type { SeenRoad } from './change-road.commands.ts'
import { addChainBreak, changeChainBreak, endChainBreak } from './chain-break.commands.ts'
import { changeRoad, registerRoad, withdrawRoad } from './road-facts.commands.ts'
import {
  ChangedRoad,
  Ending,
  NewAnchor,
  NewChainBreak,
  NewRoad,
  NewSections,
  Reasoned,
  RoadPatch,
  SectionStakes,
} from './road-editing.schema.ts'
import { drawSections, restakeSection } from './section.commands.ts'

/** Any text: what is no id names nothing, and the road says so. */
const RowParam = RoadParam.extend({ id: z.string().max(60) })
const SectionParam = RoadParam.extend({ sequence: z.coerce.number().int() })

const describe = describing('roads')

const seenOf = (c: Context<AppEnv>, code: string): SeenRoad => ({
  code,
  version: requireVersion(c.req.header('if-match')),
})

/** Everything that changes the road network; reading it is in `roads`. */
export const roadEditingRoutes = newRouter()
  .post(
    '/',
    describe('登记路线，没有线形也可以 · Enter a road, with or without a line', 201, Road),
    requirePermission('road:write'),
    validate('json', NewRoad),
    async (c) => {
      const road = await registerRoad(c.var.db, c.req.valid('json'), actingOf(c))
      c.header('etag', `"${road.version}"`)
      return c.json(road, 201)
    },
  )
  .patch(
    '/:code',
    describe('更正路线登记内容，须带 If-Match · Correct a road; needs If-Match', 200, ChangedRoad),
    requirePermission('road:write'),
    validate('param', RoadParam),
    validate('json', RoadPatch),
    async (c) => {
      const { code } = c.req.valid('param')
      return c.json(await changeRoad(c.var.db, seenOf(c, code), c.req.valid('json'), actingOf(c)), 200)
    },
  )
  .post(
    '/:code/withdraw',
    describe('注销路线，编号不再使用 · Withdraw a road; its code is not given again', 200, ChangedRoad),
    requirePermission('road:write'),
    validate('param', RoadParam),
    validate('json', Reasoned),
    async (c) => {
      const { code } = c.req.valid('param')
      return c.json(
        await withdrawRoad(c.var.db, seenOf(c, code), c.req.valid('json').reason, actingOf(c)),
        200,
      )
    },
  )
  .put(
    '/:code/sections',
    describe('重绘线形，记录随之移动 · Draw the line anew; records follow it', 200, ChangedRoad),
    requirePermission('road:write'),
    validate('param', RoadParam),
    validate('json', NewSections),
    async (c) => {
      const { code } = c.req.valid('param')
      return c.json(await drawSections(c.var.db, seenOf(c, code), c.req.valid('json'), actingOf(c)), 200)
    },
  )
  .put(
    '/:code/sections/:sequence/stakes',
    describe('更正一段的起止桩号 · Correct the stakes at the ends of a section', 200, ChangedRoad),
    requirePermission('road:write'),
    validate('param', SectionParam),
    validate('json', SectionStakes),
    async (c) => {
      const { code, sequence } = c.req.valid('param')
      const body = c.req.valid('json')
      return c.json(await restakeSection(c.var.db, seenOf(c, code), sequence, body, actingOf(c)), 200)
    },
  )
  .post(
    '/:code/anchors',
    describe('新增桩号标定点 · Add a stake anchor', 200, ChangedRoad),
    requirePermission('road:write'),
    validate('param', RoadParam),
    validate('json', NewAnchor),
    async (c) => {
      const { code } = c.req.valid('param')
      return c.json(await addAnchor(c.var.db, seenOf(c, code), c.req.valid('json'), actingOf(c)), 200)
    },
  )
  .put(
    '/:code/anchors/:id',
    describe('移动桩号标定点或改其桩号 · Move or restake a stake anchor', 200, ChangedRoad),
    requirePermission('road:write'),
    validate('param', RowParam),
    validate('json', NewAnchor),
    async (c) => {
      const { code, id } = c.req.valid('param')
      const body = c.req.valid('json')
      return c.json(await changeAnchor(c.var.db, seenOf(c, code), id, body, actingOf(c)), 200)
    },
  )
  .post(
    '/:code/anchors/:id/end',
    describe('停用桩号标定点 · End a stake anchor', 200, ChangedRoad),
    requirePermission('road:write'),
    validate('param', RowParam),
    validate('json', Ending),
    async (c) => {
      const { code, id } = c.req.valid('param')
      const body = c.req.valid('json')
      return c.json(await endAnchor(c.var.db, seenOf(c, code), id, body, actingOf(c)), 200)
    },
  )
  .post(
    '/:code/chain-breaks',
    describe('登记断链 · Enter a chain break', 200, ChangedRoad),
    requirePermission('road:write'),
    validate('param', RoadParam),
    validate('json', NewChainBreak),
    async (c) => {
      const { code } = c.req.valid('param')
      return c.json(await addChainBreak(c.var.db, seenOf(c, code), c.req.valid('json'), actingOf(c)), 200)
    },
  )
  .put(
    '/:code/chain-breaks/:id',
    describe('更正断链 · Correct a chain break', 200, ChangedRoad),
    requirePermission('road:write'),
    validate('param', RowParam),
    validate('json', NewChainBreak),
    async (c) => {
      const { code, id } = c.req.valid('param')
      const body = c.req.valid('json')
      return c.json(await changeChainBreak(c.var.db, seenOf(c, code), id, body, actingOf(c)), 200)
    },
  )
  .post(
    '/:code/chain-breaks/:id/end',
    describe('停用断链 · End a chain break', 200, ChangedRoad),
    requirePermission('road:write'),
    validate('param', RowParam),
    validate('json', Ending),
    async (c) => {
      const { code, id } = c.req.valid('param')
      const body = c.req.valid('json')
      return c.json(await endChainBreak(c.var.db, seenOf(c, code), id, body, actingOf(c)), 200)
    },
  )
