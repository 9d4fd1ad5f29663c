import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { isNearBanner } from '../../areas/area.queries.ts'
import { requirePermission } from '../../auth/require-permission.ts'
import type { Database } from '../../db/tables.ts'
import { newRouter } from '../../http/new-router.ts'
import { Unprocessable } from '../../http/problem.ts'
import { validate } from '../../http/validate.ts'
import { toWgs84 } from '../coordinates/coordinates.ts'
import { pointToStakes } from './linear-referencing.ts'
import { roadMessages } from '../road-messages.ts'
import { loadRoadNetwork } from '../road.queries.ts'
import { LocatedPoint, LocatePointQuery, ParsedStake, ParseStakeQuery } from '../road.schema.ts'
import { loadStakeContext } from '../stakes/stake-context.queries.ts'
import { formatRange, formatStake } from '../stakes/stake-format.ts'
import type { StakeReading } from '../stakes/stake-reading.ts'
import { parseStakeText } from '../stakes/stake-text.ts'
import { stakeWarningText } from '../stakes/stake-warnings.ts'

/** A place farther from the border than this is not the brigade's, whatever road it is near. */
const bannerMargin = 5000

function describe(summary: string, schema: z.ZodType) {
  const content = { 'application/json': { schema: resolver(schema) } }
  return describeRoute({ summary, tags: ['roads'], responses: { 200: { description: summary, content } } })
}

const rounded = (value: number, decimals: number) => Number(value.toFixed(decimals))

async function locatePoint(
  db: Database,
  query: z.infer<typeof LocatePointQuery>,
): Promise<z.infer<typeof LocatedPoint>> {
  const [longitude, latitude] = toWgs84([query.lon, query.lat], query.crs)
  const isNear = await isNearBanner(db, [longitude, latitude], bannerMargin)
  const found = pointToStakes(await loadRoadNetwork(db, { on: query.on }), [longitude, latitude], query)
  const candidates = found.map(({ point, ...candidate }) => ({
    ...candidate,
    stake: rounded(candidate.stake, 1),
    stakeText: formatStake(candidate.stake),
    offset: rounded(candidate.offset, 1),
    distance: rounded(candidate.distance, 1),
    grade: isNear ? candidate.grade : ('none' as const),
    point: [rounded(point[0], 7), rounded(point[1], 7)] as [number, number],
  }))
  return {
    point: [rounded(longitude, 7), rounded(latitude, 7)],
    candidates,
    grade: candidates[0]?.grade ?? 'none',
    warnings: isNear ? [] : ['outside_banner'],
  }
}

export const locateRoutes = newRouter().get(
  '/',
  describe('点 → 路线与桩号，最可信的在前 · Roads and stakes near a point, best first', LocatedPoint),
  requirePermission('business:read'),
  validate('query', LocatePointQuery),
  async (c) => c.json(await locatePoint(c.var.db, c.req.valid('query')), 200),
)

function inWords(reading: StakeReading): z.infer<typeof ParsedStake> {
  const { from, to, roads, alternatives, warnings } = reading
  return {
    ...reading,
    roads: roads && [...roads],
    alternatives: alternatives && [...alternatives],
    warnings: [...warnings],
    notes: warnings.map((code) => ({ code, ...stakeWarningText(code) })),
    canonical: to === undefined ? formatStake(from) : formatRange(from, to),
  }
}

export const stakeRoutes = newRouter().get(
  '/parse',
  describe('读懂桩号文字 · What a stake text means', ParsedStake),
  requirePermission('business:read'),
  validate('query', ParseStakeQuery),
  async (c) => {
    const { text, road } = c.req.valid('query')
    const parsed = parseStakeText(text, { ...(await loadStakeContext(c.var.db)), road })
    if (!parsed.ok) {
      const message = roadMessages.unreadableStake(parsed.refusal, text)
      throw new Unprocessable(message, [{ path: 'text', message }])
    }
    return c.json(inWords(parsed.reading), 200)
  },
)
