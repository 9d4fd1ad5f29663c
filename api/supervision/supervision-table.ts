import type { FeatureCollection, Geometry } from 'geojson'
import type { AccidentCounts, SupervisionContent, SupervisionRow } from './list-content.schema.ts'

export type Cell = string | number | Date | null

export interface Column {
  readonly header: string
  /** Width on the page in characters of half a 汉字; the wide texts share what is left. */
  readonly width: number
  readonly growth: number
  readonly align: 'center' | 'left'
  readonly format: 'text' | 'integer' | 'money' | 'date'
  /** As it is printed; every format is made of this, so that no two of them can differ. */
  readonly text: (row: SupervisionRow) => string
}

export const countsText = ({ accidents, killed, injured }: AccidentCounts) =>
  `${accidents}起/${killed}死/${injured}伤`

const centred = { growth: 0, align: 'center', format: 'text' } as const
const wide = { align: 'left', format: 'text' } as const

/** The twenty columns of 挂牌督办清单, in the order in which the government reads them. */
export const columns: readonly Column[] = [
  { header: '序号', width: 5.4, ...centred, format: 'integer', text: (row) => String(row.position) },
  { header: '隐患编号', width: 12.8, ...centred, text: (row) => row.hazardNumber },
  { header: '道路名称及编号', width: 8, ...centred, text: (row) => row.road },
  { header: '桩号（起—止）/方向', width: 13.5, ...centred, text: (row) => row.stakeText.replace(' ', '\n') },
  { header: '所在苏木镇（嘎查）', width: 9, ...centred, text: (row) => row.township },
  { header: '隐患类型', width: 8, growth: 0.5, ...wide, text: (row) => row.types },
  { header: '隐患主要情况', width: 12, growth: 3, ...wide, text: (row) => row.situation },
  {
    header: '近三年事故（起/死/伤）',
    width: 9,
    ...centred,
    text: (row) => (row.accidents ? countsText(row.accidents) : '—'),
  },
  { header: '隐患等级', width: 5, ...centred, text: (row) => row.level },
  { header: '督办级别', width: 6.8, ...centred, text: (row) => row.supervisionLevel },
  { header: '治理责任单位', width: 7, ...centred, text: (row) => row.responsibleUnit },
  { header: '责任人', width: 6.8, ...centred, text: (row) => row.responsiblePerson },
  { header: '行业主管单位', width: 7, ...centred, text: (row) => row.regulatorUnit },
  { header: '治理措施', width: 11, growth: 2, ...wide, text: (row) => row.remedy },
  { header: '治理资金（万元）', width: 9, ...centred, format: 'money', text: (row) => row.fundsWan ?? '' },
  { header: '完成时限', width: 12.5, ...centred, format: 'date', text: (row) => row.dueDate ?? '' },
  { header: '已采取临时管控措施', width: 10, growth: 1, ...wide, text: (row) => row.temporaryControl },
  { header: '应急管理建议', width: 9, growth: 1, ...wide, text: (row) => row.emergencyAdvice },
  { header: '治理进展', width: 8, growth: 0.5, ...wide, text: (row) => row.progress },
  { header: '备注', width: 5, growth: 0.2, ...wide, text: (row) => row.remark },
]

/** Midnight UTC: a cell's date has no zone, and the writer takes the UTC day. */
function typed(text: string, format: Column['format']): Cell {
  if (text === '') return format === 'text' ? '' : null
  if (format === 'date') return new Date(`${text}T00:00:00Z`)
  return format === 'text' ? text : Number(text)
}

export const cellOf = ({ text, format }: Column, row: SupervisionRow): Cell => typed(text(row), format)

/** 合计: number of places, distinct accidents, exact sum of the funds. */
export function totalsText({ totals }: SupervisionContent): string[] {
  const texts: Readonly<Record<string, string>> = {
    序号: '合计',
    隐患编号: `${totals.hazards}处`,
    '近三年事故（起/死/伤）': countsText(totals),
    '治理资金（万元）': totals.fundsWan,
  }
  return columns.map(({ header }) => texts[header] ?? '')
}

export const totalsRow = (content: SupervisionContent): Cell[] =>
  totalsText(content).map((text, index) => {
    const { format } = columns[index]!
    return text === '' ? null : format === 'money' ? Number(text) : text
  })

const csvCell = (cell: Cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)

/** Header, rows and 合计 for spreadsheet programs that take no formats. */
export function csvRows(content: SupervisionContent): (string | number | null)[][] {
  const rows = content.rows.map((row) => columns.map((column) => csvCell(cellOf(column, row))))
  return [columns.map(({ header }) => header), ...rows, totalsRow(content).map(csvCell)]
}

/** Listed hazards as they were drawn when the list was made, with what the list says of itself. */
export function listFeatures(
  { rows }: SupervisionContent,
  metadata: Readonly<Record<string, string>>,
): FeatureCollection<Geometry | null> & { readonly metadata: Readonly<Record<string, string>> } {
  return {
    type: 'FeatureCollection',
    metadata,
    features: rows.map(({ geometry, facts: _facts, photos: _photos, ...properties }) => ({
      type: 'Feature',
      id: properties.hazardId,
      geometry: geometry as Geometry | null,
      properties,
    })),
  }
}
