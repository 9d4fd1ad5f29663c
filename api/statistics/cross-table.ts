import { noAccidents, sumOfIndices, type Indices } from './indices.ts'

export interface CrossCell extends Indices {
  readonly row: string
  readonly column: string
}

export interface CrossTable {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** One list per row, in the order of the columns. */
  readonly cells: readonly (readonly Indices[])[]
  readonly rowTotals: readonly Indices[]
  readonly columnTotals: readonly Indices[]
  readonly total: Indices
}

const figures = ({ accidents, killed, injured, lossYuan }: Indices): Indices => ({
  accidents,
  killed,
  injured,
  lossYuan,
})

/** Keys that occur beside those that are always listed; what is not known comes last. */
function keysOf(whole: readonly string[] | undefined, found: readonly string[]): string[] {
  const all = [...new Set([...(whole ?? []), ...found])]
  return all.sort((a, b) => Number(a === 'unknown') - Number(b === 'unknown') || (a < b ? -1 : a > b ? 1 : 0))
}

/** Totals are sums of the printed cells, so that they can never disagree with them. */
export function crossTable(
  found: readonly CrossCell[],
  whole: {
    readonly rows?: readonly string[] | undefined
    readonly columns?: readonly string[] | undefined
  } = {},
): CrossTable {
  const rows = keysOf(
    whole.rows,
    found.map(({ row }) => row),
  )
  const columns = keysOf(
    whole.columns,
    found.map(({ column }) => column),
  )
  const byPlace = new Map(found.map((cell) => [`${cell.row} ${cell.column}`, figures(cell)]))
  const cells = rows.map((row) => columns.map((column) => byPlace.get(`${row} ${column}`) ?? noAccidents))
  const rowTotals = cells.map(sumOfIndices)
  return {
    rows,
    columns,
    cells,
    rowTotals,
    columnTotals: columns.map((_, index) => sumOfIndices(cells.map((row) => row[index]!))),
    total: sumOfIndices(rowTotals),
  }
}
