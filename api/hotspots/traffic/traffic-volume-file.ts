import type { FieldError } from '../../http/problem.ts'
import { trafficMessages } from './traffic-messages.ts'
import type { NewTrafficVolume } from './traffic-volume.schema.ts'

const columns = {
  road: ['路线', '路线编号', '公路', 'road'],
  fromStake: ['起点桩号', '起点', 'from_stake', 'fromstake'],
  toStake: ['止点桩号', '止点', '终点桩号', 'to_stake', 'tostake'],
  year: ['年份', '年度', 'year'],
  aadt: ['年平均日交通量', '交通量', 'aadt'],
  source: ['来源', '数据来源', 'source'],
} as const
type Column = keyof typeof columns
const columnNames = Object.keys(columns) as Column[]

export interface ReadVolumes {
  readonly rows: readonly { readonly line: number; readonly body: NewTrafficVolume }[]
  readonly errors: readonly FieldError[]
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const plain = text.replaceAll(/[,，\s]/g, '')
  const value = /^\d+$/.test(plain) ? Number(plain) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

function readRow(cells: Readonly<Record<Column, string>>, line: number): ReadVolumes {
  const [year, aadt] = [wholeNumber(cells.year, 1980, 2100), wholeNumber(cells.aadt, 0, 1_000_000)]
  const errors = columnNames.flatMap((column): FieldError[] => {
    const path = `${line}.${column}`
    if (cells[column] === '') return [{ path, message: trafficMessages.empty() }]
    const isBroken = (column === 'year' && year === undefined) || (column === 'aadt' && aadt === undefined)
    return isBroken ? [{ path, message: trafficMessages.notANumber(cells[column]) }] : []
  })
  if (errors.length > 0) return { rows: [], errors }
  const { road, fromStake, toStake, source } = cells
  const body = { road, fromStake, toStake, year: year!, aadt: aadt!, source }
  return { rows: [{ line, body }], errors }
}

/** The rows of a table of volumes; columns go by their names, in any order. Errors name the line of the file. */
export function readVolumes(table: readonly (readonly unknown[])[]): ReadVolumes {
  const [head = [], ...body] = table
  const names = head.map((cell) =>
    String(cell ?? '')
      .trim()
      .toLowerCase(),
  )
  const positions = new Map(
    columnNames.map((column) => [
      column,
      names.findIndex((name) => (columns[column] as readonly string[]).includes(name)),
    ]),
  )
  const missing = columnNames.filter((column) => positions.get(column) === -1)
  if (missing.length > 0) {
    const message = trafficMessages.missingColumns(missing.map((column) => columns[column][0]))
    return { rows: [], errors: [{ path: '1', message }] }
  }
  const read = body.flatMap((cells, i) => {
    if (cells.every((cell) => String(cell ?? '').trim() === '')) return []
    const named = columnNames.map((column) => [column, String(cells[positions.get(column)!] ?? '').trim()])
    return [readRow(Object.fromEntries(named) as Record<Column, string>, i + 2)]
  })
  if (read.length === 0) return { rows: [], errors: [{ path: '2', message: trafficMessages.noRows() }] }
  return { rows: read.flatMap(({ rows }) => rows), errors: read.flatMap(({ errors }) => errors) }
}
