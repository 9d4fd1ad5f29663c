import type { ColumnMapping, Finding, Outcome, Severity } from '../import-types.ts'
import type { Look } from './report-styles.ts'

/** What became of one record, for all rows of the file that it came from. */
export interface RowResult {
  readonly rowNumbers: readonly number[]
  readonly outcome: Outcome
  readonly findings: readonly Finding[]
  /** Fields in which it differs from the record that stands. */
  readonly changedFields?: readonly string[]
  /** More to say: the record it repeats, what was decided. */
  readonly remarks?: readonly string[]
}

const order: readonly Severity[] = ['refuse', 'check', 'note']
const lookOf: Readonly<Record<Severity, Look>> = { refuse: 'refused', check: 'check', note: 'plain' }

function columnOf({ column, field }: Finding, fields: readonly (string | null)[]): number {
  return column ?? (field === '' ? -1 : fields.indexOf(field))
}

/** All reasons in words, the weighty ones first, each with the title of its column. */
export function reasonText({ findings, remarks = [] }: RowResult, { fields, titles }: ColumnMapping): string {
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  const said = sorted.map((finding) => {
    const title = titles[columnOf(finding, fields)]?.replace(/\s+/g, '')
    const words = finding.severity === 'note' ? `（提示）${finding.message.zh}` : finding.message.zh
    return title ? `${title}：${words}` : words
  })
  return [...remarks, ...new Set(said)].join('\n')
}

/** Columns of the sheet that are marked, and how: the weightiest finding of a cell counts. */
export function markedColumns(
  { findings, changedFields = [] }: RowResult,
  { fields }: ColumnMapping,
): ReadonlyMap<number, Look> {
  const marks = new Map<number, Look>()
  for (const field of changedFields) if (fields.includes(field)) marks.set(fields.indexOf(field), 'changed')
  for (const severity of ['check', 'refuse'] as const)
    for (const finding of findings)
      if (finding.severity === severity) marks.set(columnOf(finding, fields), lookOf[severity])
  return marks
}

/**
 * Results come in the order of their first rows, rows in theirs: each result is held until its last row has passed,
 * so that a hundred thousand rows need no more memory than a handful.
 */
export function newResultFinder(results: AsyncIterable<readonly RowResult[]>) {
  const waiting = new Map<number, RowResult>()
  const source = results[Symbol.asyncIterator]()
  let reached = 0
  let hasEnded = false
  const fetchMore = async () => {
    const { value, done } = await source.next()
    if (done) {
      hasEnded = true
      return
    }
    for (const result of value) {
      reached = Math.max(reached, result.rowNumbers[0] ?? 0)
      for (const row of result.rowNumbers) waiting.set(row, result)
    }
  }
  return {
    find: async (row: number): Promise<RowResult | undefined> => {
      while (!hasEnded && reached <= row) await fetchMore()
      const result = waiting.get(row)
      waiting.delete(row)
      return result
    },
    close: async () => {
      await source.return?.()
    },
  }
}
