import type { Position } from 'geojson'
import { newId } from '../db/id.ts'
import { geometryOf } from '../db/postgis.ts'
import type { Trx } from '../db/tables.ts'
import type { Cluster } from './analysis/off-network.ts'
import type { ScreeningFacts } from './analysis/screen-network.ts'
import type { Site } from './analysis/site.ts'
import type { SiteFacts } from './screening.queries.ts'
import type { ScreeningScope } from './screening-input.queries.ts'
import type { ScreeningRun } from './screening.schema.ts'

export interface NewRun {
  readonly id: string
  readonly method: ScreeningRun['method']
  readonly preset: ScreeningRun['preset']
  readonly parameters: string
  readonly scope: ScreeningScope
  readonly cutoff: Date
  readonly counts: { readonly all: number; readonly onRoads: number }
  readonly weights: ScreeningRun['weights']
  readonly facts: ScreeningFacts
  readonly resultHash: string
  readonly isDemo: boolean
  readonly actorId: string
}

export async function insertScreeningRun(trx: Trx, run: NewRun): Promise<void> {
  await trx
    .insertInto('screening_run')
    .values({
      id: run.id,
      method: run.method,
      preset: run.preset,
      parameters: run.parameters,
      calibre: run.scope.calibre,
      from_date: run.scope.from,
      to_date: run.scope.to,
      cutoff: run.cutoff,
      accident_count: run.counts.all,
      located_count: run.counts.onRoads,
      weights: run.weights,
      facts: JSON.stringify(run.facts),
      result_hash: run.resultHash,
      is_demo: run.isDemo,
      created_at: run.cutoff,
      created_by: run.actorId,
    })
    .execute()
}

export interface NewSite {
  readonly rank: number
  readonly site: Site
  readonly lines: readonly Position[][]
}

function factsOf(site: Site): SiteFacts {
  const { name, crossing, fired, fatalAccidents, injuryAccidents, grid, features, chance } = site
  return { name, crossing, fired, fatalAccidents, injuryAccidents, grid, features, chanceFacts: chance }
}

/** Few parameters a statement: thousands of units of a long network are several statements. */
const rowsAtOnce = 500

function* inPortions<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) yield rows.slice(from, from + rowsAtOnce)
}

export async function insertScreeningSites(
  trx: Trx,
  runId: string,
  sites: readonly NewSite[],
): Promise<void> {
  const rows = sites.map(({ rank, site, lines }) => ({
    id: newId(),
    run_id: runId,
    rank,
    kind: site.kind,
    road_code: site.road,
    direction: site.direction,
    from_stake: Math.round(site.fromStake),
    to_stake: Math.round(site.toStake),
    qualifying: site.qualifying,
    densest: site.densest,
    accidents: site.accidents,
    killed: site.killed,
    injured: site.injured,
    loss_yuan: site.lossYuan,
    expected: site.expected,
    p_value: site.pValue,
    profile: JSON.stringify(site.profile),
    facts: JSON.stringify(factsOf(site)),
    geom: geometryOf({ type: 'MultiLineString', coordinates: [...lines] }),
  }))
  for (const portion of inPortions(rows)) await trx.insertInto('screening_site').values(portion).execute()
}

export async function insertScreeningClusters(
  trx: Trx,
  runId: string,
  clusters: readonly Cluster[],
): Promise<void> {
  const rows = clusters.map((cluster, index) => ({
    id: newId(),
    run_id: runId,
    rank: index + 1,
    accidents: cluster.accidents,
    killed: cluster.killed,
    injured: cluster.injured,
    loss_yuan: cluster.lossYuan,
    accident_ids: [...cluster.accidentIds],
    geom: geometryOf({ type: 'MultiPoint', coordinates: cluster.points.map((point) => [...point]) }),
  }))
  for (const portion of inPortions(rows)) await trx.insertInto('screening_cluster').values(portion).execute()
}
