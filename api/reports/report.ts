/** A report before it has a format: what is printed, cell by cell. The screen, the workbook and the paper are drawn from it. */
export interface Report {
  readonly kind: ReportKind
  readonly title: string
  /** Under the title, spread over the line: who fills it in, when, in what units. */
  readonly line: readonly string[]
  /** Running text; a heading begins with its number. */
  readonly paragraphs: readonly ReportParagraph[]
  readonly tables: readonly ReportTable[]
  /** Small print under the tables: what was counted and how. */
  readonly notes: readonly string[]
}

export const reportKinds = ['monthly-hazards', 'four-indices', 'annual-summary', 'facility-totals'] as const
export type ReportKind = (typeof reportKinds)[number]

export type ReportParagraph =
  { readonly heading: string } | { readonly text: string; readonly isMissing?: boolean }

export interface ReportTable {
  readonly sheetName: string
  /** Left out where the title of the report says it. */
  readonly heading?: string
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly ReportCell[])[]
  readonly totals?: readonly ReportCell[]
}

export interface ReportColumn {
  readonly header: string
  /** Stands above several columns. */
  readonly group?: string
  /** Characters wide on paper. */
  readonly width: number
  readonly isText?: boolean
}

/** A number that is printed with its decimals stays a number in a workbook. */
export type ReportCell = string | number | { readonly text: string; readonly decimals: number }

export const cellText = (cell: ReportCell): string => (typeof cell === 'object' ? cell.text : String(cell))

/** "本期 起数" where a heading has one row only. */
export const fullHeader = ({ group, header }: ReportColumn): string => (group ? `${group}${header}` : header)
