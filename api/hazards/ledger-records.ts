import type { SpreadsheetCell } from '../http/spreadsheet-text.ts'
import type { Hazard } from './hazard.schema.ts'

/** What became of a hazard on paper: the last of each kind. Days are YYYY-MM-DD. */
export interface LedgerRecord {
  readonly registeredBy: string | null
  readonly notice: {
    readonly number: string | null
    readonly on: string | null
    readonly receiptOn: string | null
  } | null
  readonly listing: {
    readonly number: string | null
    readonly on: string | null
    readonly delistedBy: string | null
  } | null
  readonly acceptance: {
    readonly on: string
    readonly conclusion: 'passed' | 'failed' | 'partial'
    readonly attendees: readonly { readonly unit: string }[]
  } | null
  readonly appliedOn: string | null
  readonly closedOn: string | null
  readonly reopenedOn: string | null
  readonly revisitedOn: string | null
}

const conclusions = { passed: '合格', partial: '部分合格', failed: '不合格' } as const
const assuranceNames = [
  ['responsibility', '责'],
  ['measures', '措'],
  ['funds', '资'],
  ['deadline', '时'],
  ['contingency', '预'],
] as const

/** "责措资时预": those that are in place. */
const assured = ({ assurances }: Hazard) =>
  assuranceNames
    .filter(([key]) => assurances[key])
    .map(([, name]) => name)
    .join('')

type Acceptance = NonNullable<LedgerRecord['acceptance']> | undefined
const unitsOf = (acceptance: Acceptance) =>
  acceptance ? [...new Set(acceptance.attendees.map(({ unit }) => unit))].join('、') : null
const conclusionOf = (acceptance: Acceptance) => (acceptance ? conclusions[acceptance.conclusion] : null)

/** 待验收: the acceptance on record was of a request before this one. */
const acceptanceOf = (hazard: Hazard, record: LedgerRecord | undefined) =>
  hazard.status === 50 ? undefined : (record?.acceptance ?? undefined)

/** 隐患治理台账: header, width in characters and cell of what the records say. */
export const recordColumns: readonly (readonly [
  string,
  number,
  (hazard: Hazard, record: LedgerRecord | undefined) => SpreadsheetCell,
])[] = [
  ['登记人员', 10, (_, record) => record?.registeredBy ?? null],
  ['五到位（责/措/资/时/预）', 12, (hazard) => assured(hazard)],
  ['挂牌文号', 20, (_, record) => record?.listing?.number ?? null],
  ['挂牌日期', 11, (_, record) => record?.listing?.on ?? null],
  ['抄告文号', 20, (_, record) => record?.notice?.number ?? null],
  ['抄告日期', 11, (_, record) => record?.notice?.on ?? null],
  ['签收日期', 11, (_, record) => record?.notice?.receiptOn ?? null],
  ['原定完成日', 11, (hazard) => hazard.originalDueDate],
  ['延期次数', 8, (hazard) => hazard.extensions],
  ['申请验收日', 11, (_, record) => record?.appliedOn ?? null],
  ['验收日', 11, (hazard, record) => acceptanceOf(hazard, record)?.on ?? null],
  ['验收单位', 24, (hazard, record) => unitsOf(acceptanceOf(hazard, record))],
  ['验收结论', 9, (hazard, record) => conclusionOf(acceptanceOf(hazard, record))],
  // Reopened, it is not closed any more.
  ['销号日', 11, (hazard, record) => (hazard.status === 70 ? (record?.closedOn ?? null) : null)],
  ['摘牌文号', 20, (_, record) => record?.listing?.delistedBy ?? null],
  ['回头看日', 11, (_, record) => record?.revisitedOn ?? null],
  [
    '是否反弹',
    8,
    (hazard, record) => (record ? (hazard.status === 75 || record.reopenedOn ? '是' : '否') : null),
  ],
]
