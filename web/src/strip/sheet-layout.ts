import type { StripContent } from './strip-content.ts'
import type { LegendEntry } from './legend-entries.ts'
import type { Span } from './strip-axis.ts'
import { neededLanes } from './mark-groups.ts'
import { placeTracks, type PlacedTrack, type TrackRoom } from './strip-tracks.ts'
import { stripRows, type Scale } from './strip-view.ts'
import { textWidth } from './text-width.ts'

/** A4 landscape between the margins of the page, a quarter of a millimetre to a unit. */
export const sheet = { width: 1076, height: 768, perMillimetre: 4 }
export const headHeight = 62
const rowGap = 26
/** So that a kilometre is about a centimetre wide. */
const rowLength = 24_000

export const paperText = 11

export interface PlacedEntry extends LegendEntry {
  readonly x: number
  readonly y: number
}

/** Entries one after the other, in as many lines as they need. */
export function flowLegend(
  entries: readonly LegendEntry[],
  { width, size }: { width: number; size: number },
) {
  let [x, y] = [0, 0]
  const placed = entries.map((entry): PlacedEntry => {
    const needed = size * 2.3 + textWidth(entry.label, size) + size * 1.2
    if (x > 0 && x + needed > width) [x, y] = [0, y + size * 1.9]
    const at = { ...entry, x, y }
    x += needed
    return at
  })
  return { entries: placed, height: y + size * 1.9 }
}

export interface SheetRow {
  readonly span: Span
  readonly y: number
}

export interface SheetPlan {
  readonly sheets: readonly (readonly SheetRow[])[]
  readonly tracks: readonly PlacedTrack[]
  readonly rowHeight: number
  readonly room: TrackRoom
  readonly plot: Omit<Scale, 'view'>
}

export interface PlanQuestion {
  readonly content: Pick<StripContent, 'axis' | 'marks' | 'paperTracks' | 'axisEms'>
  readonly range: Span
  readonly legendHeight: number
  /** Of the longest name of a track, in text sizes. */
  readonly nameEms: number
}

const [smallest, largest] = [9, 13]

function rowPlan({ content, nameEms }: PlanQuestion, rows: readonly Span[], textSize: number) {
  const { axis, marks, paperTracks } = content
  const left = textSize * (nameEms + 1.8)
  const plot = { left, width: sheet.width - left - textSize * 1.5 }
  const lanes = neededLanes({
    ...{ axis, marks, textSize, tracks: paperTracks },
    scales: rows.map((view) => ({ ...plot, view })),
    most: { accident: 3, facility: 2, other: 1 },
  })
  const room: TrackRoom = { textSize, lanes, namesAbove: false, axisEms: content.axisEms }
  return { ...placeTracks(paperTracks, room), room, plot }
}

/** As many rows to a sheet as can still be read, and then as large as the sheet allows. */
export function planSheets(question: PlanQuestion): SheetPlan {
  const rows = stripRows(question.range, rowLength)
  const free = sheet.height - headHeight - question.legendHeight
  const rowsThatFit = (textSize: number) =>
    Math.max(1, Math.floor(free / (rowPlan(question, rows, textSize).height + rowGap)))
  const fitting = Math.min(rowsThatFit(smallest), rows.length)
  let textSize = largest
  while (textSize > smallest && rowsThatFit(textSize) < fitting) textSize -= 0.25
  const { tracks, height, room, plot } = rowPlan(question, rows, textSize)
  const pitch = fitting > 1 ? free / fitting : height + rowGap
  const sheets: SheetRow[][] = []
  for (let i = 0; i < rows.length; i += fitting)
    sheets.push(
      rows.slice(i, i + fitting).map((span, k) => ({ span, y: headHeight + rowGap * 0.7 + k * pitch })),
    )
  return { sheets, tracks, rowHeight: height, room, plot }
}
