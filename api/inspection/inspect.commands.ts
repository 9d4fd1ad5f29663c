import { newChainProof, type ProveChain } from '../audit/prove-chain.commands.ts'
import type { Database } from '../db/tables.ts'
import { loadCalendar } from '../hazards/clocks/holiday.queries.ts'
import { closingRates } from '../hazards/figures/closing-rates.ts'
import { listTicketFacts } from '../hazards/figures/ticket-facts.queries.ts'
import type { TicketFacts } from '../hazards/figures/ticket-facts.ts'
import { listJudgedPhotos, type JudgedPhoto } from '../hazards/photos/read-photos.commands.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import * as figures from './check-figures.ts'
import { checkWords } from './check-words.ts'
import { findingOf } from './finding-words.ts'
import * as ground from './ground-checks.queries.ts'
import * as measured from './inspection-figures.queries.ts'
import { countScope, listPhotographed, type FoundRow, type Scope } from './inspection-scope.queries.ts'
import {
  checkKeys,
  type CheckKey,
  type Inspection,
  type InspectionCheck,
  type InspectionFigure,
  type InspectionItem,
} from './inspection.schema.ts'
import * as papers from './paper-checks.queries.ts'
import { pastClock } from './past-clock.ts'
import { photoFaults, type PhotoFault } from './photo-faults.ts'
import { squadTimes } from './squad-times.ts'
import * as tickets from './ticket-checks.queries.ts'

/** On the screen; the file holds all of them. */
const mostItems = 500
const ticketsAtOnce = 500

interface Outcome {
  readonly items?: readonly InspectionItem[]
  readonly figures?: readonly InspectionFigure[]
}

function itemOf(row: FoundRow): InspectionItem {
  const { isBad, words } = findingOf(row.code)
  const { hazardId, accidentId = null, facilityId = null, number, title, squad, code } = row
  return { hazardId, accidentId, facilityId, number, title, squad, code, isBad, text: words(row.detail) }
}

const found = async (rows: Promise<FoundRow[]>, more: readonly FoundRow[] = []): Promise<Outcome> => ({
  items: [...(await rows), ...more].map(itemOf),
})

async function numbers({ db, scope, at, proveChain }: Look): Promise<Outcome> {
  const proved = await proveChain(db, at)
  const broken = proved.findings.map(({ text }): InspectionItem => ({
    ...{ hazardId: null, accidentId: null, facilityId: null, number: null, title: null, squad: null },
    ...{ code: 'chainBroken', isBad: true, text },
  }))
  return {
    figures: figures.chainFigures(proved, proved.findings.length),
    items: [...broken, ...(await tickets.listNumberGaps(db, scope)).map(itemOf)],
  }
}

/** Each judged against the place and the days that its ticket has now; some hundred tickets at once. */
async function photosOf(db: Database, scope: Scope): Promise<PhotoFault[]> {
  const photographed = await listPhotographed(db, scope)
  const photos: JudgedPhoto[] = []
  for (let start = 0; start < photographed.length; start += ticketsAtOnce) {
    const ids = photographed.slice(start, start + ticketsAtOnce).map(({ hazardId }) => hazardId)
    photos.push(...(await listJudgedPhotos(db, ids)))
  }
  return photoFaults(photographed, photos)
}

export interface Chain {
  readonly at: Date
  /** Left out: the whole chain, each time. */
  readonly proveChain?: ProveChain
}

interface Look {
  readonly db: Database
  readonly scope: Scope
  readonly at: Date
  readonly proveChain: ProveChain
  readonly photos: readonly PhotoFault[]
  readonly facts: readonly TicketFacts[]
}

const ofCode = (photos: readonly PhotoFault[], ...codes: PhotoFault['code'][]) =>
  photos.filter(({ code }) => codes.includes(code))

const late = async (rows: Promise<FoundRow[]>, { today, calendar }: Scope): Promise<Outcome> =>
  found(rows.then((all) => pastClock(all, today, calendar)))

const checks: Readonly<Record<CheckKey, (look: Look) => Promise<Outcome>>> = {
  place: ({ db, scope, photos }) => found(tickets.listPlaceFindings(db, scope), ofCode(photos, 'photoFar')),
  numbers,
  order: ({ db, scope, photos }) =>
    found(tickets.listOrderFindings(db, scope), ofCode(photos, 'photoBeforeFound', 'photoReused')),
  papers: ({ db, scope }) => late(papers.listPaperFindings(db, scope), scope),
  overdue: ({ db, scope }) => late(papers.listOverdueFindings(db, scope), scope),
  listing: ({ db, scope }) => found(papers.listListingFindings(db, scope)),
  facilities: async ({ db, scope }) => ({
    ...(await found(ground.listFacilityFindings(db, scope))),
    figures: figures.facilityFigures(await ground.countFacilityState(db, scope)),
  }),
  timeliness: ({ facts, scope }) =>
    Promise.resolve({ figures: figures.timeFigures(squadTimes(facts, scope.calendar)) }),
  accidents: ({ db, scope }) => found(ground.listAccidentsAtOpenHazards(db, scope)),
  trail: async ({ db, at }) => ({ figures: figures.readerFigures(await measured.listReaders(db, at)) }),
  calibres: async ({ db, scope }) => ({
    figures: figures.calibreFigures(await measured.countCalibres(db, scope)),
  }),
  rates: ({ facts, scope: { to, today } }) =>
    Promise.resolve({
      figures: figures.rateFigures(closingRates(facts, to && to < today ? to : today)),
    }),
}

function stateOf({ items = [], figures: measures = [] }: Outcome): InspectionCheck['state'] {
  if (items.some(({ isBad }) => isBad)) return 'bad'
  return items.length > 0 || measures.some(({ isOver }) => isOver) ? 'watch' : 'good'
}

function cardOf(key: CheckKey, index: number, outcome: Outcome): InspectionCheck {
  const { items = [], figures: measures = [] } = outcome
  return {
    number: index + 1,
    key,
    ...checkWords[key],
    state: stateOf(outcome),
    count: items.length + measures.filter(({ isOver }) => isOver).length,
    figures: [...measures],
    // What is wrong stands before what is to be watched.
    items: [...items].sort((a, b) => Number(b.isBad) - Number(a.isBad)),
  }
}

export interface InspectionOrder {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly squad?: string | undefined
}

/** The twelve checks of an inspector-general, one after another: the embedded home has one connection anyway. */
export async function inspect(db: Database, order: InspectionOrder, chain: Chain): Promise<Inspection> {
  const scope: Scope = { ...order, today: bannerDay(chain.at), calendar: await loadCalendar(db) }
  const { at, proveChain = newChainProof() } = chain
  const facts = await listTicketFacts(db, { ...order, asOf: scope.today })
  const look: Look = { db, scope, at, proveChain, photos: await photosOf(db, scope), facts }
  const cards: InspectionCheck[] = []
  for (const [index, key] of checkKeys.entries()) cards.push(cardOf(key, index, await checks[key](look)))
  return {
    at: chain.at.toISOString(),
    from: order.from ?? null,
    to: order.to ?? null,
    squad: order.squad ?? null,
    hazards: await countScope(db, scope),
    checks: cards,
  }
}

export const shortened = (inspection: Inspection): Inspection => ({
  ...inspection,
  checks: inspection.checks.map((check) => ({ ...check, items: check.items.slice(0, mostItems) })),
})
