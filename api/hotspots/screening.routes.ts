import { z } from 'zod'
import { recordExport } from '../audit/record-export.commands.ts'
import { requirePermission } from '../auth/require-permission.ts'
import type { Database } from '../db/tables.ts'
import { describing } from '../http/describe-answer.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound } from '../http/problem.ts'
import { isShownOnPage } from '../http/shown-on-page.ts'
import { validate } from '../http/validate.ts'
import { hotspotMessages } from './hotspot-messages.ts'
import { runScreening } from './screening.commands.ts'
import { findScreeningRun, listScreeningRuns, listScreeningSites } from './screening.queries.ts'
import {
  ScreeningFormat,
  ScreeningList,
  ScreeningListQuery,
  ScreeningRequest,
  ScreeningResult,
  type ScreeningResult as Result,
} from './screening.schema.ts'
import { screeningFeatures } from './screening-features.ts'

async function loadResult(db: Database, id: string) {
  const run = await findScreeningRun(db, id)
  if (!run) throw new NotFound(hotspotMessages.unknownRun())
  return { run, sites: await listScreeningSites(db, id) }
}

async function answer(db: Database, id: string): Promise<Result> {
  const { run, sites } = await loadResult(db, id)
  return { ...run, sites: sites.map(({ geometry: _geometry, ...site }) => site) }
}

const describe = describing('screenings')

export const screeningRoutes = newRouter()
  .post(
    '/',
    describe('按书面规则筛查路网 · Screen the network by a written rule', 201, ScreeningResult),
    requirePermission('screening:run'),
    validate('json', ScreeningRequest),
    async (c) => {
      const id = await runScreening(c.var.db, c.var.actor, c.req.valid('json'), { at: c.var.now() })
      return c.json(await answer(c.var.db, id), 201)
    },
  )
  .get(
    '/',
    describe('筛查列表，最新在前 · Screenings, newest first', 200, ScreeningList),
    requirePermission('business:read'),
    validate('query', ScreeningListQuery),
    async (c) => c.json({ items: await listScreeningRuns(c.var.db, c.req.valid('query')) }, 200),
  )
  .get(
    '/:id',
    describe('一次筛查的结果 · One screening with its sites', 200, ScreeningResult),
    requirePermission('business:read'),
    validate('param', z.object({ id: z.uuid() })),
    validate('query', ScreeningFormat),
    async (c) => {
      const { id } = c.req.valid('param')
      if (c.req.valid('query').format === 'json') return c.json(await answer(c.var.db, id), 200)
      const { run, sites } = await loadResult(c.var.db, id)
      if (!isShownOnPage(c)) {
        const taken = { objectType: 'screening', objectId: id, format: 'geojson', rows: sites.length }
        await recordExport(c.var.db, { actor: c.var.actor, at: c.var.now() }, taken)
      }
      return c.json(screeningFeatures(run, sites), 200, {
        'content-type': 'application/geo+json; charset=utf-8',
      })
    },
  )
