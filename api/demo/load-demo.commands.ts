import { recordChange } from '../audit/audit.commands.ts'
import { hashPassword } from '../auth/password.commands.ts'
import { findInstallationFact, writeInstallationFact } from '../db/installation.ts'
import type { Database, Trx } from '../db/tables.ts'
import { systemActor } from '../http/actor.ts'
import { runScreening } from '../hotspots/screening.commands.ts'
import type { Text } from '../http/text.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { loadRoadNetwork } from '../roads/road.queries.ts'
import { upsertStatisticBase } from '../statistics/statistic-base.queries.ts'
import { listSquadStretches, listTownshipStretches } from '../roads/stretch.queries.ts'
import type { PhotoStore } from '../photos/photo-store.ts'
import { demoAccidents, type DemoGround } from './demo-accidents.ts'
import * as columns from './demo-columns.ts'
import { demoFacilities } from './demo-facilities.ts'
import { demoInspections, inspectionColumns, repairColumns } from './demo-inspections.ts'
import { demoHazards } from './demo-hazards.ts'
import { demoMessages } from './demo-messages.ts'
import { demoRoads } from './demo-roads.ts'
import { demoPassword, demoUsers } from './demo-users.ts'
import { demoYearAt, lastDayOfDecember } from './demo-years.ts'
import { demoPhotos } from './demo-photos.ts'
import { drawDemoPhotos, type DrawnPhoto } from './draw-photos.commands.ts'
import { insertPhotos } from './load-photos.commands.ts'
import { continueNumbers, hasBusinessRows, insertInBulk } from './demo.queries.ts'

export interface DemoOptions {
  readonly now: Date
  /** Where its pictures are kept; left out: the tickets come without. */
  readonly photos?: PhotoStore | undefined
  readonly onProgress?: ((text: Text) => void) | undefined
}

interface OnRoad {
  readonly road: string
  readonly fromStake: number
  readonly toStake: number
}

const at =
  <S extends OnRoad>(stretches: readonly S[], valueOf: (stretch: S) => string) =>
  (road: string, stake: number): string | null => {
    const found = stretches.find(
      (stretch) => stretch.road === road && stake >= stretch.fromStake && stake <= stretch.toStake,
    )
    return found ? valueOf(found) : null
  }

async function findGround(db: Database): Promise<DemoGround> {
  const network = await loadRoadNetwork(db)
  const squads = await listSquadStretches(db)
  const townships = await listTownshipStretches(db)
  return {
    network,
    squadAt: at(squads, ({ code }) => code),
    townshipAt: at(townships, ({ name }) => name),
  }
}

async function insertUsers(trx: Trx, passwordHash: string, now: Date): Promise<void> {
  const rows = demoUsers.map((user) => ({
    id: user.id,
    username: user.username,
    display_name: user.displayName,
    person_kind: user.personKind,
    department: user.department,
    password_hash: passwordHash,
    is_demo: true,
    created_at: now.toISOString(),
    updated_at: now.toISOString(),
  }))
  await insertInBulk(trx, 'user_account', columns.userColumns, rows)
}

/** After the roads of `gis-data/`. */
const firstSort = 1000

/** Said to be invented wherever a road is shown. */
async function insertRoads(trx: Trx, now: Date): Promise<void> {
  const stamp = now.toISOString()
  const rows = demoRoads.map(({ nameEn, adminGrade, point, ...road }, order) => ({
    ...road,
    name_en: nameEn,
    admin_grade: adminGrade,
    divided: false,
    confidence: 'demo',
    quality_note: '演示数据',
    geom: point && { type: 'Point', coordinates: point },
    sort: firstSort + order,
    created_at: stamp,
    created_by: systemActor.id,
    updated_at: stamp,
    updated_by: systemActor.id,
  }))
  await insertInBulk(trx, 'road', columns.roadColumns, rows)
}

async function insertAccidents(trx: Trx, year: number, ground: DemoGround, now: Date): Promise<number> {
  const stamp = now.toISOString()
  const rows = demoAccidents(year, ground).map(({ longitude, latitude, ...row }) => ({
    ...row,
    geom: row.locating === 'unlocated' ? null : { type: 'Point', coordinates: [longitude, latitude] },
    source: 'manual',
    handling_unit: '事故中队',
    is_demo: true,
    created_at: stamp,
    created_by: systemActor.id,
    updated_at: stamp,
    updated_by: systemActor.id,
  }))
  await insertInBulk(trx, 'accident', columns.accidentColumns, rows)
  return rows.length
}

