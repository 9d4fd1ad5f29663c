import { describeRoute, resolver } from 'hono-openapi'
import type { z } from 'zod'
import { isNearBanner } from '../../areas/area.queries.ts'
import { requirePermission } from '../../auth/require-permission.ts'
import type { Database } from '../../db/tables.ts'
import { newRouter } from '../../http/new-router.ts'
import { Unprocessable } from '../../http/problem.ts'
import type { Text } from '../../http/text.ts'
import { validate } from '../../http/validate.ts'
import { orderProposals, shownProposal, type NamedPlace } from './coordinate-answer.ts'
import { proposeDatum } from './coordinate-datum.ts'
import { refusalMessages } from './coordinate-messages.ts'
import { readCoordinates } from './coordinate-text.ts'
import {
  DatumAnswer,
  DatumRequest,
  ParseCoordinatesQuery,
  ParsedCoordinates,
  type ParsedCoordinate,
} from './coordinate.schema.ts'
import { roadByName } from '../road-by-name.ts'
import { roadNameOf } from '../network/road-input.ts'
import { roadMessages } from '../road-messages.ts'
import { listRoads, loadRoadNetwork } from '../road.queries.ts'
import type { Road } from '../road.schema.ts'
import { readStakeParameter } from '../stakes/stake-parameter.ts'

const bannerMargin = 5000

function describe(summary: string, schema: z.ZodType) {
  const content = { 'application/json': { schema: resolver(schema) } }
  return describeRoute({ summary, tags: ['roads'], responses: { 200: { description: summary, content } } })
}

function refuse(path: string, message: Text): never {
  throw new Unprocessable(message, [{ path, message }])
}

type Query = z.infer<typeof ParseCoordinatesQuery>

function namedPlace(roads: readonly Road[], { road, stake }: Query): NamedPlace | undefined {
  if (road === undefined) return undefined
  const known = roadByName(roads, road)
  if (!known) return refuse('road', roadMessages.unknownRoad(road))
  if (stake === undefined) return { road: known.code }
  const parsed = readStakeParameter(stake, { road: known.code, roads: roads.map(roadNameOf) })
  if (!parsed.ok) return refuse('stake', roadMessages.unreadableStake(parsed.refusal, stake))
  return { road: known.code, stake: parsed.reading.from }
}

async function parseCoordinates(db: Database, query: Query): Promise<ParsedCoordinates> {
  const read = readCoordinates(query.text, query)
  if (!read.ok) return refuse('text', refusalMessages[read.refusal])
  const network = await loadRoadNetwork(db)
  const ordered = orderProposals(network, read.proposals, namedPlace(await listRoads(db), query))
  const proposals: ParsedCoordinate[] = []
  for (const fitted of ordered) {
    const isInside = await isNearBanner(db, fitted.proposal.point, bannerMargin)
    proposals.push(shownProposal(network, fitted, isInside))
  }
  return { proposals }
}

async function datumOf(db: Database, { rows }: DatumRequest): Promise<DatumAnswer> {
  const roads = await listRoads(db)
  const coded = rows.map(({ road, point }) => ({
    road: road === undefined ? undefined : roadByName(roads, road)?.code,
    point,
  }))
  const found = proposeDatum(await loadRoadNetwork(db), coded)
  return { ...found, systems: [...found.systems] }
}

export const coordinateRoutes = newRouter()
  .get(
    '/parse',
    describe('读懂坐标文字，给出可能的读法 · What a coordinate text may mean', ParsedCoordinates),
    requirePermission('business:read'),
    validate('query', ParseCoordinatesQuery),
    async (c) => c.json(await parseCoordinates(c.var.db, c.req.valid('query')), 200),
  )
  .post(
    '/datum',
    describe('一批坐标最可能的坐标系 · The likeliest system of many coordinates', DatumAnswer),
    requirePermission('business:read'),
    validate('json', DatumRequest),
    async (c) => c.json(await datumOf(c.var.db, c.req.valid('json')), 200),
  )
