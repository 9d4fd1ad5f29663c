import { calibreNames, calibreNote, type Calibre } from '../accidents/calibre.ts'
import type { Office } from '../documents/office/office.ts'
import { aroundPoint, type CountedAccident } from '../hazards/accidents-at-hazards.ts'
import { sumOfCents } from './decimal-sum.ts'
import type { SupervisionContent, SupervisionRow } from './list-content.schema.ts'
import { countAccidents, rowOf, type ListedHazard } from './supervision-row.ts'

export interface ListFacts {
  readonly title: string
  readonly filledOn: string
  readonly cutoffOn: string
  readonly countedFrom: string
  readonly calibre: Calibre
  readonly filter: { readonly words: string; readonly query: Record<string, unknown> | null }
  readonly demo: boolean
  readonly madeAt: string
  readonly madeBy: string
}

export const defaultTitle = '鄂托克旗挂牌督办道路交通安全隐患清单'

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

function totalsOf(rows: readonly SupervisionRow[], distinct: Iterable<CountedAccident>) {
  const fundsWan = sumOfCents(rows.map((row) => row.fundsWan))
  return { hazards: rows.length, ...countAccidents(distinct), fundsWan }
}

const officeOf = ({ organ, unitHead, reviewer, compiler, phone, watermark }: Office) => ({
  organ,
  unitHead,
  reviewer,
  compiler,
  phone,
  watermark,
})

/** The whole list as it will be printed. An accident that lies at two of its hazards is counted once in the total. */
export function supervisionContent(
  listed: readonly ListedHazard[],
  facts: ListFacts,
  office: Office,
): SupervisionContent {
  const rows = listed.map((entry, index) => rowOf(entry, index + 1))
  const mentions = listed.flatMap(({ accidents }) => accidents ?? [])
  const times = new Map<string, number>()
  for (const { id } of mentions) times.set(id, (times.get(id) ?? 0) + 1)
  const distinct = new Map(mentions.map((accident) => [accident.id, accident]))
  const shared = [...times.values()].filter((count) => count > 1).length
  return {
    ...facts,
    calibreName: calibreNames[facts.calibre].zh,
    presets: [...new Set(listed.flatMap(({ preset }) => preset ?? []))].sort(),
    office: officeOf(office),
    fillingUnit: office.fillingUnit,
    rows,
    totals: totalsOf(rows, distinct.values()),
    notes: notesOf(listed, facts, shared),
  }
}
