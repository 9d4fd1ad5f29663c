import { describeRoute } from 'hono-openapi'
import { requirePermission } from '../../auth/require-permission.ts'
import { actingOf } from '../../http/acting.ts'
import { describing } from '../../http/describe-answer.ts'
import { newRouter } from '../../http/new-router.ts'
import { validate } from '../../http/validate.ts'
import { holidayList, removeHoliday, setHoliday } from './holiday.commands.ts'
import { DayParam, Holiday, HolidayInput, HolidayList } from './holiday.schema.ts'

const describe = describing('holidays')

export const holidayRoutes = newRouter()
  .get(
    '/',
    describe('节假日与调休，工作日时限按此计算 · Days off and worked weekends', 200, HolidayList),
    requirePermission('business:read'),
    async (c) => c.json({ items: await holidayList(c.var.db) }, 200),
  )
  .put(
    '/:day',
    describe('登记放假或调休 · Enter a day off or a worked weekend', 200, Holiday),
    requirePermission('calendar:write'),
    validate('param', DayParam),
    validate('json', HolidayInput),
    async (c) => {
      const acting = actingOf(c)
      return c.json(await setHoliday(c.var.db, c.req.valid('param').day, c.req.valid('json'), acting), 200)
    },
  )
  .delete(
    '/:day',
    describeRoute({
      summary: '取消登记 · Take an entered day back',
      tags: ['holidays'],
      responses: { 204: { description: '已取消 · Done' } },
    }),
    requirePermission('calendar:write'),
    validate('param', DayParam),
    async (c) => {
      await removeHoliday(c.var.db, c.req.valid('param').day, actingOf(c))
      return c.body(null, 204)
    },
  )
