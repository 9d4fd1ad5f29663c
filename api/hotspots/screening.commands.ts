import { createHash } from 'node:crypto'
import { isMajor1991 } from '../accidents/accident-grade-1991.ts'
import { recordChange } from '../audit/audit.commands.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import { newId } from '../db/id.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { Unprocessable } from '../http/problem.ts'
import { stretchToLine } from '../roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { listRoads, loadRoadNetwork } from '../roads/road.queries.ts'
import { rankSites, screenRoad, type ScreenedRoad, type Site } from './analysis/screen-road.ts'
import { hotspotMessages } from './hotspot-messages.ts'
import { presets, type Preset } from './presets.ts'
import {
  countAccidents,
  insertScreeningRun,
  insertScreeningSites,
  listAccidentsOnRoads,
  type AccidentOnRoad,
} from './screening.queries.ts'
import type { ScreeningRequest } from './screening.schema.ts'

const dayMs = 24 * 3600 * 1000

function checkPeriod(request: ScreeningRequest, preset: Preset): void {
  const days = (Date.parse(request.to) - Date.parse(request.from)) / dayMs + 1
  const refuse = (message: ReturnType<typeof hotspotMessages.periodBackwards>) => {
    throw new Unprocessable(message, [{ path: 'from', message }])
  }
  if (days < 1) refuse(hotspotMessages.periodBackwards())
  if (days > preset.longestPeriodDays) refuse(hotspotMessages.periodTooLong(preset))
}

/** Where a window must not reach across: behind a section's end or a chain break the next stake is not the next metre. */
function breaksOf(network: RoadNetwork, road: string): number[] {
  const pieces = (network.sectionsByRoad.get(road) ?? []).map(({ calibration }) => calibration)
  const sectionStarts = pieces.slice(1).flatMap((section) => section[0]?.fromStake ?? [])
  const jumps = pieces.flatMap((section) =>
    section.flatMap((piece, i) => {
      const next = section[i + 1]
      return next && next.fromStake !== piece.toStake ? [Math.max(next.fromStake, piece.toStake)] : []
    }),
  )
  return [...sectionStarts, ...jumps]
}

async function roadsToScreen(
  db: Database,
  network: RoadNetwork,
  accidents: readonly AccidentOnRoad[],
  wanted?: readonly string[],
) {
  const roads = await listRoads(db)
  const unknown = wanted?.filter((code) => !roads.some((road) => road.code === code)) ?? []
  if (unknown.length > 0) {
    const message = hotspotMessages.unknownRoads(unknown)
    throw new Unprocessable(message, [{ path: 'roads', message }])
  }
  return roads
    .filter(({ code }) => network.sectionsByRoad.has(code) && (!wanted || wanted.includes(code)))
    .map((road): ScreenedRoad => ({
      code: road.code,
      divided: road.divided,
      fromStake: road.fromStake ?? 0,
      toStake: road.toStake ?? 0,
      breaks: breaksOf(network, road.code),
      accidents: accidents
        .filter((accident) => accident.road === road.code)
        .map((accident) => ({ ...accident, qualifies: isMajor1991(accident) })),
    }))
}

const shortestDrawn = 50

/** All accidents at one stake make a stretch without length; it is drawn 50 m long so that it can be seen. */
function linesOf(network: RoadNetwork, site: Site) {
  const padding = Math.max(0, (shortestDrawn - (site.toStake - site.fromStake)) / 2)
  const lines = stretchToLine(network, site.road, site.fromStake - padding, site.toStake + padding)
  return lines.map((line) => line.map(([longitude, latitude]) => [longitude, latitude]))
}

interface Screening {
  readonly request: ScreeningRequest
  readonly preset: Preset
  readonly sites: readonly Site[]
  readonly counts: { readonly all: number; readonly onRoads: number }
  readonly network: RoadNetwork
}

async function screen(db: Database, request: ScreeningRequest): Promise<Screening> {
  const preset = presets[request.preset]
  checkPeriod(request, preset)
  const network = await loadRoadNetwork(db)
  const accidents = await listAccidentsOnRoads(db, request)
  const roads = await roadsToScreen(db, network, accidents, request.roads)
  const sites = rankSites(roads.flatMap((road) => screenRoad(road, preset)))
  const counts = {
    all: await countAccidents(db, request, request.roads),
    // A stake on a road without a line takes part in no window.
    onRoads: roads.reduce((sum, road) => sum + road.accidents.length, 0),
  }
  return { request, preset, sites, counts, network }
}

async function writeRun(
  trx: Trx,
  actor: Actor,
  screening: Screening,
  at: Date,
  isDemo: boolean,
): Promise<string> {
  const { request, preset, sites, counts, network } = screening
  const id = newId()
  const parameters = canonicalJson({ ...preset, roads: request.roads ?? null })
  const resultHash = createHash('sha256').update(canonicalJson({ parameters, request, sites })).digest('hex')
  const run = {
    id,
    preset: preset.id,
    parameters,
    scope: request,
    cutoff: at,
    counts,
    resultHash,
    isDemo,
    actorId: actor.id,
  }
  await insertScreeningRun(trx, run)
  await insertScreeningSites(
    trx,
    id,
    sites.map((site, index) => ({ id: newId(), rank: index + 1, site, lines: linesOf(network, site) })),
  )
  await recordChange(trx, actor, {
    action: 'screening.run',
    objectType: 'screening_run',
    objectId: id,
    after: {
      preset: preset.id,
      calibre: request.calibre,
      from: request.from,
      to: request.to,
      sites: sites.length,
      resultHash,
    },
    at,
  })
  return id
}

/** Screens the roads by a preset and keeps the dated result; nothing changes it afterwards. */
export async function runScreening(
  db: Database,
  actor: Actor,
  request: ScreeningRequest,
  { at, isDemo = false }: { readonly at: Date; readonly isDemo?: boolean },
): Promise<string> {
  const screening = await screen(db, request)
  return db.transaction().execute((trx) => writeRun(trx, actor, screening, at, isDemo))
}