/** As the annual summary gives them; the year before has none, so that its rates stay open. */
const demoBase = (year: number) => ({
  year,
  vehicles: 39_100,
  drivers: 43_000,
  residents: 97_000,
  population: 167_000,
  source: '演示数据：年度总结所载数字',
})

type Told = ReturnType<typeof demoHazards>

async function insertHazardsAndFacilities(
  trx: Trx,
  network: RoadNetwork,
  told: Told,
  now: Date,
): Promise<void> {
  const { hazards, transitions, listings, idOfItem, lastNumbers, ...records } = told
  const facilities = demoFacilities({ now, network, idOfItem })
  const demo = { is_demo: true }
  await insertInBulk(
    trx,
    'hazard',
    columns.hazardColumns,
    hazards.map((row) => ({ ...row, ...demo })),
  )
  await insertInBulk(trx, 'hazard_transition', columns.transitionColumns, transitions)
  const listedBy = { created_by: systemActor.id }
  await insertInBulk(
    trx,
    'listing',
    columns.listingColumns,
    listings.map((row) => ({ ...row, ...listedBy })),
  )
  await insertInBulk(trx, 'hazard_document', columns.documentColumns, records.documents)
  await insertInBulk(trx, 'acceptance', columns.acceptanceColumns, records.acceptances)
  await insertInBulk(trx, 'extension', columns.extensionColumns, records.extensions)
  await insertInBulk(trx, 'revisit', columns.revisitColumns, records.revisits)
  await insertInBulk(
    trx,
    'facility',
    columns.facilityColumns,
    facilities.map((row) => ({ ...row, ...demo })),
  )
  const { inspections, repairs } = demoInspections(facilities, now)
  await insertInBulk(trx, 'facility_inspection', inspectionColumns, inspections)
  await insertInBulk(trx, 'facility_repair', repairColumns, repairs)
  await continueNumbers(trx, facilities.length, lastNumbers)
}

/** The first picture shows the worst places at once; the run is kept like any other. */
async function screenForHotspots(db: Database, year: number, now: Date): Promise<void> {
  const period = {
    from: `${year}-01-01`,
    to: `${year}-12-0${lastDayOfDecember}`,
    calibre: 'general' as const,
  }
  for (const preset of ['P1b', 'P1a'] as const)
    await runScreening(db, systemActor, { preset, ...period }, { at: now, isDemo: true })
}

/** Not twice, never beside real rows, and not again after it was removed. */
async function isWanted(db: Database): Promise<boolean> {
  const isLoaded = (await findInstallationFact(db, 'demoYear')) !== undefined
  const wasRemoved = (await findInstallationFact(db, 'demoRemoved')) === true
  return !isLoaded && !wasRemoved && !(await hasBusinessRows(db))
}

/** A store that does not answer leaves the demonstration without pictures, and says so; it does not stop the start. */
async function drawnPhotos(
  { tickets }: Told,
  { now, photos, onProgress }: DemoOptions,
): Promise<DrawnPhoto[]> {
  if (!photos) return []
  try {
    return await drawDemoPhotos(photos, demoPhotos(tickets, now))
  } catch (error) {
    onProgress?.(demoMessages.photosNotKept(photos.where, error instanceof Error ? error.message : ''))
    return []
  }
}

/** Fills an empty installation with the demonstration, all or nothing. */
export async function loadDemoData(db: Database, { now, photos, onProgress }: DemoOptions): Promise<void> {
  if (!(await isWanted(db))) return
  onProgress?.(demoMessages.loading())
  const year = demoYearAt(now)
  const ground = await findGround(db)
  // One hash for all: the password is printed at the start, and thirty hashes cost the first start two seconds.
  const passwordHash = await hashPassword(demoPassword)
  const told = demoHazards(now, ground.network)
  const drawn = await drawnPhotos(told, { now, photos, onProgress })
  const accidents = await db.transaction().execute(async (trx) => {
    await insertUsers(trx, passwordHash, now)
    await insertRoads(trx, now)
    await upsertStatisticBase(trx, demoBase(year), { at: now, actorId: systemActor.id, isDemo: true })
    const count = await insertAccidents(trx, year, ground, now)
    await insertHazardsAndFacilities(trx, ground.network, told, now)
    await insertPhotos(trx, drawn)
    await writeInstallationFact(trx, 'demoYear', year, now)
    await recordChange(trx, systemActor, {
      action: 'demo.load',
      objectType: 'installation',
      objectId: 'demo',
      after: { demoYear: year, accidents: count, photos: drawn.length },
      at: now,
    })
    return count
  })
  await screenForHotspots(db, year, now)
  onProgress?.(demoMessages.loaded(year, accidents))
}
