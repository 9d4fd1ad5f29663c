import { z } from 'zod'
import { requireExportScope } from '../auth/own-squad.commands.ts'
import { requirePermission } from '../auth/require-permission.ts'
import type { Database } from '../db/tables.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { actingOf } from '../http/acting.ts'
import { describing } from '../http/describe-answer.ts'
import { requireVersion } from '../http/if-match.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound } from '../http/problem.ts'
import { isShownOnPage } from '../http/shown-on-page.ts'
import { validate } from '../http/validate.ts'
import { changeFacility } from './change-facility.commands.ts'
import { facilityMessages } from './facility-messages.ts'
import { FacilityFilter, FacilityQuery } from './facility-query.schema.ts'
import { facilityFile } from './facility-file.routes.ts'
import { facilityFeatures, facilityView, type FacilityRow } from './facility-view.ts'
import { listFacilityWarnings } from './facility-warnings.queries.ts'
import { facilitiesOfSquads } from './facility-squad.commands.ts'
import { countWording, placedSentence } from './facility-wording.ts'
import { placeFacilities, placeFacility } from './facility.commands.ts'
import { countFacilities, findFacility, listFacilities, totalFacilities } from './facility.queries.ts'
import {
  FacilityBatch,
  FacilityList,
  FacilityPatch,
  FacilityTotals,
  NewFacility,
  PlacedFacilities,
  PlacedFacility,
  type PlacedFacility as Answer,
} from './facility.schema.ts'

const Id = z.object({ id: z.uuid() })
/** A file holds all that the filter shows, not a page of it. */
const exportLimit = 20_000

const describe = describing('facilities')

async function answer(db: Database, row: FacilityRow, today: string): Promise<Answer> {
  return { ...facilityView(row, today), warnings: await listFacilityWarnings(db, row) }
}

export const facilityRoutes = newRouter()
  .get(
    '/',
    describe('设施列表，编号大的在前 · Facilities, newest number first', 200, FacilityList),
    requirePermission('business:read'),
    validate('query', FacilityQuery),
    async (c) => {
      const { format, edition, limit, cursor, download, ...filter } = c.req.valid('query')
      const today = bannerDay(c.var.now())
      const isShown = format === 'geojson' && download !== true && isShownOnPage(c)
      const leaves = format !== 'json' && !isShown
      const page = leaves ? { limit: exportLimit } : { limit: limit + 1, cursor }
      const squads = leaves ? requireExportScope(c.var.actor, 'facilities') : undefined
      const found = await listFacilities(c.var.db, filter, page, today)
      const rows = squads ? await facilitiesOfSquads(c.var.db, found, squads) : found
      const items = rows.slice(0, leaves ? exportLimit : limit).map((row) => facilityView(row, today))
      if (leaves) return facilityFile(c, { items, filter, format, edition, today })
      const counts = await countFacilities(c.var.db, filter, today)
      if (format === 'geojson')
        return c.json(facilityFeatures(items, counts), 200, {
          'content-type': 'application/geo+json; charset=utf-8',
        })
      const last = items[items.length - 1]
      const next = rows.length > limit && last ? { nextCursor: last.number } : {}
      return c.json({ items, ...counts, ...next }, 200)
    },
  )
  .get(
    '/totals',
    describe('在位和设置过的设施按类合计 · What stands and what was placed, by kind', 200, FacilityTotals),
    requirePermission('business:read'),
    validate('query', FacilityFilter),
    async (c) => {
      const totals = await totalFacilities(c.var.db, c.req.valid('query'), bannerDay(c.var.now()))
      const items = totals.map((total) => ({ ...total, text: countWording(total) }))
      return c.json({ items, placedSentence: placedSentence(totals) }, 200)
    },
  )
  .post(
    '/batch',
    describe('一次登记几处，全部登记或者都不登记 · Enter several, all or none', 201, PlacedFacilities),
    requirePermission('facility:write'),
    validate('json', FacilityBatch),
    async (c) => {
      const acting = actingOf(c)
      const placed = await placeFacilities(c.var.db, c.req.valid('json').items, acting)
      const today = bannerDay(acting.at)
      return c.json({ items: await Promise.all(placed.map((row) => answer(c.var.db, row, today))) }, 201)
    },
  )
  .put(
    '/:id',
    describe('登记设施，编号由客户端生成，重发不重复 · Enter under a client-made id', 201, PlacedFacility),
    requirePermission('facility:write'),
    validate('param', Id),
    validate('json', NewFacility),
    async (c) => {
      const acting = actingOf(c)
      const { facility, isNew } = await placeFacility(
        c.var.db,
        c.req.valid('param').id,
        c.req.valid('json'),
        acting,
      )
      c.header('etag', `"${facility.version}"`)
      return c.json(await answer(c.var.db, facility, bannerDay(acting.at)), isNew ? 201 : 200)
    },
  )
  .get(
    '/:id',
    describe('一个设施 · One facility', 200, PlacedFacility),
    requirePermission('business:read'),
    validate('param', Id),
    async (c) => {
      const facility = await findFacility(c.var.db, c.req.valid('param').id)
      if (!facility) throw new NotFound(facilityMessages.unknownFacility())
      c.header('etag', `"${facility.version}"`)
      return c.json(await answer(c.var.db, facility, bannerDay(c.var.now())), 200)
    },
  )
  .patch(
    '/:id',
    describe('更正设施，须带 If-Match · Correct a facility; needs If-Match', 200, PlacedFacility),
    requirePermission('facility:write'),
    validate('param', Id),
    validate('json', FacilityPatch),
    async (c) => {
      const version = requireVersion(c.req.header('if-match'))
      const acting = actingOf(c)
      const facility = await changeFacility(
        c.var.db,
        c.req.valid('param').id,
        c.req.valid('json'),
        version,
        acting,
      )
      c.header('etag', `"${facility.version}"`)
      return c.json(await answer(c.var.db, facility, bannerDay(acting.at)), 200)
    },
  )
