import { endedStatuses, type HazardStatus } from '../../hazards/hazard-status.ts'
import { maskPersonal } from '../../accidents/mask-personal.ts'
import type { Finding, ImportKind } from '../import-types.ts'
import { ledgerMessages } from '../ledger-messages.ts'
import {
  compareWithStanding,
  placeColumns,
  type StandingMatch,
  type StandingRecord,
} from './standing-match.ts'
import type { Columns } from './record-columns.ts'

/** What a ledger brings for a record whose number it names. */
export interface LedgerNews {
  readonly match: StandingMatch
  /** What belongs to the acts of the life cycle and stays as it stands. */
  readonly findings: readonly Finding[]
}

/** Seven decimals are printed and stored: one unit of the last is rounding. */
const coordinateDust = 2e-7
/** Farther than this along a road it is another place, not a better stake. */
const otherPlace = 5000

const isNear = (a: unknown, b: unknown) =>
  typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= coordinateDust

function pointOf({ lon, lat, geometry }: Columns): readonly unknown[] {
  if (lon !== undefined) return [lon, lat]
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: readonly unknown[] }
  return type === 'Point' ? coordinates! : []
}

/** Private roads are often known by name alone: the code that the name leads to is no other road. */
function isSameRoad(said: Columns, standing: Columns): boolean {
  if (said.road_code === standing.road_code)
    return said.road_code !== null || said.road_name === standing.road_name
  return (standing.road_code ?? null) === null && said.road_name === standing.road_name
}

const stakeNames = ['stake', 'from_stake', 'to_stake'] as const

function isSamePlace(said: Columns, standing: Columns): boolean {
  if (!isSameRoad(said, standing)) return false
  if (stakeNames.some((name) => name in said && (said[name] ?? null) !== (standing[name] ?? null)))
    return false
  // Only a point that the file itself gives is a witness; one that follows from the stake says the same again.
  if ((said.crs_source ?? 'unknown') === 'unknown') return true
  const [given, stands] = [pointOf(said), pointOf(standing)]
  return isNear(given[0], stands[0]) && isNear(given[1], stands[1])
}

function isSameWord(column: string, given: unknown, stands: unknown): boolean {
  if (typeof given !== 'string' || typeof stands !== 'string') return false
  // A ledger prints the minute; seconds would be news from nobody.
  if (column === 'found_at') return given.slice(0, 16) === stands.slice(0, 16)
  return given === maskPersonal(stands).trim()
}

/** Without what the export itself loses or derives: whatever remains, somebody changed. */
function withoutEchoes(said: Columns, standing: Columns): Columns {
  const isPlaceKept = isSamePlace(said, standing)
  const isEcho = ([column, given]: [string, unknown]) =>
    (isPlaceKept && column !== 'side' && (placeColumns as readonly string[]).includes(column)) ||
    (column === 'side' && given === null) ||
    isSameWord(column, given, standing[column])
  return Object.fromEntries(Object.entries(said).filter((entry) => !isEcho(entry)))
}

/** Numbers of two systems can be alike; then neither the thing nor the place agrees. */
export function isOtherRecord(said: Columns, { columns }: StandingRecord): boolean {
  const name = 'title' in columns ? 'title' : 'kind'
  if (said[name] === columns[name]) return false
  if (!isSameRoad(said, columns)) return true
  const at = 'stake' in columns ? 'stake' : 'from_stake'
  const [given, stands] = [said[at], columns[at]]
  return typeof given === 'number' && typeof stands === 'number' && Math.abs(given - stands) > otherPlace
}

/** Once the ticket is taken on, what its review said is put right by a reviewer, not by whoever keeps the ledger. */
const reviewed = [
  'due_date',
  'level',
  'responsible_unit_code',
  'analysis',
  'advice',
  'emergency_advice',
] as const
const owned = ['status', 'supervision_level', 'temporary_control_text', ...reviewed] as const
type Owned = (typeof owned)[number]
const isReviewed = (column: string) => (reviewed as readonly string[]).includes(column)
const saysStatus = ['status_from_words', 'status_never_closed']

/** Their names are read back as something else: 反弹重开 as 整改中, for one. */
const withoutLedgerWord = [15, 16, 17, 35, 75]

function isOwnedNews(column: Owned, said: Columns, standing: Columns, findings: readonly Finding[]): boolean {
  const given = said[column]
  if (given === undefined || given === standing[column]) return false
  if (column !== 'status') return !isReviewed(column) || !isOpenToLedger(standing)
  // A ledger without a word on the status says nothing of it, and what is closed here reads as done.
  if (given === 50 && Number(standing.status) >= 50) return false
  if (withoutLedgerWord.includes(Number(standing.status))) return false
  return findings.some(({ code }) => saysStatus.includes(code))
}

/** Before it is taken on, a ticket's time limit is a proposal like the rest. */
const isOpenToLedger = ({ status }: Columns) => [10, 15].includes(Number(status))

const told = (column: string, message: Finding['message']): Finding => {
  return { field: column, code: 'owned_by_life_cycle', severity: 'note', message }
}

/** A hazard's row: what stands is changed only where no act of the life cycle is needed for it. */
export function hazardNews(
  said: Columns,
  standing: StandingRecord,
  findings: readonly Finding[],
): LedgerNews {
  const { columns, isListed = false } = standing
  const words = withoutEchoes(said, columns)
  const ownedNews = owned.filter((column) => isOwnedNews(column, words, columns, findings))
  const isOwned = (column: string) =>
    (owned as readonly string[]).includes(column) && (!isReviewed(column) || !isOpenToLedger(columns))
  const free = Object.fromEntries(Object.entries(words).filter(([column]) => !isOwned(column)))
  const match = compareWithStanding(free, standing)
  const acts = ownedNews.map((column) => told(column, ledgerMessages.act(column)))
  const status = Number(columns.status) as HazardStatus
  if (!isListed && !endedStatuses.includes(status)) return { match, findings: acts }
  const isNews = match.differences.length > 0 || acts.length > 0
  const frozen = isNews ? [told('', ledgerMessages.frozen(isListed ? 'listed' : status))] : []
  return { match: { ...match, differences: [] }, findings: frozen }
}

/** A facility's ledger is kept in Excel: state, rounds and quantity come from it. */
export function facilityNews(said: Columns, standing: StandingRecord): LedgerNews {
  return { match: compareWithStanding(withoutEchoes(said, standing.columns), standing), findings: [] }
}

/** What a row of any kind brings for the record that stands. */
export function newsFor(
  kind: ImportKind,
  said: Columns,
  standing: StandingRecord,
  findings: readonly Finding[],
): LedgerNews {
  if (kind === 'hazards') return hazardNews(said, standing, findings)
  if (kind === 'facilities') return facilityNews(said, standing)
  return { match: compareWithStanding(said, standing), findings: [] }
}
