import { z } from 'zod'
import { requirePermission } from '../auth/require-permission.ts'
import type { Database } from '../db/tables.ts'
import { actingOf } from '../http/acting.ts'
import { describing } from '../http/describe-answer.ts'
import { requireVersion } from '../http/if-match.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound } from '../http/problem.ts'
import { isShownOnPage } from '../http/shown-on-page.ts'
import { validate } from '../http/validate.ts'
import { accidentFile, type AccidentFileServices } from './accident-file.routes.ts'
import { accidentMessages } from './accident-messages.ts'
import { accidentFeatures } from './accident-view.ts'
import { maskedBrief, readBrief, registerAccident } from './accident.commands.ts'
import { countAccidents, findAccident, listAccidents } from './accident.queries.ts'
import {
  Accident,
  AccidentCorrection,
  AccidentList,
  AccidentQuery,
  Brief,
  BriefRequest,
  NewAccident,
  Withdrawal,
  type AccidentFilter,
} from './accident.schema.ts'
import { correctAccident, withdrawAccident } from './change-accident.commands.ts'
import { readCursor, writeCursor } from './page-cursor.ts'

const Id = z.object({ id: z.uuid() })
/** A map or a table for further work shows all of a filter; a banner has some 800 accidents a year. */
const exportLimit = 20_000

const describe = describing('accidents')

async function page(db: Database, filter: AccidentFilter, limit: number, cursor?: string) {
  const after = cursor === undefined ? undefined : readCursor(cursor)
  const rows = await listAccidents(db, filter, { limit: limit + 1, after })
  const items = rows.slice(0, limit)
  const last = items[items.length - 1]
  return {
    calibre: filter.calibre,
    items,
    ...(rows.length > limit && last ? { nextCursor: writeCursor(last) } : {}),
  }
}

async function features(db: Database, filter: AccidentFilter) {
  const items = await listAccidents(db, filter, { limit: exportLimit })
  return accidentFeatures(items, { calibre: filter.calibre, ...(await countAccidents(db, filter)) })
}

export const accidentRoutes = (services: AccidentFileServices) =>
  newRouter()
    .get(
      '/',
      describe('事故列表，新的在前 · Accidents, newest first', 200, AccidentList),
      requirePermission('business:read'),
      validate('query', AccidentQuery),
      async (c) => {
        const { format, edition, limit, cursor, ...filter } = c.req.valid('query')
        if (format === 'json') return c.json(await page(c.var.readDb, filter, limit, cursor), 200)
        if (format === 'geojson' && isShownOnPage(c))
          return c.json(await features(c.var.readDb, filter), 200, {
            'content-type': 'application/geo+json; charset=utf-8',
          })
        return accidentFile(c, { asked: filter, format, edition, limit: exportLimit }, services)
      },
    )
    .post(
      '/',
      describe('登记事故 · Register an accident', 201, Accident),
      requirePermission('accident:write'),
      validate('json', NewAccident),
      async (c) => {
        const acting = actingOf(c)
        const accident = await registerAccident(c.var.db, c.req.valid('json'), acting)
        c.header('etag', `"${accident.version}"`)
        return c.json(accident, 201)
      },
    )
    .get(
      '/:id',
      describe('一起事故 · One accident', 200, Accident),
      requirePermission('business:read'),
      validate('param', Id),
      async (c) => {
        const accident = await findAccident(c.var.db, c.req.valid('param').id)
        if (!accident) throw new NotFound(accidentMessages.unknown())
        c.header('etag', `"${accident.version}"`)
        return c.json(accident, 200)
      },
    )
    .get(
      '/:id/brief',
      describe('简要案情，已遮挡 · The brief without numbers, plates and names', 200, Brief),
      requirePermission('accident:readBrief'),
      validate('param', Id),
      async (c) => c.json(await maskedBrief(c.var.db, c.req.valid('param').id), 200),
    )
    .post(
      '/:id/brief',
      describe(
        '简要案情全文，须写明理由，调阅留痕 · The whole brief; who reads it and why is recorded',
        200,
        Brief,
      ),
      requirePermission('accident:readBrief'),
      validate('param', Id),
      validate('json', BriefRequest),
      async (c) => {
        const acting = actingOf(c)
        const { reason } = c.req.valid('json')
        return c.json(await readBrief(c.var.db, c.req.valid('param').id, reason, acting), 200)
      },
    )
    .patch(
      '/:id',
      describe('更正事故，须带 If-Match · Correct an accident; needs If-Match', 200, Accident),
      requirePermission('accident:write'),
      validate('param', Id),
      validate('json', AccidentCorrection),
      async (c) => {
        const target = { id: c.req.valid('param').id, version: requireVersion(c.req.header('if-match')) }
        const acting = actingOf(c)
        const accident = await correctAccident(c.var.db, target, c.req.valid('json'), acting)
        c.header('etag', `"${accident.version}"`)
        return c.json(accident, 200)
      },
    )
    .post(
      '/:id/withdraw',
      describe('作废事故，须带 If-Match · Withdraw an accident; needs If-Match', 200, Accident),
      requirePermission('accident:write'),
      validate('param', Id),
      validate('json', Withdrawal),
      async (c) => {
        const target = { id: c.req.valid('param').id, version: requireVersion(c.req.header('if-match')) }
        const acting = actingOf(c)
        return c.json(await withdrawAccident(c.var.db, target, c.req.valid('json').reason, acting), 200)
      },
    )
