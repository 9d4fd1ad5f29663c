import type { Cell as SheetCell, CellStyle, WriteOptions, WriteSheet } from 'hucre'
import { accidentColumns, type Cell } from './accident-view.ts'
import type { AccidentFilter, AccidentSummary } from './accident.schema.ts'
import { calibreNames, calibreNote } from './calibre.ts'

/** Named, never bundled: WPS and Word on office machines have them. */
const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', header: '黑体' } as const
const side = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: side, bottom: side, left: side, right: side }
const inches = (millimetres: number) => millimetres / 25.4

const style = (name: string, size: number, horizontal: 'left' | 'center'): CellStyle => ({
  font: { name, size },
  alignment: { horizontal, vertical: 'center', wrapText: true },
})
const titleStyle = style(fonts.title, 20, 'center')
const lineStyle = style(fonts.body, 11, 'left')
const headerStyle: CellStyle = { ...style(fonts.header, 10.5, 'center'), border }
/** Numbers of accidents are text: as numbers a spreadsheet drops their last digits. */
const textStyle: CellStyle = { ...style(fonts.body, 10.5, 'left'), border, numFmt: '@' }
const numberStyle: CellStyle = { ...style(fonts.body, 10.5, 'center'), border }

type Summed = 'killed' | 'injured' | 'seriouslyInjured' | 'lossYuan'
const summed: Readonly<Record<string, Summed>> = {
  '死亡(7日内)': 'killed',
  受伤: 'injured',
  重伤: 'seriouslyInjured',
  '直接财产损失(元)': 'lossYuan',
}

function totalsRow(accidents: readonly AccidentSummary[]): Cell[] {
  return accidentColumns.map(({ header }, index) => {
    if (index === 0) return `合计 ${accidents.length} 起`
    const field = summed[header]
    return field ? accidents.reduce((sum, accident) => sum + accident[field], 0) : null
  })
}

function conditionLine({ calibre, from, to }: AccidentFilter): string {
  const period = from || to ? `${from ?? '最早'} 至 ${to ?? '最近'}` : '全部'
  return [`统计口径：${calibreNames[calibre].zh}`, `期间：${period}`, calibreNote.zh].join('　　')
}

function rowsOf(accidents: readonly AccidentSummary[], filter: AccidentFilter): Cell[][] {
  const isDemo = accidents.some(({ demo }) => demo)
  const wide = (text: string): Cell[] => accidentColumns.map((_, index) => (index === 0 ? text : null))
  return [
    wide(`道路交通事故清单${isDemo ? '（演示数据）' : ''}`),
    wide(conditionLine(filter)),
    accidentColumns.map(({ header }) => header),
    ...accidents.map((accident) => accidentColumns.map(({ cell }) => cell(accident))),
    totalsRow(accidents),
  ]
}

function styleAt(row: number, value: Cell): CellStyle {
  if (row === 0) return titleStyle
  if (row === 1) return lineStyle
  if (row === 2) return headerStyle
  return typeof value === 'number' ? numberStyle : textStyle
}

/** The header is one row, the third, so that the file can be read back. */
function sheetOf(accidents: readonly AccidentSummary[], filter: AccidentFilter): WriteSheet {
  const rows = rowsOf(accidents, filter)
  const cells = new Map<string, Partial<SheetCell>>()
  rows.forEach((row, y) => row.forEach((value, x) => cells.set(`${y},${x}`, { style: styleAt(y, value) })))
  const endCol = accidentColumns.length - 1
  return {
    name: '事故清单',
    columns: accidentColumns.map(({ width }) => ({ width })),
    rows,
    cells,
    merges: [0, 1].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol })),
    freezePane: { rows: 3, columns: 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {
        top: inches(25),
        bottom: inches(20),
        left: inches(20),
        right: inches(20),
        header: 0.4,
        footer: 0.4,
      },
      printTitlesRow: '$1:$3',
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  }
}

/** Exactly what the filter shows, with its calibre and its sums. */
export function accidentWorkbook(
  accidents: readonly AccidentSummary[],
  filter: AccidentFilter,
): WriteOptions {
  return { sheets: [sheetOf(accidents, filter)], properties: { title: '道路交通事故清单' } }
}
