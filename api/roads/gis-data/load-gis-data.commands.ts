import type { Geometry } from 'geojson'
import { v5 } from 'uuid'
import { recordChange } from '../../audit/audit.commands.ts'
import { newId } from '../../db/id.ts'
import { findInstallationFact, writeInstallationFact } from '../../db/installation.ts'
import type { Database, Trx } from '../../db/tables.ts'
import { systemActor } from '../../http/actor.ts'
import {
  insertFirstSquadStretches,
  insertFirstTownshipStretches,
  insertMissingRoads,
  insertMissingSquads,
  insertMissingUnits,
  replacePlaces,
  upsertArea,
} from './gis-data.queries.ts'
import type { GisData } from './gis-data.schema.ts'
import { refreshCalibratedLines } from '../network/calibrated-line.commands.ts'
import { readGisData, type ReadGisData } from './read-gis-data.commands.ts'
import { replaceGeometryWithin } from '../road-geometry.commands.ts'
import {
  insertSection,
  listSectionOrigins,
  type NewSection,
  type SectionOrigin,
  type Stamp,
} from '../road-section.queries.ts'
import { loadRoadTimeline, type RoadTimeline } from '../road-timeline.queries.ts'
import { sinceEver } from '../validity.ts'

/** Areas and roads have the same id in every installation, so that files exchanged between two of them agree. */
const idNamespace = '6f0a6b1e-5f0c-5c53-9a6e-150624000000'
const stableId = (kind: string, code: string) => v5(`${kind}/${code}`, idNamespace)

export interface LoadedGisData {
  readonly changed: boolean
  /** Roads whose line was drawn or redrawn. */
  readonly drawn: readonly string[]
}

async function loadOrganisation(trx: Trx, data: GisData): Promise<void> {
  const outline = data['boundary.geojson'].features[0]!.geometry as Geometry
  const { areas, metadata } = data['townships.json']
  for (const [sort, area] of areas.entries()) {
    const isBanner = area.kind === 'banner'
    const quality = isBanner ? data['boundary.geojson'].metadata.quality.zh : metadata.quality.zh
    await upsertArea(
      trx,
      { ...area, id: stableId('area', area.code), quality, sort },
      isBanner ? outline : undefined,
    )
  }
  await replacePlaces(trx, data['places.geojson'])
  await insertMissingSquads(trx, data['squads.json'].squads)
  await insertMissingUnits(trx, data['units.json'].units)
}

function sectionsOf(data: GisData, road: string): NewSection[] {
  return data['road-sections.geojson'].features
    .filter(({ properties }) => properties.road === road)
    .map(({ properties, geometry }) => ({
      id: newId(),
      road,
      sequence: properties.sequence,
      fromStake: properties.fromStake,
      toStake: properties.toStake,
      line: geometry,
      source: properties.source,
      qualityNote: properties.quality,
      anchors: data['stake-anchors.json'].anchors
        .filter((anchor) => anchor.road === road && anchor.section === properties.sequence)
        .map(({ stake, lon, lat, method, note }) => ({
          id: newId(),
          stake,
          point: [lon, lat],
          method,
          note: note ?? null,
        })),
    }))
}

const linesOf = (sections: readonly NewSection[]) =>
  JSON.stringify(sections.map(({ line }) => line.coordinates))

interface Redrawn {
  /** As the road was before. */
  readonly timeline: RoadTimeline
  readonly since: string
}

/** Told before the transaction ends, so that records placed by their stake can follow the line. */
type OnRedrawn = (trx: Trx, redrawn: Redrawn) => Promise<unknown>

interface Drawing {
  readonly stamp: Stamp
  readonly onRedrawn?: OnRedrawn | undefined
}

/** A line the brigade has given or calibrated is never overwritten; one of an earlier release is replaced by the new release's. */
async function drawRoad(
  trx: Trx,
  road: string,
  {
    sections,
    origins,
  }: { readonly sections: readonly NewSection[]; readonly origins: readonly SectionOrigin[] },
  { stamp, onRedrawn }: Drawing,
) {
  const current = origins.filter((origin) => origin.road === road)
  if (current.length === 0) {
    for (const section of sections) await insertSection(trx, section, sinceEver, stamp)
    return true
  }
  const isOurs = current.every(({ by, isCalibrated }) => by === systemActor.id && !isCalibrated)
  const isSame = JSON.stringify(current.map(({ coordinates }) => coordinates)) === linesOf(sections)
  if (!isOurs || isSame || sections.length === 0) return false
  const timeline = await loadRoadTimeline(trx, road)
  const geometry = { road, sections, reason: 'gis-data', at: stamp.at }
  const { since } = await replaceGeometryWithin(trx, systemActor, geometry)
  await onRedrawn?.(trx, { timeline, since })
  return true
}

async function loadRoads(trx: Trx, data: GisData, drawing: Drawing): Promise<string[]> {
  const { roads } = data['roads.json']
  await insertMissingRoads(
    trx,
    roads.map((road, sort) => ({ ...road, id: stableId('road', road.code), sort })),
    drawing.stamp,
  )
  const origins = await listSectionOrigins(trx)
  const drawn: string[] = []
  for (const { code } of roads)
    if (await drawRoad(trx, code, { sections: sectionsOf(data, code), origins }, drawing)) drawn.push(code)
  if (drawn.length > 0) await refreshCalibratedLines(trx, drawn)
  return drawn
}

async function loadStretches(trx: Trx, data: GisData): Promise<void> {
  const squads = data['squad-stretches.json']
  const townships = data['township-stretches.json']
  const ofSquads = squads.stretches.map(({ squad, ...stretch }) => ({ ...stretch, id: newId(), code: squad }))
  const ofTownships = townships.stretches.map(({ area, ...stretch }) => ({
    ...stretch,
    id: newId(),
    code: area,
  }))
  await insertFirstSquadStretches(trx, ofSquads, sinceEver, squads.metadata.quality.zh)
  await insertFirstTownshipStretches(trx, ofTownships, townships.metadata.quality.zh)
}

interface LoadOptions {
  readonly folder: string
  readonly at: Date
  readonly onRedrawn?: OnRedrawn
}

async function loadAll(
  trx: Trx,
  { data, hash }: ReadGisData,
  { at, onRedrawn }: LoadOptions,
): Promise<string[]> {
  await loadOrganisation(trx, data)
  const drawn = await loadRoads(trx, data, { stamp: { at, by: systemActor.id }, onRedrawn })
  await loadStretches(trx, data)
  await writeInstallationFact(trx, 'gisDataHash', hash, at)
  await recordChange(trx, systemActor, {
    action: 'gisData.load',
    objectType: 'installation',
    objectId: 'gis-data',
    after: { hash, drawn },
    at,
  })
  return drawn
}

/** Brings `gis-data/` into the database in one transaction. The same files a second time change nothing. */
export async function loadGisData(db: Database, options: LoadOptions): Promise<LoadedGisData> {
  const read = await readGisData(options.folder)
  if ((await findInstallationFact(db, 'gisDataHash')) === read.hash) return { changed: false, drawn: [] }
  const drawn = await db.transaction().execute((trx) => loadAll(trx, read, options))
  return { changed: true, drawn }
}
