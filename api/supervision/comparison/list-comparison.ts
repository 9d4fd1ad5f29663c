import type { SupervisionRow } from '../list-content.schema.ts'
import { daysLate } from '../supervision-row.ts'
import { columns } from '../supervision-table.ts'
import type { ListRow } from '../supervision-list.queries.ts'
import type { Fate, ListComparison } from './list-comparison.schema.ts'

/** What had become of a hazard by the day on which a list was made. */
export interface HazardFate {
  readonly hazardId: string
  readonly fate: Fate
  readonly on: string | null
  readonly document: string | null
}

type Listed = Pick<ListRow, 'id' | 'number' | 'title' | 'documentNumber' | 'filledOn' | 'content'>

/** The number of the row follows from its neighbours, and the number of the hazard never changes. */
const compared = columns.filter(({ header }) => header !== '序号' && header !== '隐患编号')

function changesOf(before: SupervisionRow, after: SupervisionRow) {
  return compared.flatMap(({ header, text }) => {
    const [was, is] = [text(before), text(after)]
    return was === is ? [] : [{ column: header, before: was, after: is }]
  })
}

/** Headings of the columns in which two versions of a row would be printed otherwise. */
export const changedColumns = (before: SupervisionRow, after: SupervisionRow): string[] =>
  changesOf(before, after).map(({ column }) => column)

const fateNames: Readonly<Record<Fate, string>> = {
  closed: '已销号',
  delisted: '已摘牌',
  withdrawn: '已作废',
  merged: '已合并',
  notTakenOn: '不予立项',
  leftOut: '本次未列入',
}

function fateText({ fate, on, document }: Omit<HazardFate, 'hazardId'>): string {
  const details = [on, document].filter((part) => part !== null).join('，')
  return details ? `${fateNames[fate]}（${details}）` : fateNames[fate]
}

const nameOf = ({ position, hazardId, hazardNumber, road, stakeText }: SupervisionRow) => ({
  position,
  hazardId,
  hazardNumber,
  place: stakeText.startsWith(road) ? stakeText : `${road} ${stakeText}`,
})

const overdueRows = ({ filledOn, content }: Listed) =>
  content.rows.flatMap((row) => {
    const days = daysLate(row, filledOn)
    return days > 0 && row.dueDate ? [{ ...nameOf(row), dueDate: row.dueDate, days }] : []
  })

function goneRows(list: Listed, against: Listed, fateOf: ReadonlyMap<string, HazardFate>) {
  const listed = new Set(list.content.rows.map(({ hazardId }) => hazardId))
  return against.content.rows
    .filter(({ hazardId }) => !listed.has(hazardId))
    .map((row) => {
      const { fate, on, document } = fateOf.get(row.hazardId) ?? leftOut
      return { ...nameOf(row), fate, on, document, fateText: fateText({ fate, on, document }) }
    })
}

const leftOut = { fate: 'leftOut', on: null, document: null } as const

const told = ({ id, number, title, documentNumber, filledOn }: Listed) => ({
  ...{ id, number, title, documentNumber, filledOn },
})

/** What a list says that the one before it did not, by what both have printed. */
export function compareLists(
  list: Listed,
  against: Listed | undefined,
  known: readonly HazardFate[],
): ListComparison {
  const before = new Map(against?.content.rows.map((row) => [row.hazardId, row]))
  const pairs = list.content.rows.map((row) => ({ row, was: before.get(row.hazardId) }))
  const kept = pairs.flatMap(({ row, was }) =>
    was ? [{ ...nameOf(row), changes: changesOf(was, row) }] : [],
  )
  const changed = kept.filter(({ changes }) => changes.length > 0)
  return {
    list: told(list),
    against: against ? told(against) : null,
    added: pairs.filter(({ was }) => !was).map(({ row }) => nameOf(row)),
    gone: against ? goneRows(list, against, new Map(known.map((fate) => [fate.hazardId, fate]))) : [],
    changed,
    overdue: overdueRows(list),
    unchanged: kept.length - changed.length,
  }
}
