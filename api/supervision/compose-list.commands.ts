import { createHash } from 'node:crypto'
import { canonicalJson } from '../audit/canonical-json.ts'
import { findInstallationFact } from '../db/installation.ts'
import type { Database } from '../db/tables.ts'
import { findOffice } from '../documents/office/office.queries.ts'
import { standingStates } from '../facilities/facility-states.ts'
import { listLinkedFacilities } from '../facilities/facility.queries.ts'
import { findFilterWords } from '../hazards/hazard-filter.queries.ts'
import type { HazardFilter } from '../hazards/hazard-query.schema.ts'
import { listHazards, listHazardsById } from '../hazards/hazard.queries.ts'
import type { Acting } from '../http/acting.ts'
import { Unprocessable } from '../http/problem.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import type { Calibre } from '../accidents/calibre.ts'
import { threeYearsTo } from '../hazards/accidents-at-hazards.ts'
import { listAccidentsAtHazards } from '../hazards/accidents-at-hazards.queries.ts'
import { listRecordsOfHazards, sortByNumber } from './gather.queries.ts'
import type { SupervisionContent } from './list-content.schema.ts'
import { defaultTitle, supervisionContent } from './supervision-content.ts'
import { longestList } from './supervision-list.schema.ts'
import { supervisionMessages } from './supervision-messages.ts'
import type { ListedHazard } from './supervision-row.ts'

/** Everything that a list is made from. */
export interface ListOrder {
  readonly title?: string | undefined
  readonly filledOn?: string | undefined
  readonly cutoffOn?: string | undefined
  readonly calibre: Calibre
  readonly hazardIds?: readonly string[] | undefined
  readonly filter?: HazardFilter | undefined
  /** Of rows that were first found by a filter and then chosen among by hand. */
  readonly filterWords?: string | undefined
}

export const hashOf = (content: SupervisionContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')

function refuse(path: string, message: ReturnType<(typeof supervisionMessages)['cutoffInFuture']>): never {
  throw new Unprocessable(message, [{ path, message }])
}

/** What the screen of hazards shows under this filter, by number. */
async function chosenByFilter(db: Database, filter: HazardFilter, today: string) {
  const found = await listHazards(db, filter, { limit: longestList + 1 }, today)
  if (found.length === 0) refuse('filter', supervisionMessages.nothingFound())
  if (found.length > longestList) refuse('filter', supervisionMessages.tooMany(longestList))
  return sortByNumber(
    db,
    found.map(({ id }) => id),
  )
}

async function choose(db: Database, { hazardIds, filter, filterWords }: ListOrder, today: string) {
  if (filter) {
    const ids = await chosenByFilter(db, filter, today)
    return { ids, filter: { words: (await findFilterWords(db, filter)).zh, query: { ...filter } } }
  }
  const ids = [...new Set(hazardIds)]
  const words = filterWords ?? `人工选定 ${ids.length} 处`
  return { ids, filter: { words, query: null } }
}

async function gatherHazards(
  db: Database,
  ids: readonly string[],
  scope: { readonly calibre: Calibre; readonly from: string; readonly to: string },
): Promise<ListedHazard[]> {
  const hazards = await listHazardsById(db, ids)
  const missing = ids.filter((id) => !hazards.some((hazard) => hazard.id === id))
  if (missing.length > 0)
    throw new Unprocessable(
      supervisionMessages.unknownHazards(missing.length),
      missing.map((id) => ({
        path: `hazardIds.${ids.indexOf(id)}`,
        message: supervisionMessages.unknownHazard(),
      })),
    )
  const accidents = await listAccidentsAtHazards(db, ids, scope)
  const facilities = await listLinkedFacilities(db, ids)
  const records = new Map((await listRecordsOfHazards(db, ids)).map((record) => [record.hazardId, record]))
  return hazards.map((hazard) => {
    const { photos, listingNumber, preset } = records.get(hazard.id)!
    const standing = facilities.filter(
      ({ hazardId, state }) => hazardId === hazard.id && standingStates.includes(state),
    )
    return { hazard, accidents: accidents.get(hazard.id), standing, photos, listingNumber, preset }
  })
}

/** Takes the rows down as they are now, in the words in which they will be printed. */
export async function composeList(
  db: Database,
  order: ListOrder,
  { actor, at }: Acting,
): Promise<SupervisionContent> {
  const today = bannerDay(at)
  const cutoffOn = order.cutoffOn ?? today
  if (cutoffOn > today) refuse('cutoffOn', supervisionMessages.cutoffInFuture())
  const { ids, filter } = await choose(db, order, today)
  const countedFrom = threeYearsTo(cutoffOn)
  const listed = await gatherHazards(db, ids, { calibre: order.calibre, from: countedFrom, to: cutoffOn })
  const isDemo =
    (await findInstallationFact(db, 'demoYear')) !== undefined || listed.some(({ hazard }) => hazard.demo)
  const facts = {
    title: order.title ?? defaultTitle,
    filledOn: order.filledOn ?? today,
    ...{ cutoffOn, countedFrom, filter },
    calibre: order.calibre,
    demo: isDemo,
    madeAt: at.toISOString(),
    madeBy: actor.displayName,
  }
  return supervisionContent(listed, facts, await findOffice(db))
}
