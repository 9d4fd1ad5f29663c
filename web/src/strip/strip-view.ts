import type { Span } from './strip-axis.ts'

const shortest = 500
const length = ({ from, to }: Span) => to - from

/** Inside the road, never shorter than can be read and never longer than the road. */
export function fittedView(whole: Span, { from, to }: Span): Span {
  const wanted = Math.min(Math.max(to - from, Math.min(shortest, length(whole))), length(whole))
  const middle = (from + to) / 2
  const start = Math.min(Math.max(middle - wanted / 2, whole.from), whole.to - wanted)
  return { from: start, to: start + wanted }
}

/** By a factor below 1 nearer; what lies at `at` stays where it is on the screen. */
export function zoomedView(whole: Span, view: Span, { factor, at }: { factor: number; at: number }): Span {
  const least = Math.min(shortest, length(whole))
  const wanted = Math.min(Math.max(length(view) * factor, least), length(whole))
  const share = (at - view.from) / length(view)
  return fittedView(whole, { from: at - share * wanted, to: at + (1 - share) * wanted })
}

export function pannedView(whole: Span, view: Span, metres: number): Span {
  return fittedView(whole, { from: view.from + metres, to: view.to + metres })
}

export interface Scale {
  readonly view: Span
  readonly left: number
  readonly width: number
}

export const metresPerUnit = ({ view, width }: Scale) => length(view) / width
export const xAt = (scale: Scale, running: number) =>
  scale.left + (running - scale.view.from) / metresPerUnit(scale)
export const runningAtX = (scale: Scale, x: number) =>
  scale.view.from + (x - scale.left) * metresPerUnit(scale)

/** Rows of paper, all at one scale; a rest too short for a row of its own makes every row a little longer. */
export function stripRows(range: Span, wanted: number): Span[] {
  const count = Math.max(1, Math.round(length(range) / wanted))
  const rowLength = Math.ceil(length(range) / count / 1000) * 1000
  const rows: Span[] = []
  for (let from = range.from; from < range.to; from += rowLength) rows.push({ from, to: from + rowLength })
  return rows
}
