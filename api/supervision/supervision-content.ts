import { calibreNote, type Calibre } from '../accidents/calibre.ts'
import { controlWording, type FacilityCount } from '../facilities/facility-wording.ts'
import {
  hazardLevels,
  hazardTypes,
  supervisionLevels,
  type HazardType,
  type SupervisionLevel,
} from '../hazards/hazard-codes.ts'
import type { HazardRow } from '../hazards/hazard-row.ts'
import { hazardStatuses } from '../hazards/hazard-status.ts'
import { roadInWords } from '../roads/stakes/place-wording.ts'
import { formatRange } from '../roads/stakes/stake-format.ts'
import { sumOfCents } from './decimal-sum.ts'
import type { AccidentCounts, SupervisionContent, SupervisionRow } from './supervision-list.schema.ts'

export interface CountedAccident {
  readonly id: string
  readonly killed: number
  readonly injured: number
}

export interface ListedHazard {
  readonly hazard: HazardRow
  /** Undefined where the hazard has no place to count around. */
  readonly accidents: readonly CountedAccident[] | undefined
  readonly standing: readonly FacilityCount[]
}

export interface ListFacts {
  readonly title: string
  readonly filledOn: string
  readonly cutoffOn: string
  readonly countedFrom: string
  readonly calibre: Calibre
  readonly demo: boolean
  readonly madeAt: string
  readonly madeBy: string
}

/** Metres around a point hazard within which an accident counts as its own; a stretch counts what lies in it. */
export const aroundPoint = 250

export const defaultTitle = '鄂托克旗挂牌督办道路交通安全隐患清单'
const fillingUnit = '鄂托克旗交管大队'

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

function countAccidents(accidents: Iterable<CountedAccident>): AccidentCounts {
  const counts = { accidents: 0, killed: 0, injured: 0 }
  for (const { killed, injured } of accidents) {
    counts.accidents++
    counts.killed += killed
    counts.injured += injured
  }
  return counts
}

function rowOf({ hazard, accidents, standing }: ListedHazard, position: number): SupervisionRow {
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
  }
}

function notesOf(
  listed: readonly ListedHazard[],
  { calibre, cutoffOn, countedFrom }: ListFacts,
  shared: number,
) {
  const unplaced = listed.filter(({ accidents }) => accidents === undefined).length
  return [
    `近三年事故统计自 ${countedFrom} 至 ${cutoffOn}：路段隐患计桩号范围以内的事故，点状隐患计前后 ${aroundPoint} 米以内的事故。`,
    `${calibreNote.zh}${calibre === 'all' ? '各程序事故一并列入。' : ''}`,
    ...(shared > 0 ? [`有 ${shared} 起事故同属清单中的多处隐患，各行分别列出，合计只计一次。`] : []),
    ...(unplaced > 0 ? [`有 ${unplaced} 处隐患只有道路名称，没有桩号和坐标，事故不作统计，以“—”表示。`] : []),
  ]
}

/** The whole list as it will be printed. An accident that lies at two of its hazards is counted once in the total. */
export function supervisionContent(listed: readonly ListedHazard[], facts: ListFacts): SupervisionContent {
  const rows = listed.map((entry, index) => rowOf(entry, index + 1))
  const mentions = listed.flatMap(({ accidents }) => accidents ?? [])
  const distinct = new Map(mentions.map((accident) => [accident.id, accident]))
  const shared = [...distinct.keys()].filter(
    (id) => mentions.filter((other) => other.id === id).length > 1,
  ).length
  return {
    ...facts,
    fillingUnit,
    rows,
    totals: {
      hazards: rows.length,
      ...countAccidents(distinct.values()),
      fundsWan: sumOfCents(rows.map(({ fundsWan }) => fundsWan)),
    },
    notes: notesOf(listed, facts, shared),
  }
}

/** Three years to the cut-off, both days inclusive. */
export function threeYearsTo(cutoffOn: string): string {
  const [year = 0, month = 1, day = 1] = cutoffOn.split('-').map(Number)
  return new Date(Date.UTC(year - 3, month - 1, day + 1)).toISOString().slice(0, 10)
}
