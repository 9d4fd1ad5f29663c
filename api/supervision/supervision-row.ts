import type { CountedAccident } from '../hazards/accidents-at-hazards.ts'
import { controlWording, type FacilityCount } from '../facilities/facility-wording.ts'
import {
  hazardLevels,
  hazardTypes,
  supervisionLevels,
  type HazardType,
  type SupervisionLevel,
} from '../hazards/hazard-codes.ts'
import type { HazardRow } from '../hazards/hazard-row.ts'
import { hazardStatuses, type HazardStatus } from '../hazards/hazard-status.ts'
import { dueClock } from '../hazards/overdue.ts'
import { photoStages, type PhotoStage } from '../hazards/photos/photo-stages.ts'
import { roadInWords } from '../roads/stakes/place-wording.ts'
import { formatRange } from '../roads/stakes/stake-format.ts'
import type { AccidentCounts, RowPhoto, SupervisionRow } from './list-content.schema.ts'

/** A photo that stands when the list is made. */
export interface StandingPhoto {
  readonly sha256: string
  readonly stage: PhotoStage
  readonly caption: string | null
  readonly takenAt: string | null
  readonly width: number
  readonly height: number
  readonly isMasked: boolean
}

export interface ListedHazard {
  readonly hazard: HazardRow
  /** Undefined where the hazard has no place to count around. */
  readonly accidents: readonly CountedAccident[] | undefined
  readonly standing: readonly FacilityCount[]
  readonly photos: readonly StandingPhoto[]
  readonly listingNumber: string | null
  /** The rule by which it was found as a hotspot, with the day: P1a（2026-11-20筛查）. */
  readonly preset: string | null
}

const directions = { increasing: '桩号增方向', decreasing: '桩号减方向', both: '双向' } as const

function stakeText({ fromStake, toStake, direction, placeText }: HazardRow): string {
  if (fromStake === null) return placeText
  return `${formatRange(fromStake, toStake ?? fromStake)} ${directions[direction]}`
}

const typeText = (code: string) => `${code}${hazardTypes[code as HazardType]?.zh ?? ''}`

function progressText({ status, progressText: said, flags }: HazardRow): string {
  const name = hazardStatuses[status].zh
  const pending = [
    ...(flags.includes('listingRequested') ? ['待挂牌批复'] : []),
    ...(flags.includes('extensionPending') ? ['延期待批'] : []),
  ]
  const details = [...pending, ...(said && said !== name ? [said] : [])]
  if (details.length === 0) return name
  // What was reported often begins with the status itself.
  return details[0]!.startsWith(name) ? details.join('；') : `${name}（${details.join('；')}）`
}

export function countAccidents(accidents: Iterable<CountedAccident>): AccidentCounts {
  const counts = { accidents: 0, killed: 0, injured: 0 }
  for (const { killed, injured } of accidents) {
    counts.accidents++
    counts.killed += killed
    counts.injured += injured
  }
  return counts
}

/** The receipt is a paper, not a picture of the place. */
const momentOf: Readonly<Partial<Record<PhotoStage, RowPhoto['moment']>>> = {
  found: 'before',
  control: 'during',
  remedying: 'during',
  remedied: 'after',
  acceptance: 'after',
  revisit: 'after',
}

const photosOf = (photos: readonly StandingPhoto[]): RowPhoto[] =>
  photos.flatMap(({ stage, caption, ...photo }) => {
    const moment = momentOf[stage]
    return moment ? [{ ...photo, moment, stage: photoStages[stage].zh, caption: caption ?? '' }] : []
  })

const assurancesOf = (given: HazardRow['assurances']): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([part, text]) => [part, text ?? '']))

const dayOf = (at: string | undefined) =>
  at ? new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10) : null

const factsOf = ({ hazard, listingNumber }: ListedHazard) => ({
  status: hazard.status,
  level: hazard.level,
  supervisionLevel: hazard.supervisionLevel,
  assurances: assurancesOf(hazard.assurances),
  listingNumber,
  urgedOn: dayOf(hazard.facts.actedAt['urge']),
})

/** Days past the date on the day of the list. Rows of old lists do not say how they stood, and run. */
export const daysLate = ({ dueDate, facts }: SupervisionRow, filledOn: string): number =>
  dueClock((facts?.status ?? 40) as HazardStatus, dueDate, filledOn).overdueDays

/** One hazard as the government reads it, every code already in words. */
export function rowOf(listed: ListedHazard, position: number): SupervisionRow {
  const { hazard, accidents, standing } = listed
  return {
    position,
    hazardId: hazard.id,
    hazardNumber: hazard.displayNumber,
    road: roadInWords(hazard),
    stakeText: stakeText(hazard),
    township: `${hazard.township ?? ''}${hazard.gacha ? `（${hazard.gacha}）` : ''}`,
    types: hazard.types.map(typeText).join('、'),
    situation: hazard.description,
    accidents: accidents ? countAccidents(accidents) : null,
    level: hazard.level === null ? '' : hazardLevels[hazard.level].zh,
    supervisionLevel: supervisionLevels[hazard.supervisionLevel as SupervisionLevel].zh,
    responsibleUnit: hazard.responsibleUnitName ?? '',
    responsiblePerson: hazard.responsiblePerson ?? '',
    regulatorUnit: hazard.regulatorUnitName ?? '',
    remedy: hazard.remedyPlan ?? hazard.advice ?? '',
    fundsWan: hazard.fundsWan,
    dueDate: hazard.dueDate,
    temporaryControl: standing.length > 0 ? controlWording(standing) : (hazard.temporaryControlText ?? ''),
    emergencyAdvice: hazard.emergencyAdvice ?? '',
    progress: progressText(hazard),
    remark: [...new Set([hazard.remark, hazard.demo ? '演示数据' : null])].filter((part) => part).join('；'),
    geometry: hazard.geometry as SupervisionRow['geometry'],
    facts: factsOf(listed),
    photos: photosOf(listed.photos),
  }
}
