import { listSquads } from '../areas/area.queries.ts'
import { requireExportScope } from '../auth/own-squad.commands.ts'
import { findInstallationFact } from '../db/installation.ts'
import type { Database } from '../db/tables.ts'
import { findOffice } from '../documents/office/office.queries.ts'
import { listRound } from '../facilities/inspections/list-round.queries.ts'
import { addDays } from '../areas/calendar-days.ts'
import type { Acting } from '../http/acting.ts'
import { Unprocessable } from '../http/problem.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { letterMessages } from './letter-messages.ts'
import { blocksOf, hashOf, type MadeLetter } from './make-letter.commands.ts'
import { roundPaper } from './round-form.ts'

interface AskedRound {
  readonly until?: string | undefined
  readonly squad?: readonly string[] | undefined
  readonly road?: readonly string[] | undefined
}

/** Three days ahead: what one drives past anyway. */
const daysAhead = 3

async function squadNames(db: Database, codes: readonly string[] | undefined): Promise<string> {
  if (!codes) return '各中队'
  const squads = await listSquads(db)
  return codes.map((code) => squads.find((squad) => squad.code === code)?.name ?? code).join('、')
}

export async function roundFormOf(
  db: Database,
  asked: AskedRound,
  { actor, at }: Acting,
): Promise<MadeLetter> {
  const today = bannerDay(at)
  const until = asked.until ?? addDays(today, daysAhead)
  const squad = requireExportScope(actor, 'facilities', asked.squad)
  const { items } = await listRound(db, { until, squad, road: asked.road }, today)
  if (items.length === 0) throw new Unprocessable(letterMessages.emptyRound())
  const paper = roundPaper({
    office: await findOffice(db),
    stops: items,
    squadName: await squadNames(db, squad),
    until,
    isDemo: (await findInstallationFact(db, 'demoYear')) !== undefined,
  })
  const blocks = blocksOf(paper)
  return {
    paper,
    blocks,
    kind: 'round',
    objectId: 'list',
    squads: items.map((stop) => stop.squad),
    fileName: `临时设施巡检表-${today}`,
    number: null,
    proposedNumber: null,
    hash: hashOf(blocks),
  }
}
