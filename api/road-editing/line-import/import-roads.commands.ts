import { basename } from 'node:path'
import type { MultiPolygon, Polygon } from 'geojson'
import { listStakedAccidents } from '../../accidents/accident-follow.queries.ts'
import { listAreas } from '../../areas/area.queries.ts'
import type { Database } from '../../db/tables.ts'
import { listStakedFacilities } from '../../facilities/facility-follow.queries.ts'
import { listStakedHazards } from '../../hazards/hazard-follow.queries.ts'
import { systemActor, type Actor } from '../../http/actor.ts'
import { ringsOf, type Outline } from '../../roads/geometry-import/clip-lines.ts'
import type { ImportOutcome, RoadImportPlan } from '../../roads/geometry-import/import-plan.ts'
import { planRoadImport, type ImportOptions } from '../../roads/geometry-import/plan-road-import.ts'
import { spellingsOfRoad } from '../../roads/geometry-import/road-refs.ts'
import { listRoadsWithGeometry } from '../../roads/road.queries.ts'
import type { RoadWithGeometry } from '../../roads/road.schema.ts'
import { latestDay } from '../../roads/validity.ts'
import { ImportRefused } from './import-refusal.ts'
import { importRoadsMessages } from './import-roads-messages.ts'
import { readRoadFile, type RoadFile, type RoadFileKind } from './read-road-file.commands.ts'
import type { GivenSection, MovedRecords } from '../road-editing.schema.ts'
import { drawSections } from '../section.commands.ts'

/** Not the system that loads shipped lines: a line imported by hand is the brigade's, and no release redraws it. */
export const commandLineActor: Actor = {
  ...systemActor,
  id: '00000000-0000-7000-8000-000000000001',
  username: 'command-line',
  displayName: '命令行',
}

/** The outline of the banner is a sketch, good to half a kilometre. */
export const defaultMargin = 500

export interface ImportRequest extends Omit<ImportOptions, 'outline'> {
  readonly file: string
  /** Without any, all registered roads that the file holds. */
  readonly roads?: readonly string[]
  /** Metres beyond the banner that are taken too. */
  readonly margin?: number
}

export interface PlannedImport {
  readonly road: RoadWithGeometry
  readonly outcome: ImportOutcome
  /** Records that are placed by a stake of the road and would follow its line. */
  readonly staked: MovedRecords
  readonly source: string
}

export interface ImportPreview {
  readonly kind: RoadFileKind
  readonly incompleteWays: number
  readonly plans: readonly PlannedImport[]
}

async function chosenRoads(db: Database, codes: readonly string[] | undefined): Promise<RoadWithGeometry[]> {
  const roads = await listRoadsWithGeometry(db)
  if (!codes) return roads
  return codes.map((code) => {
    const road = roads.find((each) => each.code === code.toUpperCase())
    if (road) return road
    const known = roads.map((each) => each.code)
    throw new ImportRefused(importRoadsMessages.unknownRoad(code, known))
  })
}

async function bannerOutline(db: Database, margin: number): Promise<Outline | undefined> {
  const banner = (await listAreas(db, { geometry: true })).find(({ kind }) => kind === 'banner')
  const geometry = banner?.geometry as Polygon | MultiPolygon | null | undefined
  return geometry ? { rings: ringsOf(geometry), margin } : undefined
}

function countStaked(db: Database, road: RoadWithGeometry): Promise<MovedRecords> {
  const since = latestDay(road.sections.map(({ validFrom }) => validFrom))
  return db.transaction().execute(async (trx) => ({
    accidents: (await listStakedAccidents(trx, road.code, since)).length,
    hazards: (await listStakedHazards(trx, road.code, since)).length,
    facilities: (await listStakedFacilities(trx, road.code, since)).length,
  }))
}

function sourceOf(file: string, { kind }: RoadFile): string {
  const name = basename(file)
  return kind === 'geojson' ? name : `© OpenStreetMap contributors (${name})`
}

/** What the file would make of each road. Reads only. */
export async function previewImport(db: Database, request: ImportRequest): Promise<ImportPreview> {
  const { file, roads: codes, margin = defaultMargin, ...options } = request
  const roads = await chosenRoads(db, codes)
  const wanted = new Set(roads.flatMap((road) => [...spellingsOfRoad(road)]))
  const read = await readRoadFile(file, wanted)
  const outline = await bannerOutline(db, margin)
  const plans: PlannedImport[] = []
  for (const road of roads) {
    const outcome = planRoadImport(read.ways, road, { ...options, outline })
    // Not asked for by name and not in the file: nothing to say of it.
    if (!codes && outcome.status === 'refused' && outcome.refusal === 'nothingFound') continue
    plans.push({ road, outcome, staked: await countStaked(db, road), source: sourceOf(file, read) })
  }
  return { kind: read.kind, incompleteWays: read.incomplete, plans }
}

function givenSections(plan: RoadImportPlan, source: string): GivenSection[] {
  return plan.sections.map((section) => ({
    sequence: section.sequence,
    carriageway: section.carriageway,
    fromStake: section.fromStake,
    toStake: section.toStake,
    coordinates: section.coordinates.map(([longitude, latitude]): [number, number] => [longitude, latitude]),
    source,
    qualityNote: '',
    anchors: section.anchors.map(({ stake, point, method, note }) => ({
      stake,
      lon: point[0],
      lat: point[1],
      crs: 'wgs84' as const,
      method,
      note,
    })),
  }))
}

export interface ApplyOptions {
  readonly actor: Actor
  readonly reason: string
  readonly at: Date
}

/** Draws the road as planned and takes its records along; nothing where the road is that already. */
export async function applyImport(
  db: Database,
  { road, outcome, source }: PlannedImport,
  { actor, reason, at }: ApplyOptions,
): Promise<MovedRecords | undefined> {
  if (outcome.status !== 'ready') return undefined
  // The anchors of the plan are those that hold on the new line.
  const change = { sections: givenSections(outcome, source), keepAnchors: false, reason }
  const { moved } = await drawSections(db, { code: road.code, version: road.version }, change, { actor, at })
  return moved
}
