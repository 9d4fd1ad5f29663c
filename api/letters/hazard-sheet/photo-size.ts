import type { SheetContent } from './sheet-content.ts'
import { timelineText } from './sheet-timeline.ts'

/** Points that a line of the form is high, and a photo at most. */
const line = 17
const highest = { two: 128, three: 94 } as const
const lowest = 70
/** What the words usually take; every line more is taken from the photos. */
const usualLines = 9

/** Characters on a line of a form that one field fills, or two share. */
const wholeLine = 36
const halfLine = 14

const lines = (text: string, length: number) => Math.max(1, Math.ceil([...text].length / length))

function linesOf({ fields, events, remarks }: SheetContent): number {
  const rows = fields.map((row) =>
    Math.max(...row.map(([, value]) => lines(value, row.length === 1 ? wholeLine : halfLine))),
  )
  const extra = rows.reduce((sum, count) => sum + count - 1, 0)
  return extra + lines(timelineText(events), wholeLine) + remarks.length
}

/** In pixels: two photos are wider than three, and all give way to a long story, so that it stays one page. */
export function photoSize(content: SheetContent): { readonly width: number; readonly height: number } {
  const kind = content.photos.length > 2 ? 'three' : 'two'
  const room = highest.two - line * Math.max(0, linesOf(content) - usualLines)
  const points = Math.max(lowest, Math.min(highest[kind], room))
  // Some 220 dots to the inch: more is not seen in a printed photo.
  const [width, widthPoints] = kind === 'three' ? [480, 151] : [720, 232]
  return { width, height: Math.round((points * width) / widthPoints) }
}
