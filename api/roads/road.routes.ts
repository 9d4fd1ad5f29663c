import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { requirePermission } from '../auth/require-permission.ts'
import type { Database } from '../db/tables.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound, Unprocessable } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import type { LonLat } from './geodesy.ts'
import { placeOnRoad } from './locate-on-road.ts'
import { roadNameOf } from './road-input.ts'
import { roadMessages } from './road-messages.ts'
import { findRoad, listRoads, listRoadsWithGeometry, loadRoadNetwork } from './road.queries.ts'
import {
  ChainBreak,
  LocatedStake,
  LocateStakeQuery,
  Road,
  RoadParam,
  RoadQuery,
  RoadWithGeometry,
  StakeAnchor,
} from './road.schema.ts'
import { formatStake } from './stake-format.ts'

function describe(summary: string, schema: z.ZodType) {
  const content = { 'application/json': { schema: resolver(schema) } }
  return describeRoute({ summary, tags: ['roads'], responses: { 200: { description: summary, content } } })
}

async function roadOrNotFound(db: Database, code: string): Promise<Road> {
  const road = await findRoad(db, code)
  if (!road) throw new NotFound(roadMessages.unknownRoad(code))
  return road
}

async function drawnRoad(db: Database, code: string): Promise<RoadWithGeometry> {
  const road = (await listRoadsWithGeometry(db)).find((each) => each.code === code)
  if (!road) throw new NotFound(roadMessages.unknownRoad(code))
  return road
}

const toPair = ([longitude, latitude]: LonLat): [number, number] => [longitude, latitude]

async function locateStake(db: Database, code: string, text: string): Promise<z.infer<typeof LocatedStake>> {
  const road = await roadOrNotFound(db, code)
  const names = (await listRoads(db)).map(roadNameOf)
  const located = placeOnRoad(await loadRoadNetwork(db), road, text, names)
  if (!located.ok) throw new Unprocessable(located.message, [{ path: 'stake', message: located.message }])
  const { reading, places } = located
  const [first, ...others] = places
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates: toPair(first.point) },
    properties: {
      road: code,
      section: first.section,
      stake: first.stake,
      stakeText: formatStake(first.stake),
      precision: reading.precision,
      warnings: [...reading.warnings],
      others: others.map(({ point }) => toPair(point)),
    },
  }
}

const geoJsonType = { 'content-type': 'application/geo+json; charset=utf-8' }

export const roadRoutes = newRouter()
  .get(
    '/',
    describe(
      '路线：核定与绘制里程、桩号范围 · Roads',
      z.object({ items: z.array(z.union([Road, RoadWithGeometry])) }),
    ),
    requirePermission('business:read'),
    validate('query', RoadQuery),
    async (c) => {
      const items: (Road | RoadWithGeometry)[] =
        c.req.valid('query').geometry === 'true'
          ? await listRoadsWithGeometry(c.var.db)
          : await listRoads(c.var.db)
      return c.json({ items }, 200)
    },
  )
  .get(
    '/:code',
    describe('一条路线 · One road', z.union([Road, RoadWithGeometry])),
    requirePermission('business:read'),
    validate('param', RoadParam),
    validate('query', RoadQuery),
    async (c) => {
      const code = c.req.valid('param').code
      const withGeometry = c.req.valid('query').geometry === 'true'
      const road: Road | RoadWithGeometry = await (withGeometry ? drawnRoad : roadOrNotFound)(c.var.db, code)
      return c.json(road, 200)
    },
  )
  .get(
    '/:code/locate',
    describe('桩号 → 点 · The place of a stake', LocatedStake),
    requirePermission('business:read'),
    validate('param', RoadParam),
    validate('query', LocateStakeQuery),
    async (c) => {
      const feature = await locateStake(c.var.db, c.req.valid('param').code, c.req.valid('query').stake)
      return c.json(feature, 200, geoJsonType)
    },
  )
  .get(
    '/:code/anchors',
    describe('桩号标定点 · Stake anchors', z.object({ items: z.array(StakeAnchor) })),
    requirePermission('business:read'),
    validate('param', RoadParam),
    async (c) => c.json({ items: (await drawnRoad(c.var.db, c.req.valid('param').code)).anchors }, 200),
  )
  .get(
    '/:code/chain-breaks',
    describe('断链 · Chain breaks', z.object({ items: z.array(ChainBreak) })),
    requirePermission('business:read'),
    validate('param', RoadParam),
    async (c) => c.json({ items: (await drawnRoad(c.var.db, c.req.valid('param').code)).chainBreaks }, 200),
  )
