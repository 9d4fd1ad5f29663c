import { describeRoute, resolver } from 'hono-openapi'
import { writeXlsx } from 'hucre/xlsx'
import { recordExport } from '../audit/record-export.commands.ts'
import { requireExportScope } from '../auth/own-squad.commands.ts'
import { requirePermission } from '../auth/require-permission.ts'
import { newRouter } from '../http/new-router.ts'
import { xlsxHeaders } from '../http/spreadsheet-text.ts'
import { validate } from '../http/validate.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { findToDo, type CountPlaces } from './to-do.queries.ts'
import { ToDoList, ToDoQuery } from './to-do.schema.ts'
import { toDoWorkbook } from './to-do-workbook.ts'

const summary =
  '待办：待我处理、快到期、已逾期 · What waits for the asking person, what is due soon, what is overdue'

export const toDoRoutes = (countPlaces: CountPlaces) =>
  newRouter().get(
    '/',
    describeRoute({
      summary,
      tags: ['to-do'],
      responses: {
        200: { description: summary, content: { 'application/json': { schema: resolver(ToDoList) } } },
      },
    }),
    requirePermission('business:read'),
    validate('query', ToDoQuery),
    async (c) => {
      const { squad, format } = c.req.valid('query')
      const { db, actor } = c.var
      if (format === 'xlsx') requireExportScope(actor, 'hazards', squad === undefined ? undefined : [squad])
      const onlooker = { person: actor, today: bannerDay(c.var.now()) }
      const list = await findToDo(db, { squad }, onlooker, countPlaces)
      if (format === 'json') return c.json(list, 200)
      const rows = list.mine.count + list.dueSoon.count + list.overdue.count
      const taken = { objectType: 'toDo', format, filter: { squad: list.squad ?? 'all' }, rows }
      await recordExport(db, { actor, at: c.var.now() }, taken)
      return c.body(new Uint8Array(await writeXlsx(toDoWorkbook(list))), 200, xlsxHeaders('to-do'))
    },
  )
