import { verifyChain } from '../audit/verify-chain.commands.ts'
import type { Database } from '../db/tables.ts'
import { bannerDay } from '../roads/validity.ts'
import * as figures from './check-figures.ts'
import { checkWords } from './check-words.ts'
import { findingOf } from './finding-words.ts'
import * as ground from './ground-checks.queries.ts'
import * as measured from './inspection-figures.queries.ts'
import { countScope, type FoundRow, type Scope } from './inspection-scope.queries.ts'
import {
  checkKeys,
  type CheckKey,
  type Inspection,
  type InspectionCheck,
  type InspectionFigure,
  type InspectionItem,
} from './inspection.schema.ts'
import * as papers from './paper-checks.queries.ts'
import * as tickets from './ticket-checks.queries.ts'

/** On the screen; the file holds all of them. */
const mostItems = 500

interface Outcome {
  readonly items?: readonly InspectionItem[]
  readonly figures?: readonly InspectionFigure[]
}

function itemOf(row: FoundRow): InspectionItem {
  const { isBad, words } = findingOf(row.code)
  const { hazardId, accidentId = null, facilityId = null, number, title, squad, code } = row
  return { hazardId, accidentId, facilityId, number, title, squad, code, isBad, text: words(row.detail) }
}

const found = async (rows: Promise<FoundRow[]>): Promise<Outcome> => ({ items: (await rows).map(itemOf) })

async function numbers(db: Database, scope: Scope, chain: Chain): Promise<Outcome> {
  const { findings } = await verifyChain(db, chain)
  const broken = findings.map(({ text }): InspectionItem => ({
    hazardId: null,
    accidentId: null,
    facilityId: null,
    number: null,
    title: null,
    squad: null,
    code: 'chainBroken',
    isBad: true,
    text,
  }))
  return { items: [...broken, ...(await tickets.listNumberGaps(db, scope)).map(itemOf)] }
}

interface Chain {
  readonly at: Date
  readonly anchorFile?: string | undefined
}

const checks: Readonly<Record<CheckKey, (db: Database, scope: Scope, chain: Chain) => Promise<Outcome>>> = {
  place: (db, scope) => found(tickets.listPlaceFindings(db, scope)),
  numbers,
  order: (db, scope) => found(tickets.listOrderFindings(db, scope)),
  papers: (db, scope) => found(papers.listPaperFindings(db, scope)),
  overdue: (db, scope) => found(papers.listOverdueFindings(db, scope)),
  listing: (db, scope) => found(papers.listListingFindings(db, scope)),
  facilities: async (db, scope) => ({
    ...(await found(ground.listFacilityFindings(db, scope))),
    figures: figures.facilityFigures(await ground.countFacilityState(db, scope)),
  }),
  timeliness: async (db, scope) => ({
    figures: figures.timeFigures(await measured.listSquadTimes(db, scope)),
  }),
  accidents: (db, scope) => found(ground.listAccidentsAtOpenHazards(db, scope)),
  trail: async (db, _scope, { at }) => ({
    figures: figures.readerFigures(await measured.listReaders(db, at)),
  }),
  calibres: async (db, scope) => ({
    figures: figures.calibreFigures(await measured.countCalibres(db, scope)),
  }),
  rates: async (db, scope) => ({ figures: figures.rateFigures(await measured.countRates(db, scope)) }),
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
  const scope: Scope = { ...order, today: bannerDay(chain.at) }
  const cards: InspectionCheck[] = []
  for (const [index, key] of checkKeys.entries())
    cards.push(cardOf(key, index, await checks[key](db, scope, chain)))
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
