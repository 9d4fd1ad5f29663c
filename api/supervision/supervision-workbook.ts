import type { Cell as SheetCell, CellStyle, MergeRange, RowDef, WriteOptions, WriteSheet } from 'hucre'
import { calibreNames } from '../accidents/calibre.ts'
import { headerHeight, layOut, type Layout } from './page-layout.ts'
import type { SupervisionList } from './supervision-list.schema.ts'
import { columns, totalsRow, type Cell } from './supervision-table.ts'
import { abbreviate } from '../http/text-layout.ts'

/** Named, never bundled: WPS and Word on office machines have them. */
const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', header: '黑体' } as const

const side = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: side, bottom: side, left: side, right: side }
const numberFormats = { text: '@', integer: '0', money: '0.00', date: 'yyyy-mm-dd' } as const

const line = (name: string, size: number, horizontal: 'left' | 'center'): CellStyle => ({
  font: { name, size },
  alignment: { horizontal, vertical: 'center', wrapText: true },
})

function bodyStyle(index: number, fontSize: number): CellStyle {
  const { align, format } = columns[index]!
  return { ...line(fonts.body, fontSize, align), border, numFmt: numberFormats[format] }
}

const chineseDate = (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')

function headLine(list: SupervisionList): string {
  const parts = [
    `填报单位：${list.fillingUnit}（盖章）`,
    `填报日期：${chineseDate(list.filledOn)}`,
    `统计截止：${chineseDate(list.cutoffOn)}`,
    `口径：${calibreNames[list.calibre].zh}`,
    '单位：处、万元',
    ...(list.documentNumber ? [`文号：${list.documentNumber}`] : []),
    ...(list.status === 'draft' ? ['（草稿，未签发）'] : []),
  ]
  return parts.join('　　')
}

const signatures = ['单位负责人（签字）：', '审核人：', '填报人：', '联系电话：']
const signatureLine = signatures.map((label) => `${label}＿＿＿＿＿＿＿＿`).join('　　')

interface Line {
  readonly cells: readonly Cell[]
  readonly height: number
  readonly style: (column: number) => CellStyle
  /** One text across the whole table; never in the body, which must be readable by machines. */
  readonly isMerged?: boolean
}

const merged = (text: string, height: number, style: CellStyle): Line => ({
  cells: [text],
  height,
  style: () => style,
  isMerged: true,
})

const longestCell = 1200
const bodyCells = (list: SupervisionList) =>
  list.rows.map((row) =>
    columns.map(({ cell }) => {
      const value = cell(row)
      return typeof value === 'string' ? abbreviate(value, longestCell) : value
    }),
  )

function linesOf(list: SupervisionList, body: readonly (readonly Cell[])[], layout: Layout): Line[] {
  const { fontSize, widths, rowHeights } = layout
  const totals = totalsRow(list)
  const headerStyle: CellStyle = { ...line(fonts.header, fontSize, 'center'), border }
  const style = (column: number) => bodyStyle(column, fontSize)
  return [
    merged(`${list.title}${list.demo ? '（演示数据）' : ''}`, 40, line(fonts.title, 22, 'center')),
    merged(headLine(list), 24, line(fonts.body, 12, 'left')),
    {
      cells: columns.map(({ header }) => header),
      height: headerHeight(widths, fontSize),
      style: () => headerStyle,
    },
    ...body.map((cells, index) => ({ cells, height: rowHeights[index]!, style })),
    {
      cells: totals,
      height: rowHeights[rowHeights.length - 1]!,
      style: (column) => ({ ...style(column), font: { name: fonts.header, size: fontSize } }),
    },
    merged(signatureLine, 34, line(fonts.body, 12, 'left')),
    ...list.notes.map((note, index) =>
      merged(`${index === 0 ? '注：' : '　　'}${index + 1}. ${note}`, 18, line(fonts.body, 10.5, 'left')),
    ),
  ]
}

const lastColumn = String.fromCharCode('A'.charCodeAt(0) + columns.length - 1)
const inches = (millimetres: number) => millimetres / 25.4

function printedSheet(list: SupervisionList): WriteSheet {
  const body = bodyCells(list)
  const layout = layOut([...body, totalsRow(list)])
  const lines = linesOf(list, body, layout)
  const cells = new Map<string, Partial<SheetCell>>()
  const rowDefs = new Map<number, RowDef>()
  const merges: MergeRange[] = []
  lines.forEach(({ height, style, isMerged }, row) => {
    rowDefs.set(row, { height })
    columns.forEach((_column, column) => cells.set(`${row},${column}`, { style: style(column) }))
    if (isMerged) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: columns.length - 1 })
  })
  return {
    name: '挂牌督办清单',
    columns: layout.widths.map((width) => ({ width })),
    rows: lines.map(({ cells: values }) => columns.map((_column, index) => values[index] ?? null)),
    cells,
    rowDefs,
    merges,
    freezePane: { rows: 3, columns: 2 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: {
        top: inches(25),
        bottom: inches(20),
        left: inches(20),
        right: inches(20),
        header: inches(10),
        footer: inches(10),
      },
      printArea: `$A$1:$${lastColumn}$${lines.length}`,
      printTitlesRow: '$1:$3',
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  }
}

/** What the list says of itself, for whoever has to prove a printed copy in two years. */
function metaSheet(list: SupervisionList): WriteSheet {
  const facts: [string, string][] = [
    ['listId', list.id],
    ['status', list.status],
    ['documentNumber', list.documentNumber ?? ''],
    ['filter', `hazards:${list.rows.map(({ hazardId }) => hazardId).join(',')}`],
    ['calibre', list.calibre],
    ['口径', calibreNames[list.calibre].zh],
    ['countedFrom', list.countedFrom],
    ['cutoffOn', list.cutoffOn],
    ['contentHash', list.contentHash],
    ['madeAt', list.madeAt],
    ['madeBy', list.madeBy],
    ['issuedAt', list.issuedAt ?? ''],
    ['demo', String(list.demo)],
  ]
  return {
    name: '_meta',
    hidden: true,
    columns: [{ width: 18 }, { width: 90 }].map((column) => ({ ...column, style: { numFmt: '@' } })),
    rows: facts,
  }
}

/** The list as the government receives it. Nothing in it depends on when it is downloaded. */
export function supervisionWorkbook(list: SupervisionList): WriteOptions {
  const made = new Date(list.madeAt)
  return {
    sheets: [printedSheet(list), metaSheet(list)],
    properties: { title: list.title, creator: list.fillingUnit, created: made, modified: made },
  }
}
