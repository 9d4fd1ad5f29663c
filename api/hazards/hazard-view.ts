import { mayTouchSquad } from '../auth/own-squad.ts'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { Edition } from '../http/provenance-entries.ts'
import { formatRange } from '../roads/stakes/stake-format.ts'
import { bannerDay } from '../areas/calendar-days.ts'
import { hazardClocks } from './clocks/hazard-clocks.ts'
import { threeTimely } from './clocks/three-timely.ts'
import { urgingDue } from './clocks/urging.ts'
import { calendarOf, type Calendar } from './clocks/working-days.ts'
import { dueClock } from './overdue.ts'
import type { HazardRow } from './hazard-row.ts'
import type { Hazard } from './hazard.schema.ts'
import { flagsOf } from './life/flags.ts'
import { circumstancesOf } from './life/hazard-facts.ts'
import { furtherActs } from './records/further-acts.ts'
import { allowedActions, type Person } from './transition-rules.ts'

export interface Onlooker {
  readonly person: Person
  /** Day in the banner, YYYY-MM-DD. */
  readonly today: string
  /** Days off and worked weekends; left out, those that were announced. */
  readonly calendar?: Calendar
}

const announced = calendarOf([])
const dayOf = (at: string | undefined) => (at === undefined ? null : bannerDay(new Date(at)))

/** What depends on the day: the clocks that run, who is to be urged, and how timely it was up to here. */
function timed(row: HazardRow, { today, calendar = announced }: Onlooker) {
  const { actedAt } = row.facts
  const told = [actedAt['notify'], actedAt['reportToGovernment']].filter((at) => at !== undefined).sort()
  const isRemedied = [50, 60, 70].includes(row.status)
  return {
    ...dueClock(row.status, row.dueDate, today),
    clocks: row.withdrawnAt
      ? []
      : hazardClocks({ ...row, registeredOn: bannerDay(row.createdAt) }, today, calendar),
    urgingDue: [30, 40].includes(row.status) ? urgingDue(row.dueDate, dayOf(actedAt['urge']), today) : null,
    threeTimely: threeTimely({
      foundAt: row.foundAt.toISOString(),
      registeredAt: row.createdAt.toISOString(),
      reportedAt: told[0] ?? null,
      remediedAt: isRemedied ? (actedAt['requestAcceptance'] ?? null) : null,
    }),
  }
}

export function hazardView(row: HazardRow, onlooker: Onlooker): Hazard {
  const { requestHash: _requestHash, past, facts, withdrawnAt, ...kept } = row
  const { fromStake, toStake } = row
  return {
    ...kept,
    stakeText: fromStake === null ? null : formatRange(fromStake, toStake ?? fromStake),
    foundAt: row.foundAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    ...timed(row, onlooker),
    flags: flagsOf(row),
    photoCounts: facts.photos as Record<string, number>,
    extensions: facts.extensionsGranted,
    isExtensionPending: facts.isExtensionPending,
    allowedActions:
      withdrawnAt || !mayTouchSquad(onlooker.person, row.squad)
        ? []
        : allowedActions(row.status, onlooker.person, past, circumstancesOf(row)),
    furtherActs: furtherActs(
      {
        ...row,
        isListed: facts.listing === 'listed',
        hasPapers: facts.hasNotice || facts.listing === 'listed',
        isWithdrawn: withdrawnAt !== null,
      },
      onlooker.person,
    ),
  }
}

interface Counted {
  readonly total: number
  readonly located: number
}

/** What a file for outside does not say, as in the columns of the ledger. */
const inside = ['responsiblePerson', 'foundBy', 'source', 'rawCoordinate', 'remark'] as const

function outside(hazard: Omit<Hazard, 'geometry'>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(hazard).filter(([key]) => !inside.some((name) => name === key)))
}

/** Hazards without a geometry stay in the collection: an unlocated hazard is still a hazard. */
export function hazardFeatures(
  hazards: readonly Hazard[],
  { total, located }: Counted,
  edition: Edition = 'internal',
): FeatureCollection<Geometry | null> & Counted {
  const features = hazards.map(({ geometry, ...properties }): Feature<Geometry | null> => ({
    type: 'Feature',
    id: properties.id,
    geometry: geometry as Geometry | null,
    properties: edition === 'internal' ? properties : outside(properties),
  }))
  return { type: 'FeatureCollection', total, located, features }
}
