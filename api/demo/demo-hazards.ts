import type { Geometry } from 'geojson'
import { bannerDay } from '../areas/calendar-days.ts'
import { hazardNumbers } from '../hazards/hazard-wording.ts'
import { isAccidentProne } from '../hazards/type-columns.ts'
import { stakeToPoint, stretchToLine } from '../roads/network/linear-referencing.ts'
import type { RoadNetwork } from '../roads/network/road-network.ts'
import { formatRange } from '../roads/stakes/stake-format.ts'
import { demoId } from './demo-id.ts'
import { squadPeople } from './demo-users.ts'
import { demoAssurances, extensionDates } from './hazard-act-fields.ts'
import { demoRecords } from './hazard-records.ts'
import { hazardHistory, type DemoTransition } from './hazard-history.ts'
import type { HazardSeed } from './hazard-seed.ts'
import { hazardsOfG109 } from './hazards-g109.ts'
import { hazardsOfG110AndS313 } from './hazards-g110-s313.ts'
import { hazardsOfS216AndOthers } from './hazards-s216-cayj.ts'
import { createRandom, type Random } from './seeded-random.ts'

export const hazardSeeds: readonly HazardSeed[] = [
  ...hazardsOfG109,
  ...hazardsOfG110AndS313,
  ...hazardsOfS216AndOthers,
]

const seed = 26
const hourMs = 3600_000
const dayMs = 24 * hourMs

export const daysFrom = (now: Date, days: number) => bannerDay(new Date(now.getTime() + days * dayMs))

export function geometryOfSeed(network: RoadNetwork, { road, from, to }: HazardSeed): Geometry | null {
  if (road === null || from === null) return null
  if (to === undefined) {
    const point = stakeToPoint(network, road, from)?.point
    return point ? { type: 'Point', coordinates: [...point] } : null
  }
  const lines = stretchToLine(network, road, from, to).map((line) => line.map((point) => [...point]))
  if (lines.length === 1) return { type: 'LineString', coordinates: lines[0]! }
  return { type: 'MultiLineString', coordinates: lines }
}

function placeText({ road, roadName, from, to, title }: HazardSeed): string {
  if (from === null) return title
  return `${road === 'CAYJ' ? roadName : `${road}线`}${formatRange(from, to ?? from)}处`
}

function temporaryControlOf({ controls }: HazardSeed): 'inPlace' | 'removed' {
  const isGone = controls.every(
    ({ states, pieces }) => (states ?? []).filter((state) => state === 'removed').length === pieces,
  )
  return isGone ? 'removed' : 'inPlace'
}

/** The first date stays whatever was granted after it. */
function originalDue(hazard: HazardSeed, now: Date): string {
  if (hazard.status === 75) return daysFrom(now, -150)
  return hazard.extension?.isGranted ? extensionDates(hazard, now).from : daysFrom(now, hazard.dueInDays)
}

/** What the review adds is not there before it. */
function reviewed(hazard: HazardSeed, now: Date) {
  if (hazard.status === 10)
    return { analysis: null, due_date: null, original_due_date: null, funds_wan: null }
  const due = daysFrom(now, hazard.dueInDays)
  return {
    analysis: hazard.analysis,
    // A reopened hazard waits for a new date.
    due_date: hazard.status === 75 ? null : due,
    original_due_date: originalDue(hazard, now),
    funds_wan: hazard.fundsWan ?? null,
  }
}

/** The odd hour of the find is the seed's: an officer passes when the patrol brings him there. */
function foundAt(hazard: HazardSeed, now: Date): Date {
  const day = new Date(`${daysFrom(now, -hazard.foundDaysAgo)}T00:00:00+08:00`)
  return new Date(day.getTime() + (8 + ((hazard.item * 5) % 9)) * hourMs)
}

interface Numbered {
  readonly hazard: HazardSeed
  readonly id: string
  readonly registeredAt: Date
  readonly year: number
  readonly sequence: number
}

