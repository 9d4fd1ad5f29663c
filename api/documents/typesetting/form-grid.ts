import type { Form, FormRow } from '../paper.ts'
import type { Measure } from './line-breaking.ts'

export interface FormCell {
  readonly text: string
  readonly isLabel: boolean
  readonly width: number
  /** Columns of the form's common grid that the cell covers. */
  readonly span: number
}

export interface FormGrid {
  /** Widths of the columns that all rows' cells are made of. */
  readonly columns: readonly number[]
  readonly rows: readonly { readonly cells: readonly FormCell[]; readonly lines: number }[]
}

const padding = 12

/** As wide as the longest label, but no wider than seven characters: longer ones wrap. */
function labelWidth({ rows }: Form, measure: Measure): number {
  const widths = rows.flatMap(({ fields }) => fields.map(({ label }) => measure(label)))
  const character = measure('国')
  return Math.min(Math.max(character * 4, ...widths), character * 7) + padding
}

/** Where each cell of the row ends. */
function endsOf({ fields }: FormRow, width: number, label: number): number[] {
  const share = width / fields.length
  return fields.flatMap((_, index) => [share * index + Math.min(label, share / 2), share * (index + 1)])
}

const rounded = (value: number) => Math.round(value * 20) / 20

/** Rows of one, two or three fields side by side, on the grid of all their edges. */
export function formGrid(form: Form, width: number, measure: Measure): FormGrid {
  const label = labelWidth(form, measure)
  const ends = form.rows.map((row) => endsOf(row, width, label).map(rounded))
  const edges = [...new Set([0, ...ends.flat()])].sort((a, b) => a - b)
  const rows = form.rows.map((row, y) => ({
    lines: row.lines ?? 1,
    cells: row.fields
      .flatMap(({ label: name, value }) => [
        { text: name, isLabel: true },
        { text: value, isLabel: false },
      ])
      .map((cell, x) => {
        const from = x === 0 ? 0 : ends[y]![x - 1]!
        const to = ends[y]![x]!
        return { ...cell, width: to - from, span: edges.indexOf(to) - edges.indexOf(from) }
      }),
  }))
  return { columns: edges.slice(1).map((edge, index) => edge - edges[index]!), rows }
}
