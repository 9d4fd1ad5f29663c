import type { Edition } from '../../documents/provenance.ts'
import { controlWording } from '../../facilities/facility-wording.ts'
import {
  hazardLevels,
  hazardTypes,
  supervisionLevels,
  type HazardType,
  type SupervisionLevel,
} from '../../hazards/hazard-codes.ts'
import { dueClock } from '../../hazards/overdue.ts'
import type { HazardRow } from '../../hazards/hazard-row.ts'
import { hazardStatuses } from '../../hazards/hazard-status.ts'
import { placeInWords } from '../../roads/stakes/place-wording.ts'
import { sheetTimeline, type SheetEvent, type ToldStep } from './sheet-timeline.ts'
import type { SheetSurroundings, StandingPhoto } from './sheet-surroundings.queries.ts'
import { chosenPhotos, type ChosenPhoto } from './sheet-photos.ts'

export interface SheetPeriod {
  readonly from: string
  readonly to: string
}

export interface SheetFacts {
  readonly hazard: HazardRow
  readonly squadName: string | null
  readonly steps: readonly ToldStep[]
  readonly surroundings: SheetSurroundings
  readonly period: SheetPeriod
  readonly edition: Edition
}

/** Everything that is printed, in words: its hash is the check code of the page. */
export interface SheetContent {
  readonly number: string
  readonly title: string
  readonly fields: readonly (readonly (readonly [label: string, value: string])[])[]
  readonly events: readonly SheetEvent[]
  readonly photos: readonly ChosenPhoto[]
  /** Why something that one would look for is not there. */
  readonly remarks: readonly string[]
  readonly isDrawn: boolean
}

const directions = { increasing: '桩号增方向', decreasing: '桩号减方向', both: '双向' } as const
const sides = { left: '左侧', right: '右侧', centre: '中央', across: '横跨' } as const

function placeText(hazard: HazardRow): string {
  const place = placeInWords(hazard)
  if (hazard.fromStake === null) return place
  const side = hazard.side ? sides[hazard.side] : ''
  return `${place}（${directions[hazard.direction]}${side && `，${side}`}）`
}

function dueText({ status, dueDate }: HazardRow, today: string): string {
  if (dueDate === null) return '未定'
  const { overdueDays } = dueClock(status, dueDate, today)
  return overdueDays > 0 ? `${dueDate}（逾期${overdueDays}天）` : dueDate
}

/** Deaths at a single place point at people: what goes outside counts accidents only. */
function accidentText({ hazard, surroundings, period, edition }: SheetFacts): string {
  const isPlaced = (hazard.road !== null && hazard.fromStake !== null) || hazard.geometry !== null
  if (!isPlaced) return '没有桩号和坐标，不作统计'
  const own = surroundings.accidents.filter(({ isOwn }) => isOwn)
  const sum = (key: 'killed' | 'injured') => own.reduce((total, accident) => total + accident[key], 0)
  const harm = edition === 'internal' ? `，死亡 ${sum('killed')} 人，受伤 ${sum('injured')} 人` : ''
  return `一般程序 ${own.length} 起${harm}（${period.from} 至 ${period.to}）`
}

/** Where speed is measured is nobody's business outside. */
export const shownFacilities = ({ surroundings, edition }: SheetFacts) =>
  surroundings.facilities.filter(({ kind }) => edition === 'internal' || kind !== 'speed_camera')

function controlText(facts: SheetFacts): string {
  const { hazard, edition } = facts
  const linked = shownFacilities(facts).filter(({ isLinked }) => isLinked)
  if (edition === 'external' && linked.length === 0) return '未采取'
  return linked.length > 0 ? controlWording(linked) : (hazard.temporaryControlText ?? '未采取')
}

function statusText({ status, supervisionLevel }: HazardRow): string {
  const supervised = supervisionLevels[supervisionLevel as SupervisionLevel].zh
  const isListed = supervisionLevel > 0
  return `${hazardStatuses[status].zh}${isListed ? `（${supervised.replace(/督办$/, '')}督办）` : ''}`
}

const typeText = (code: string) => `${code}${hazardTypes[code as HazardType]?.zh ?? ''}`

function fieldsOf(facts: SheetFacts): SheetContent['fields'] {
  const { hazard, edition, period } = facts
  const person = edition === 'internal' && hazard.responsiblePerson ? `（${hazard.responsiblePerson}）` : ''
  return [
    [
      ['隐患编号', hazard.displayNumber],
      ['状态', statusText(hazard)],
    ],
    [['隐患名称', hazard.title]],
    [
      ['道路桩号', placeText(hazard)],
      ['隐患类型', hazard.types.map(typeText).join('、')],
    ],
    [
      ['苏木镇', [hazard.township, hazard.gacha].filter(Boolean).join(' ') || '—'],
      ['管辖中队', facts.squadName ?? '—'],
      ['隐患等级', hazard.level === null ? '未定' : hazardLevels[hazard.level].zh],
    ],
    [
      ['治理责任单位', hazard.responsibleUnitName ? `${hazard.responsibleUnitName}${person}` : '未定'],
      ['整改时限', dueText(hazard, period.to)],
    ],
    [['隐患描述', hazard.description]],
    [['近三年事故', accidentText(facts)]],
    [['临时管控', controlText(facts)]],
  ]
}

function photoRemark(standing: readonly StandingPhoto[], chosen: readonly ChosenPhoto[], edition: Edition) {
  if (chosen.some(({ when }) => when === 'after')) return []
  if (standing.length === 0) return ['照片：尚无。']
  if (edition === 'external' && chosen.length === 0)
    return ['照片：没有一张标记“已遮挡”，对外版不附。请在照片页勾选“已遮挡”后重印。']
  return ['整改后照片：尚无。']
}

export function sheetContent(facts: SheetFacts): SheetContent {
  const { hazard, surroundings, edition } = facts
  const photos = chosenPhotos(surroundings.photos, edition)
  const isDrawn = hazard.geometry !== null
  return {
    number: hazard.displayNumber,
    title: hazard.title,
    fields: fieldsOf(facts),
    events: sheetTimeline(hazard.foundAt, facts.steps, edition),
    photos,
    isDrawn,
    remarks: [
      ...photoRemark(surroundings.photos, photos, edition),
      ...(isDrawn ? [] : ['位置图：这条隐患只登记了道路名称，没有桩号和坐标，无法绘图。']),
      ...(isDrawn && hazard.fromStake === null ? ['桩号图：没有桩号，无法绘制。'] : []),
    ],
  }
}
