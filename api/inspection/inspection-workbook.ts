import type { WriteOptions } from 'hucre'
import { ledgerSheet, type LedgerColumn } from '../http/ledger-workbook.ts'
import type { SpreadsheetCell } from '../http/spreadsheet-text.ts'
import type { Inspection, InspectionCheck } from './inspection.schema.ts'

const states = { good: '正常', watch: '关注', bad: '问题' } as const

interface Line {
  readonly number: string | null
  readonly title: string | null
  readonly squad: string | null
  readonly text: string
  readonly state: string
}

function column<Row>(header: string, width: number, cell: (row: Row) => SpreadsheetCell): LedgerColumn<Row> {
  return { header, width, cell }
}

const lineColumns = [
  column<Line>('编号', 24, ({ number }) => number),
  column<Line>('名称（指标）', 40, ({ title }) => title),
  column<Line>('中队', 8, ({ squad }) => squad),
  column<Line>('情况', 60, ({ text }) => text),
  column<Line>('结论', 8, ({ state }) => state),
]

const summaryColumns = [
  column<InspectionCheck>('序号', 6, ({ number }) => number),
  column<InspectionCheck>('检查项', 34, ({ title }) => title.zh),
  column<InspectionCheck>('结论', 8, ({ state }) => states[state]),
  column<InspectionCheck>('条数', 8, ({ count }) => count),
  column<InspectionCheck>('检查内容', 70, ({ checked }) => checked.zh),
]

const linesOf = ({ figures, items }: InspectionCheck): Line[] => [
  ...figures.map(({ label, value, isOver }) => ({
    number: null,
    title: label.zh,
    squad: null,
    text: value.zh,
    state: isOver ? states.watch : '',
  })),
  ...items.map(({ number, title, squad, text, isBad }) => ({
    number,
    title,
    squad,
    text: text.zh,
    state: isBad ? states.bad : states.watch,
  })),
]

/** Sheet names may have 31 characters and none of these. */
const sheetName = ({ number, title }: InspectionCheck) =>
  `${number} ${title.zh.replace(/[\\/*?:[\]]/g, '')}`.slice(0, 31)

/** One sheet that says how each check came out, then one for each check that has rows. */
export function inspectionWorkbook(inspection: Inspection, madeBy: string): WriteOptions {
  const { from, to, squad, at, hazards, checks } = inspection
  const madeAt = new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
  const line = `时段：${from ?? '不限'}至${to ?? '今'}；中队：${squad ?? '全部'}；隐患 ${hazards} 条；${madeAt} ${madeBy}导出；内部资料；注意保存`
  const sheets = [
    ledgerSheet({
      title: '道路交通安全隐患治理督察检查表',
      line,
      sheetName: '总表',
      columns: summaryColumns,
      printed: summaryColumns.length,
      rows: checks,
    }),
    ...checks
      .filter(({ figures, items }) => figures.length + items.length > 0)
      .map((check) =>
        ledgerSheet({
          title: `${check.number} ${check.title.zh}`,
          line: `${check.checked.zh}；${line}`,
          sheetName: sheetName(check),
          columns: lineColumns,
          printed: lineColumns.length,
          rows: linesOf(check),
        }),
      ),
  ]
  return { sheets, properties: { title: '道路交通安全隐患治理督察检查表' } }
}
