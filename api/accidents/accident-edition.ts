import type { Edition } from '../http/provenance-entries.ts'
import type { AccidentSummary } from './accident.schema.ts'

/**
 * Time, place and harm together tell people who know of it who was in it. Outside, an accident has neither number nor
 * minute nor exact point; the brief never leaves at all.
 */
const insideOnly = new Set([
  ...['事故编号', '登记编号', '统计事故编号', '办案单位', '是否逃逸'],
  ...['经度', '纬度', '坐标系', '原始坐标'],
])

interface Column<Row> {
  readonly header: string
  readonly cell: (row: Row) => string | number | null
}

export function columnsIn<Row extends AccidentSummary, Kind extends Column<Row>>(
  columns: readonly Kind[],
  edition: Edition,
): readonly Kind[] {
  if (edition === 'internal') return columns
  return columns
    .filter(({ header }) => !insideOnly.has(header))
    .map((column) =>
      column.header === '发生时间' ? { ...column, cell: (row: Row) => row.occurredAt.slice(0, 10) } : column,
    )
}

/** A thousandth of a degree is about a hundred metres: enough for a map, too little for a crossing. */
const blurred = (degrees: number) => Number(degrees.toFixed(3))

export function outsideView({ geometry, ...accident }: AccidentSummary): Record<string, unknown> & {
  readonly geometry: AccidentSummary['geometry']
} {
  const { accidentNo: _accidentNo, occurredAt, ...told } = accident
  return {
    ...told,
    occurredOn: occurredAt.slice(0, 10),
    geometry: geometry && { ...geometry, coordinates: geometry.coordinates.map(blurred) },
  }
}
