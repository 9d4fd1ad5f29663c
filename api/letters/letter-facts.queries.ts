import { findOffice } from '../documents/office/office.queries.ts'
import type { Database } from '../db/tables.ts'
import type { FacilityCount } from '../facilities/facility-wording.ts'
import { standingStates } from '../facilities/facility-states.ts'
import { listLinkedFacilities } from '../facilities/facility.queries.ts'
import { countDistinct, threeYearsTo, type CountedAccident } from '../hazards/accidents-at-hazards.ts'
import { listAccidentsAtHazards } from '../hazards/accidents-at-hazards.queries.ts'
import { listTransitions } from '../hazards/hazard-history.queries.ts'
import type { HazardRow } from '../hazards/hazard-row.ts'
import { hazardView, type Onlooker } from '../hazards/hazard-view.ts'
import { listRecords } from '../hazards/records/list-records.queries.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { lastDocument, type AccidentsAtPlace, type LetterFacts, type TicketFacts } from './letter-facts.ts'
import type { ReportFacts } from './listing-report.ts'

/** Where cameras stand is not for other bodies. */
const isToldOutside = ({ kind }: FacilityCount) => kind !== 'speed_camera'

async function standingAt(db: Database, ids: readonly string[]): Promise<Map<string, FacilityCount[]>> {
  const standing = (await listLinkedFacilities(db, ids)).filter(
    (facility) => standingStates.includes(facility.state) && isToldOutside(facility),
  )
  return new Map(ids.map((id) => [id, standing.filter(({ hazardId }) => hazardId === id)]))
}

const countedTo = (accidents: Iterable<CountedAccident>, until: string): AccidentsAtPlace => ({
  ...countDistinct(accidents),
  until,
})

const scopeTo = (until: string) => ({ calibre: 'general' as const, from: threeYearsTo(until), to: until })

async function completionOf(db: Database, id: string): Promise<TicketFacts['completion']> {
  const asked = (await listTransitions(db, id)).findLast(({ action }) => action === 'requestAcceptance')
  if (!asked) return null
  return { text: String(asked.fields['completionText'] ?? asked.note ?? ''), on: bannerDay(asked.at) }
}

/** A letter that went out counts up to its own day, whatever happened there since. */
const cutoffOf = (records: TicketFacts['records'], today: string) =>
  lastDocument(records, 'notice')?.deliveredOn ?? today

async function countFoundPhotos(db: Database, id: string): Promise<LetterFacts['photos']> {
  return db
    .selectFrom('hazard_photo')
    .select(({ fn }) => [
      fn.count<number>('id').filterWhere('is_masked', '=', true).$castTo<number>().as('masked'),
      fn.count<number>('id').filterWhere('is_masked', '=', false).$castTo<number>().as('notMasked'),
    ])
    .where('hazard_id', '=', id)
    .where('stage', '=', 'found')
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
}

export async function findLetterFacts(
  db: Database,
  row: HazardRow,
  onlooker: Onlooker,
): Promise<LetterFacts> {
  const { today, person } = onlooker
  const records = await listRecords(db, row.id, person.id)
  const until = cutoffOf(records, today)
  const accidents = (await listAccidentsAtHazards(db, [row.id], scopeTo(until))).get(row.id)
  return {
    hazard: hazardView(row, onlooker),
    records,
    standing: (await standingAt(db, [row.id])).get(row.id) ?? [],
    accidents: accidents ? countedTo(accidents, until) : null,
    completion: await completionOf(db, row.id),
    photos: await countFoundPhotos(db, row.id),
    office: await findOffice(db),
    today,
  }
}

export async function findReportFacts(
  db: Database,
  rows: readonly HazardRow[],
  onlooker: Onlooker,
): Promise<ReportFacts> {
  const { today, person } = onlooker
  const ids = rows.map(({ id }) => id)
  const accidents = await listAccidentsAtHazards(db, ids, scopeTo(today))
  const standing = await standingAt(db, ids)
  const tickets: TicketFacts[] = []
  for (const row of rows) {
    const own = accidents.get(row.id)
    tickets.push({
      hazard: hazardView(row, onlooker),
      records: await listRecords(db, row.id, person.id),
      standing: standing.get(row.id) ?? [],
      accidents: own ? countedTo(own, today) : null,
      completion: null,
    })
  }
  return {
    office: await findOffice(db),
    today,
    tickets,
    accidents: countedTo([...accidents.values()].flat(), today),
  }
}
