import { z } from 'zod'
import { requirePermission } from '../auth/require-permission.ts'
import type { Database } from '../db/tables.ts'
import { describing } from '../http/describe-answer.ts'
import { requireVersion } from '../http/if-match.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound } from '../http/problem.ts'
import { isShownOnPage } from '../http/shown-on-page.ts'
import { validate } from '../http/validate.ts'
import { compareRuns } from './compare-runs.ts'
import { hotspotMessages } from './hotspot-messages.ts'
import { enterOwnPreset } from './preset.commands.ts'
import { presetList } from './preset-list.ts'
import { findOwnRule } from './preset.queries.ts'
import { OwnDefinition, PresetList } from './preset.schema.ts'
import { rankedResult } from './ranked-result.ts'
import type { WeightId } from './rules/severity-weights.ts'
import { runScreening } from './screening.commands.ts'
import {
  findRankedPlace,
  findScreeningRun,
  listScreeningClusters,
  listScreeningRuns,
  listScreeningSites,
} from './screening.queries.ts'
import { recordScreeningExport, screeningFile } from './screening-file.routes.ts'
import * as schema from './screening.schema.ts'
import { screeningFeatures } from './screening-features.ts'

const Id = z.object({ id: z.uuid() })

async function loadRun(db: Database, id: string, weights?: WeightId) {
  const run = await findScreeningRun(db, id)
  if (!run) throw new NotFound(hotspotMessages.unknownRun())
  return rankedResult(run, await listScreeningSites(db, id), weights)
}

async function rankedPlace(db: Database, siteId: string): Promise<schema.RankedPlace> {
  const place = await findRankedPlace(db, siteId)
  if (!place) throw new NotFound(hotspotMessages.unknownPlace())
  return place
}

const withoutGeometry = <Row extends { readonly geometry: unknown }>(rows: readonly Row[]) =>
  rows.map(({ geometry: _geometry, ...row }) => row)

async function answer(db: Database, id: string, weights?: WeightId): Promise<schema.ScreeningResult> {
  const { run, sites } = await loadRun(db, id, weights)
  const clusters = await listScreeningClusters(db, id)
  return { ...run, sites: withoutGeometry(sites), clusters: withoutGeometry(clusters) }
}

async function loadForComparison(db: Database, id: string, weights?: WeightId) {
  const { run, sites } = await loadRun(db, id, weights)
  return { run, sites: withoutGeometry(sites) }
}

const describe = describing('screenings')

export const screeningRoutes = newRouter()
  .post(
    '/',
    describe('按书面规则筛查路网 · Screen the network by a written rule', 201, schema.ScreeningResult),
    requirePermission('screening:run'),
    validate('json', schema.ScreeningRequest),
    async (c) => {
      const id = await runScreening(c.var.db, c.var.actor, c.req.valid('json'), { at: c.var.now() })
      return c.json(await answer(c.var.db, id), 201)
    },
  )
  .get(
    '/',
    describe('筛查列表，最新在前 · Screenings, newest first', 200, schema.ScreeningList),
    requirePermission('business:read'),
    validate('query', schema.ScreeningListQuery),
    async (c) => c.json({ items: await listScreeningRuns(c.var.db, c.req.valid('query')) }, 200),
  )
  .get(
    '/presets',
    describe('排查规则、当量系数 · Rules with all their numbers, and severity weights', 200, PresetList),
    requirePermission('business:read'),
    async (c) => c.json(presetList(await findOwnRule(c.var.db)), 200),
  )
  .put(
    '/presets/P0',
    describe(
      '录入本大队依据的规范，须带 If-Match · Enter the brigade’s own rule; needs If-Match',
      200,
      PresetList,
    ),
    requirePermission('screening:run'),
    validate('json', OwnDefinition),
    async (c) => {
      const seen = requireVersion(c.req.header('if-match'))
      await enterOwnPreset(c.var.db, c.var.actor, c.req.valid('json'), { seen, at: c.var.now() })
      return c.json(presetList(await findOwnRule(c.var.db)), 200)
    },
  )
  .get(
    '/:id',
    describe('一次筛查的结果 · One screening with its sites', 200, schema.ScreeningResult),
    requirePermission('business:read'),
    validate('param', Id),
    validate('query', schema.ScreeningFormat),
    async (c) => {
      const { id } = c.req.valid('param')
      const { format, weights } = c.req.valid('query')
      if (format === 'json') return c.json(await answer(c.var.db, id, weights), 200)
      const ranked = await loadRun(c.var.db, id, weights)
      if (format === 'xlsx') return screeningFile(c, ranked)
      const { run, sites } = ranked
      if (!isShownOnPage(c)) await recordScreeningExport(c, ranked, 'geojson')
      return c.json(screeningFeatures(run, sites, await listScreeningClusters(c.var.db, id)), 200, {
        'content-type': 'application/geo+json; charset=utf-8',
      })
    },
  )
  .get(
    '/sites/:id',
    describe('某处热点属于哪一次筛查 · Which screening a ranked place belongs to', 200, schema.RankedPlace),
    requirePermission('business:read'),
    validate('param', Id),
    async (c) => c.json(await rankedPlace(c.var.db, c.req.valid('param').id), 200),
  )
  .get(
    '/:id/compare',
    describe(
      '与较早一次比较：新增、消失、移动、名次 · Compared with an earlier one: new, gone, moved, rank',
      200,
      schema.ScreeningComparison,
    ),
    requirePermission('business:read'),
    validate('param', Id),
    validate('query', schema.ComparisonQuery),
    async (c) => {
      const { with: earlier, weights } = c.req.valid('query')
      const before = await loadForComparison(c.var.db, earlier, weights)
      const after = await loadForComparison(c.var.db, c.req.valid('param').id, weights)
      return c.json(compareRuns(before, after), 200)
    },
  )
