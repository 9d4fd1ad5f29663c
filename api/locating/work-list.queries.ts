import { setImmediate as otherRequests } from 'node:timers/promises'
import type { Database } from '../db/tables.ts'
import { roadNameOf } from '../roads/network/road-input.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { listRoads, loadRoadNetwork } from '../roads/road.queries.ts'
import { reasonsOf } from './locating-reasons.ts'
import {
  findRecordStamp,
  listDetails,
  scanAccidents,
  scanHazards,
  type RecordDetail,
  type ScannedRecord,
} from './locating.queries.ts'
import type { Ground } from './place-candidate.ts'
import { countRecords, onRoad, recordKinds, type RecordKind, type ReviewedRecord } from './work-list.ts'

/** Some ten milliseconds of locating; then whoever else waits has a turn. */
const sliceSize = 5000

function review(network: RoadNetwork, record: ScannedRecord): ReviewedRecord {
  const { kind, id, road, gravity, time, isConfirmed, isEnded } = record
  const reasons = isEnded ? [] : reasonsOf(network, record)
  return { kind, id, road, gravity, time, isConfirmed, isLocated: record.point !== null, reasons }
}

export interface ReviewedRecords {
  readonly accidents: readonly ReviewedRecord[]
  readonly hazards: readonly ReviewedRecord[]
}

async function reviewAll(db: Database, network: RoadNetwork): Promise<ReviewedRecords> {
  const accidents: ReviewedRecord[] = []
  const scanned = await scanAccidents(db)
  for (let from = 0; from < scanned.length; from += sliceSize) {
    for (const record of scanned.slice(from, from + sliceSize)) accidents.push(review(network, record))
    await otherRequests()
  }
  return { accidents, hazards: (await scanHazards(db)).map((record) => review(network, record)) }
}

interface Review {
  readonly stamp: string
  readonly network: RoadNetwork
  readonly records: Promise<ReviewedRecords>
}

/** One review per database handle: every officer's screen asks how much there is to do. */
const reviews = new WeakMap<Database, Review>()

/** Every record that stands, with the reasons to look at its place again. Lines and stakes are the network's: the same as on a phone. */
export async function reviewRecords(db: Database, road?: string): Promise<ReviewedRecords> {
  // The stamp goes first: what is written between the two is seen once more, never missed.
  const stamp = await findRecordStamp(db)
  const network = await loadRoadNetwork(db)
  const known = reviews.get(db)
  const isCurrent = known?.stamp === stamp && known.network === network
  const current = isCurrent ? known : { stamp, network, records: reviewAll(db, network) }
  if (!isCurrent) reviews.set(db, current)
  const { accidents, hazards } = await current.records.catch((error: unknown) => {
    if (reviews.get(db) === current) reviews.delete(db)
    throw error
  })
  return { accidents: onRoad(accidents, road), hazards: onRoad(hazards, road) }
}

export async function countPlacesToCheck(db: Database): Promise<number> {
  const { accidents, hazards } = await reviewRecords(db)
  return countRecords(accidents).toDo + countRecords(hazards).toDo
}

export async function loadGround(db: Database): Promise<Ground> {
  return { network: await loadRoadNetwork(db), roads: (await listRoads(db)).map(roadNameOf) }
}

/** Details of a page, in its order; a record withdrawn meanwhile is left out. */
export async function listPageDetails(
  db: Database,
  page: readonly ReviewedRecord[],
): Promise<{ readonly record: ReviewedRecord; readonly detail: RecordDetail }[]> {
  const details = new Map<string, RecordDetail>()
  for (const kind of recordKinds)
    for (const detail of await listDetails(db, kind, idsOf(page, kind))) details.set(detail.id, detail)
  return page.flatMap((record) => {
    const detail = details.get(record.id)
    return detail ? [{ record, detail }] : []
  })
}

const idsOf = (page: readonly ReviewedRecord[], kind: RecordKind) =>
  page.filter((record) => record.kind === kind).map(({ id }) => id)

/** One record as the list sees it now; undefined where it is gone. */
export async function findReviewed(
  db: Database,
  kind: RecordKind,
  id: string,
): Promise<{ readonly record: ReviewedRecord; readonly detail: RecordDetail } | undefined> {
  const network = await loadRoadNetwork(db)
  const [scanned] = kind === 'accident' ? await scanAccidents(db, id) : await scanHazards(db, id)
  if (!scanned) return undefined
  return (await listPageDetails(db, [review(network, scanned)]))[0]
}
