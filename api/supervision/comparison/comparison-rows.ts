import type { ListComparison } from './list-comparison.schema.ts'

export const comparisonHeaders = ['序号', '类别', '隐患编号', '位置', '项目', '上次', '本次'] as const

const count = (what: string, items: readonly unknown[]) => `${what} ${items.length} 处`

/** 与上次清单比较: one sentence before the table. */
export function comparisonSentence({ against, added, gone, changed, overdue, unchanged }: ListComparison) {
  const past = count('逾期', overdue)
  if (!against) return `此前没有签发过清单，本次均为新增，共 ${added.length} 处；其中${past}。`
  const name = against.documentNumber ?? against.number
  const parts = [count('新增', added), count('退出', gone), count('变动', changed), `未变 ${unchanged} 处`]
  return `与 ${name}《${against.title}》比较：${parts.join('，')}；本次${past}。`
}

/** New, gone with why, changed column by column, overdue with the days. */
export function comparisonRows({ added, gone, changed, overdue }: ListComparison): string[][] {
  const rows = [
    ...added.map((row) => ['新增', row, '', '', `第 ${row.position} 项`] as const),
    ...gone.map((row) => ['退出', row, '', `第 ${row.position} 项`, row.fateText] as const),
    ...changed.flatMap((row) =>
      row.changes.map(({ column, before, after }) => ['变动', row, column, before, after] as const),
    ),
    ...overdue.map((row) => ['逾期', row, '完成时限', row.dueDate, `逾期 ${row.days} 天`] as const),
  ]
  return rows.map(([kind, { hazardNumber, place }, column, before, after], index) => [
    String(index + 1),
    kind,
    hazardNumber,
    place.replaceAll('\n', ' '),
    column,
    before || (kind === '变动' ? '（空）' : ''),
    after || (kind === '变动' ? '（空）' : ''),
  ])
}
