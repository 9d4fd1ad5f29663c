import { daysOfPeriod } from '../areas/calendar-days.ts'
import { createHash } from 'node:crypto'
import type { Position } from 'geojson'
import { recordChange } from '../audit/audit.commands.ts'
import { canonicalJson } from '../audit/canonical-json.ts'
import { newId } from '../db/id.ts'
import type { Database, Trx } from '../db/tables.ts'
import type { Actor } from '../http/actor.ts'
import { Unprocessable } from '../http/problem.ts'
import type { Text } from '../http/text.ts'
import { stretchToLine } from '../roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { screenNetwork, type ScreeningOutcome } from './analysis/screen-network.ts'
import type { Site } from './analysis/site.ts'
import { hotspotMessages } from './hotspot-messages.ts'
import { loadGround } from './load-ground.commands.ts'
import { findOwnRule } from './preset.queries.ts'
import { presets, type Preset } from './presets.ts'
import { editPreset } from './rules/edit-preset.ts'
import { ownPreset } from './rules/own-preset.ts'
import { clusterRule, type ClusterRule } from './rules/run-settings.ts'
import type { WeightSet } from './rules/severity-weights.ts'
import type { ScreeningScope } from './screening-input.queries.ts'
import {
  insertScreeningClusters,
  insertScreeningRun,
  insertScreeningSites,
} from './screening-write.queries.ts'
import { ScreeningRequest, type ScreeningOrder } from './screening.schema.ts'

function refuse(path: string, message: Text): never {
  throw new Unprocessable(message, [{ path, message }])
}

async function findPreset(db: Database, id: ScreeningRequest['preset']): Promise<Preset> {
  if (id !== 'P0') return presets[id]
  const own = await findOwnRule(db)
  return own ? ownPreset(own.definition, own.version) : refuse('preset', hotspotMessages.emptyPreset())
}

interface Rules {
  readonly preset: Preset
  readonly isEdited: boolean
  readonly weightSet: WeightSet
  readonly clusters: ClusterRule
}

async function rulesOf(db: Database, request: ScreeningRequest): Promise<Rules> {
  const { clusterRadius, clusterMinimum, ...edit } = request.parameters ?? {}
  const edited = editPreset(await findPreset(db, request.preset), edit, request.weights)
  if ('refused' in edited) return refuse(`parameters.${edited.refused.path}`, edited.refused.message)
  const days = daysOfPeriod(request)
  if (days < 1) refuse('from', hotspotMessages.periodBackwards())
  if (days > edited.preset.longestPeriodDays) refuse('from', hotspotMessages.periodTooLong(edited.preset))
  const clusters = {
    radius: clusterRadius ?? clusterRule.radius,
    minimum: clusterMinimum ?? clusterRule.minimum,
  }
  const isReclustered = clusters.radius !== clusterRule.radius || clusters.minimum !== clusterRule.minimum
  return { ...edited, clusters, isEdited: edited.isEdited || isReclustered }
}

const shortestDrawn = 50
const armDrawn = 150

/** All accidents at one stake make a stretch without length; it is drawn 50 m long so that it can be seen. */
function linesOf(network: RoadNetwork, site: Site): Position[][] {
  const padding = Math.max(0, (shortestDrawn - (site.toStake - site.fromStake)) / 2)
  const stretches = [
    { road: site.road, from: site.fromStake - padding, to: site.toStake + padding },
    ...site.crossing.map(({ road, stake }) => ({ road, from: stake - armDrawn, to: stake + armDrawn })),
  ]
  return stretches
    .flatMap(({ road, from, to }) => stretchToLine(network, road, from, to))
    .map((line) => line.map(([longitude, latitude]) => [longitude, latitude]))
}

interface Screening extends ScreeningOutcome {
  readonly scope: ScreeningScope
  readonly rules: Rules
  readonly parameters: string
  readonly counts: { readonly all: number; readonly onRoads: number }
  readonly network: RoadNetwork
}

async function screen(db: Database, request: ScreeningRequest): Promise<Screening> {
  const rules = await rulesOf(db, request)
  const { preset, isEdited, weightSet, clusters } = rules
  const { from, to, roads: wanted, simulations } = request
  const scope = { from, to, calibre: request.calibre ?? preset.calibre ?? 'general' }
  const { network, counts, ...ground } = await loadGround(db, scope, wanted)
  const outcome = screenNetwork({ ...ground, preset, weightSet, clusterRule: clusters, simulations })
  const parameters = canonicalJson({
    ...preset,
    ...{ roads: wanted ?? null, isEdited, simulations, clusterRule: clusters, weightSet },
  })
  return { ...outcome, scope, rules, parameters, counts, network }
}

/** Over the parameters, the question and every number of the answer: two homes that agree have the same one. */
function hashOf({ parameters, scope, sites, clusters, facts }: Screening): string {
  return createHash('sha256')
    .update(canonicalJson({ parameters, scope, sites, clusters, facts }))
    .digest('hex')
}

interface Made {
  readonly at: Date
  readonly isDemo?: boolean
}

async function writeRun(
  trx: Trx,
  actor: Actor,
  screening: Screening,
  { at, isDemo = false }: Made,
): Promise<string> {
  const { scope, rules, sites, clusters, counts, network, parameters, facts } = screening
  const { id: preset, method } = rules.preset
  const id = newId()
  const resultHash = hashOf(screening)
  await insertScreeningRun(trx, {
    ...{ id, method, preset, parameters, scope, cutoff: at, counts, weights: rules.weightSet.id, facts },
    ...{ resultHash, isDemo, actorId: actor.id },
  })
  const ranked = sites.map((site, index) => ({ rank: index + 1, site, lines: linesOf(network, site) }))
  await insertScreeningSites(trx, id, ranked)
  await insertScreeningClusters(trx, id, clusters)
  await recordChange(trx, actor, {
    action: 'screening.run',
    objectType: 'screening_run',
    objectId: id,
    after: {
      ...{ preset, ...scope, weights: rules.weightSet.id, isEdited: rules.isEdited },
      ...{ sites: sites.length, clusters: clusters.length, resultHash },
    },
    at,
  })
  return id
}

/** Screens the roads by a preset and keeps the dated result; nothing changes it afterwards. */
export async function runScreening(
  db: Database,
  actor: Actor,
  order: ScreeningOrder,
  made: Made,
): Promise<string> {
  const screening = await screen(db, ScreeningRequest.parse(order))
  return db.transaction().execute((trx) => writeRun(trx, actor, screening, made))
}
