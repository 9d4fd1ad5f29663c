import type {
  Counts,
  ImportBatch,
  ImportPhase,
  ImportRow,
  ImportStatus,
  Outcome,
} from '../api/import-types.ts'

export const outcomes = ['new', 'changed', 'duplicate', 'check', 'refused'] as const satisfies Outcome[]
export const steps = ['choose', 'check', 'commit', 'done'] as const
export type Step = (typeof steps)[number]

const working = ['reading', 'matching', 'committing', 'undoing'] as const
export type Working = (typeof working)[number]
/** The same words for the state of a batch and for the phase of the work on it. */
export const isUnderWay = (phase: ImportPhase): phase is Working =>
  (working as readonly string[]).includes(phase)

export const totalOf = (counts: Counts): number => outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)

/** Where on the way from the file to the database a batch is. */
export function stepOf(status: ImportStatus | undefined): Step {
  if (status === undefined) return 'choose'
  if (status === 'committing') return 'commit'
  return status === 'committed' || status === 'undone' ? 'done' : 'check'
}

export const rowsToWrite = ({ willWrite }: Pick<ImportBatch, 'willWrite'>): number =>
  willWrite.inserts + willWrite.updates

/** Rows have coordinates and nobody has said in which system; a column of the file may say it for each row. */
export const needsCrs = ({ crs, datum, rows }: Pick<ImportBatch, 'crs' | 'datum' | 'rows'>): boolean =>
  crs === null &&
  datum !== null &&
  rows.some(({ findings }) => findings.some(({ code }) => code === 'crs_undeclared'))

export type CommitBar = 'ready' | 'answerFirst' | 'nothing'

/** Whether the button that writes may be pressed, and if not, why. */
export function commitBarOf(batch: Pick<ImportBatch, 'willWrite' | 'crs' | 'datum' | 'rows'>): CommitBar {
  if (needsCrs(batch)) return 'answerFirst'
  return rowsToWrite(batch) > 0 ? 'ready' : 'nothing'
}

/** The days that these accidents fall on, as a period of the map; nothing where none says when. */
export function spanOf(rows: readonly Pick<ImportRow, 'values'>[]) {
  const days = rows.flatMap(({ values: { occurredAt } }) =>
    typeof occurredAt === 'string' ? [occurredAt.slice(0, 10)] : [],
  )
  const [from] = days.sort()
  const to = days.at(-1)
  return from !== undefined && to !== undefined ? ({ period: 'custom', from, to } as const) : {}
}
