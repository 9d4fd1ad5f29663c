import type { Database } from '../db/tables.ts'
import { ledgerMessages } from './ledger-messages.ts'
import { importMessages } from './import-messages.ts'
import {
  listJudged,
  listOutside,
  listProbable,
  listStanding,
  type JudgedRow,
  type Stretch,
} from './import-match.queries.ts'
import { writeVerdicts, type RowVerdict } from './import-row.queries.ts'
import type { Finding, ImportKind } from './import-types.ts'
import { columnName } from './matching/column-names.ts'
import { isOtherRecord, newsFor } from './matching/ledger-news.ts'
import { outcomeOf } from './matching/row-outcome.ts'
import type { OtherRecord } from './matching/other-record.ts'
import type { StandingMatch, StandingRecord } from './matching/standing-match.ts'
import type { WithinFile } from './matching/within-file.ts'

const bannerMargin = 5000
/** Rows compared by one round of statements: small enough for the single connection of the embedded home. */
const rowsAtOnce = 1000

interface Comparison {
  readonly standing: ReadonlyMap<number, StandingRecord>
  readonly near: ReadonlyMap<number, readonly OtherRecord[]>
  readonly outside: ReadonlySet<number>
  /** Absent where a single row is looked at again: what was said of its twins stays. */
  readonly withinFile: ReadonlyMap<number, readonly WithinFile[]> | undefined
}

/** Said here, so said anew each time. */
const saidByMatching = [
  'number_withdrawn',
  'conflict',
  'probable_duplicate',
  'outside_banner',
  'owned_by_life_cycle',
  'number_other_record',
]
const saidOfTwins = ['repeated', 'number_differs_in_file']

const check = (code: string, field: string, message: Finding['message']): Finding => {
  return { field, code, severity: 'check', message }
}

function withinFileFindings(relations: readonly WithinFile[]): Finding[] {
  return relations.map((relation) =>
    relation.kind === 'same'
      ? { field: '', code: 'repeated', severity: 'note', message: importMessages.repeated(relation.as.row) }
      : check(
          'number_differs_in_file',
          '',
          importMessages.differsInFile(relation.from.row, relation.isNewer),
        ),
  )
}

function matchFindings(match: StandingMatch | null, row: JudgedRow): Finding[] {
  if (!match) return []
  if (match.isWithdrawn)
    return [
      {
        field: '',
        code: 'number_withdrawn',
        severity: 'refuse',
        message: importMessages.numberWithdrawn(row.key ?? ''),
      },
    ]
  const corrected = match.differences.filter(({ isCorrected }) => isCorrected)
  if (corrected.length === 0) return []
  const names = [...new Set(corrected.map(({ column }) => columnName(column)))].join('、')
  return [check('conflict', '', importMessages.conflict(names))]
}

/** The record of the number that is plainly another thing, to be looked at beside the row. */
function otherOfNumber({ key }: JudgedRow, { id, columns }: StandingRecord): OtherRecord {
  const text = (name: string) => (typeof columns[name] === 'string' ? columns[name] : '')
  const summary = text('title') || text('kind')
  return { in: 'database', id, number: key ?? '', occurredAt: null, place: text('place_text'), summary }
}

/** How the row relates to what stands under its number. */
function relate(kind: ImportKind, row: JudgedRow, found: StandingRecord | undefined) {
  if (!found) return { match: null, said: [], others: [] }
  if (kind !== 'accidents' && isOtherRecord(row.said, found)) {
    const other = otherOfNumber(row, found)
    const message = ledgerMessages.otherRecord(other.number, other.summary)
    return { match: null, said: [check('number_other_record', 'number', message)], others: [other] }
  }
  const { match, findings } = newsFor(kind, row.said, found, row.findings)
  return { match, said: findings, others: [] }
}

