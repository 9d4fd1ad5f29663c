import { describeRoute, resolver } from 'hono-openapi'
import { z } from 'zod'
import { requirePermission } from '../auth/require-permission.ts'
import type { Database } from '../db/tables.ts'
import { newRouter } from '../http/new-router.ts'
import { NotFound, Unprocessable } from '../http/problem.ts'
import { validate } from '../http/validate.ts'
import type { LonLat } from './network/geodesy.ts'
import { placeOnRoad } from './network/locate-on-road.ts'
import { roadNameOf } from './network/road-input.ts'
import { roadMessages } from './road-messages.ts'
import { roadCalibration } from './road-calibration.ts'
import { RoadCalibration } from './road-calibration.schema.ts'
import { roadHistory } from './road-history.ts'
import { listNetworkActs, listNetworkRows } from './road-history.queries.ts'
import { RoadHistory } from './road-history.schema.ts'
import {
  findRoad,
  findRoadWithGeometry,
  listRoads,
  listRoadsWithGeometry,
  loadRoadNetwork,
} from './road.queries.ts'
import { RoadListQuery, RoadQuery } from './road-query.schema.ts'
import {
  ChainBreak,
  LocatedStake,
  LocateStakeQuery,
  Road,
  RoadParam,
  RoadWithGeometry,
  StakeAnchor,
} from './road.schema.ts'
import { formatStake } from './stakes/stake-format.ts'

function describe(summary: string, schema: z.ZodType) {
  const content = { 'application/json': { schema: resolver(schema) } }
  return describeRoute({ summary, tags: ['roads'], responses: { 200: { description: summary, content } } })
}

async function roadOrNotFound(db: Database, code: string): Promise<Road> {
  const road = await findRoad(db, code)
  if (!road) throw new NotFound(roadMessages.unknownRoad(code))
  return road
}

async function drawnRoad(db: Database, code: string, on?: string): Promise<RoadWithGeometry> {
  const road = await findRoadWithGeometry(db, code, { on })
  if (!road) throw new NotFound(roadMessages.unknownRoad(code))
  return road
}

const toPair = ([longitude, latitude]: LonLat): [number, number] => [longitude, latitude]

async function locateStake(
  db: Database,
  code: string,
  { stake: text, on }: z.infer<typeof LocateStakeQuery>,
): Promise<z.infer<typeof LocatedStake>> {
  const road = await roadOrNotFound(db, code)
  const names = (await listRoads(db)).map(roadNameOf)
  const located = placeOnRoad(await loadRoadNetwork(db, { on }), road, text, names)
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
    validate('query', RoadListQuery),
    async (c) => {
      const { geometry, on, ...filter } = c.req.valid('query')
      const items: (Road | RoadWithGeometry)[] =
        geometry === 'true'
          ? await listRoadsWithGeometry(c.var.db, { ...filter, on })
          : await listRoads(c.var.db, filter)
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
      const { geometry, on } = c.req.valid('query')
      const road: Road | RoadWithGeometry =
        geometry === 'true' ? await drawnRoad(c.var.db, code, on) : await roadOrNotFound(c.var.db, code)
      c.header('etag', `"${road.version}"`)
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
      const feature = await locateStake(c.var.db, c.req.valid('param').code, c.req.valid('query'))
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
  .get(
    '/:code/calibration',
    describe('桩号标定情况：每个标定点的残差 · How well stakes and line agree', RoadCalibration),
    requirePermission('business:read'),
    validate('param', RoadParam),
    async (c) => c.json(roadCalibration(await drawnRoad(c.var.db, c.req.valid('param').code)), 200),
  )
  .get(
    '/:code/history',
    describe(
      '线形、标定点、断链的历史，新的在前 · All lines, anchors and chain breaks, newest first',
      RoadHistory,
    ),
    requirePermission('business:read'),
    validate('param', RoadParam),
    async (c) => {
      const { code } = c.req.valid('param')
      await roadOrNotFound(c.var.db, code)
      const rows = await listNetworkRows(c.var.db, code)
      return c.json({ items: roadHistory(rows, await listNetworkActs(c.var.db, code)) }, 200)
    },
  )
