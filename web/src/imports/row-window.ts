export interface RowWindow {
  readonly first: number
  /** Behind the last one drawn. */
  readonly end: number
}

/** Drawn beyond the edge, so that a flick of the wheel does not show bare paper. */
const spare = 6

/** Which rows of a long list are in sight; all of one height. */
export function rowWindow(
  { scrollTop, height }: { readonly scrollTop: number; readonly height: number },
  rowHeight: number,
  count: number,
): RowWindow {
  const first = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - spare)
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare)
  return { first, end: Math.max(first, end) }
}

/** Where to scroll so that a row is in sight, moving as little as can be. */
export function scrollTo(
  { scrollTop, height }: { readonly scrollTop: number; readonly height: number },
  rowHeight: number,
  index: number,
): number {
  const top = index * rowHeight
  if (top < scrollTop) return top
  return Math.max(scrollTop, top + rowHeight - height)
}

const narrowest = 4
const widest = 16

/** Chinese characters are as wide as they are high, Latin ones a little more than half. */
function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += character.charCodeAt(0) > 0x2e7f ? 1 : 0.6
  return width
}

/** Widths of columns in em, by their titles and what stands in the first rows. */
export function columnWidths(titles: readonly string[], rows: readonly (readonly string[])[]): number[] {
  return titles.map((title, column) => {
    const widths = rows.map((row) => widthOf(row[column] ?? ''))
    const wanted = Math.max(Math.min(widthOf(title), widest / 2), ...widths) + 1.6
    return Math.round(Math.min(widest, Math.max(narrowest, wanted)) * 10) / 10
  })
}