/** Doubts about how a cell was read are none where the record says the same, or where the cell is not taken. */
function isSettled({ code, severity }: Finding, match: StandingMatch | null): boolean {
  if (severity !== 'check' || !match) return false
  if (code.startsWith('status_')) return true
  return code.startsWith('type') && !match.differences.some(({ column }) => column === 'types')
}

function judge(kind: ImportKind, row: JudgedRow, comparison: Comparison): RowVerdict {
  const { position } = row
  const found = comparison.standing.get(position)
  const { match, said, others: ofNumber } = relate(kind, row, found)
  const isAgain = comparison.withinFile === undefined
  const relations = comparison.withinFile?.get(position) ?? []
  const near = match
    ? []
    : (comparison.near.get(position) ?? []).filter(({ id }) => !ofNumber.some((other) => other.id === id))
  const inFile = relations.flatMap((relation): OtherRecord[] =>
    relation.kind === 'same'
      ? []
      : [
          {
            in: 'file',
            row: relation.from.row,
            position: relation.from.position,
            number: row.key ?? '',
            occurredAt: null,
            place: '',
            summary: '',
          },
        ],
  )
  const kept = row.findings.filter(
    (finding) =>
      !saidByMatching.includes(finding.code) &&
      (isAgain || !saidOfTwins.includes(finding.code)) &&
      (kind === 'accidents' || !isSettled(finding, match)),
  )
  const findings = [
    ...kept,
    ...withinFileFindings(relations),
    ...said,
    ...matchFindings(match, row),
    ...near.map(({ number, hoursApart, metresApart = 0 }) =>
      check('probable_duplicate', '', importMessages.probable(kind, number, metresApart, hoursApart)),
    ),
    ...(comparison.outside.has(position)
      ? [check('outside_banner', 'lon', importMessages.outsideBanner())]
      : []),
  ]
  const twins = isAgain ? row.others.filter((other) => other.in === 'file') : inFile
  const others = [...twins, ...ofNumber, ...near]
  const isRepeated = findings.some(({ code }) => code === 'repeated')
  const outcome = outcomeOf({ findings, match, others, isRepeated })
  return { position, outcome, findings, match, others, ...(match ? { target_id: match.id } : {}) }
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

/** Compares rows of a batch with what stands, and writes what becomes of them. */
export async function judgeRows(
  db: Database,
  kind: ImportKind,
  stretch: Stretch,
  withinFile?: Comparison['withinFile'],
): Promise<void> {
  const standing = new Map<number, StandingRecord>()
  for (const { position, ...record } of await listStanding(db, kind, stretch))
    if (!standing.has(position)) standing.set(position, record)
  const near = groupBy(await listProbable(db, kind, stretch), ({ position }) => position)
  const outside = new Set(await listOutside(db, stretch, bannerMargin))
  const inFile = withinFile
    ? [...withinFile.keys()].filter((each) => each >= stretch.from && each <= stretch.to)
    : [stretch.from]
  const positions = [...new Set([...standing.keys(), ...near.keys(), ...outside, ...inFile])]
  const rows = await listJudged(db, stretch.batchId, positions)
  const comparison = { standing, near, outside, withinFile }
  await writeVerdicts(
    db,
    stretch.batchId,
    rows.map((row) => judge(kind, row, comparison)),
  )
}

export interface MatchOptions {
  readonly kind: ImportKind
  readonly batchId: string
  readonly rows: number
  readonly withinFile: ReadonlyMap<number, readonly WithinFile[]>
  readonly onProgress: (done: number) => void
  readonly signal: AbortSignal
}

export async function judgeBatch(db: Database, options: MatchOptions): Promise<void> {
  const { kind, batchId, rows, withinFile, onProgress, signal } = options
  for (let from = 0; from < rows; from += rowsAtOnce) {
    signal.throwIfAborted()
    const to = Math.min(rows, from + rowsAtOnce) - 1
    await judgeRows(db, kind, { batchId, from, to }, withinFile)
    onProgress(to + 1)
  }
}