/** Numbers run by year in the order of registration, as the register gives them. */
function numbered(now: Date, random: Random): Numbered[] {
  const last = new Map<number, number>()
  const registered = hazardSeeds.map((hazard) => ({
    hazard,
    registeredAt: new Date(foundAt(hazard, now).getTime() + (2 + (hazard.item % 5)) * hourMs),
  }))
  registered.sort(
    (a, b) => a.registeredAt.getTime() - b.registeredAt.getTime() || a.hazard.item - b.hazard.item,
  )
  return registered.map(({ hazard, registeredAt }) => {
    const year = Number(bannerDay(registeredAt).slice(0, 4))
    const sequence = (last.get(year) ?? 0) + 1
    last.set(year, sequence)
    return { hazard, registeredAt, year, sequence, id: demoId(registeredAt, random) }
  })
}

function hazardRow(
  { hazard, id, registeredAt, year, sequence }: Numbered,
  history: readonly DemoTransition[],
  network: RoadNetwork,
  now: Date,
) {
  const { auxiliary } = squadPeople(hazard.squad)
  const { number, displayNumber } = hazardNumbers(year, sequence)
  const latest = history[history.length - 1]!
  return {
    id,
    number,
    display_number: displayNumber,
    title: hazard.title,
    status: hazard.status,
    level: hazard.level,
    type_main: hazard.types[0],
    types: hazard.types,
    description: hazard.description,
    road_code: hazard.road,
    road_name: hazard.roadName,
    from_stake: hazard.from,
    to_stake: hazard.to ?? hazard.from,
    direction: 'both',
    place_text: placeText(hazard),
    geom: geometryOfSeed(network, hazard),
    locating: hazard.from === null ? 'unlocated' : 'stake',
    township: hazard.township,
    squad_code: hazard.squad,
    source: hazard.source ?? '01',
    found_at: foundAt(hazard, now).toISOString(),
    found_by: auxiliary.displayName,
    ...reviewed(hazard, now),
    advice: hazard.advice,
    emergency_advice: hazard.emergencyAdvice ?? null,
    responsible_unit_code: hazard.unit,
    responsible_person: history.some(({ action }) => action === 'sign') ? '王某某' : null,
    regulator_unit_code: hazard.regulator ?? null,
    remedy_plan: hazard.plan ?? null,
    // A level is asked for until the listing is granted.
    supervision_level: hazard.listing?.isGranted ? hazard.listing.level : 0,
    assurances: hazard.listing ? demoAssurances : {},
    temporary_control: temporaryControlOf(hazard),
    temporary_control_text: hazard.controlText,
    progress_text: hazard.progress ?? null,
    flags: [
      ...(hazard.flags ?? []),
      ...(hazard.wasDrafted ? ['reviewDrafted'] : []),
      ...(hazard.wasReturned ? ['acceptanceReturned'] : []),
    ],
    is_black_spot: isAccidentProne(hazard.types),
    remark: '演示数据',
    // No client made these: the hash of no body matches, so none is taken for a repetition.
    request_hash: `demo-${hazard.item}`,
    version: history.length,
    created_at: registeredAt.toISOString(),
    created_by: auxiliary.id,
    updated_at: latest.at,
    updated_by: latest.actor_id,
  }
}

/** The 26 hazards with their histories and listings, their clocks laid back from the day of loading. */
export function demoHazards(now: Date, network: RoadNetwork) {
  const random = createRandom(seed)
  const registered = numbered(now, random)
  const entries = registered.map((one) => {
    const documentNumber = `鄂公交隐函〔${one.year}〕${one.sequence}号`
    const history = hazardHistory(
      { hazardId: one.id, seed: one.hazard, registeredAt: one.registeredAt, now, documentNumber },
      random,
    )
    return {
      ...one,
      history,
      row: hazardRow(one, history, network, now),
      ...demoRecords({ hazardId: one.id, seed: one.hazard, history, now }, random),
    }
  })
  return {
    tickets: entries.map(({ hazard, id, history, row }) => ({ hazard, id, history, row })),
    hazards: entries.map(({ row }) => row),
    transitions: entries.flatMap(({ history }) => history),
    listings: entries.flatMap(({ listings }) => listings),
    extensions: entries.flatMap(({ extensions }) => extensions),
    acceptances: entries.flatMap(({ acceptances }) => acceptances),
    documents: entries.flatMap(({ documents }) => documents),
    revisits: entries.flatMap(({ revisits }) => revisits),
    idOfItem: new Map(entries.map(({ hazard, id }) => [hazard.item, id])),
    lastNumbers: new Map(registered.map(({ year, sequence }) => [year, sequence])),
  }
}
