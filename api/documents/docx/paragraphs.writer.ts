import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import { twips } from '../typesetting/measures.ts'
import { linesOf } from '../typesetting/printable.ts'
import type { StyleName } from '../typesetting/text-styles.ts'

export const alignments = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const

/** Names of the document's own styles, as its style list shows them; headings and title are Word's, so that they make an outline. */
export const styleIds: Readonly<Record<StyleName, string>> = {
  title: 'Title',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  body: 'PaperBody',
  spread: 'PaperSpread',
  label: 'PaperLabel',
  value: 'PaperValue',
  copies: 'PaperCopies',
  caption: 'PaperCaption',
  note: 'PaperNote',
  number: 'PaperNumber',
  watermark: 'PaperWatermark',
}

export type Look = Omit<IParagraphOptions, 'text' | 'children' | 'style'> & {
  /** Half points, where it is not the style's. */
  readonly halfPoints?: number
}

/** Line breaks of the text stay line breaks. */
export const runsOf = (text: string, run: { readonly size?: number } = {}): TextRun[] =>
  linesOf(text).map((line, index) => new TextRun({ ...run, text: line, ...(index > 0 && { break: 1 }) }))

export function styled(style: StyleName, text: string, { halfPoints, ...look }: Look = {}): Paragraph {
  const size = halfPoints === undefined ? {} : { size: halfPoints }
  return new Paragraph({ ...look, style: styleIds[style], children: runsOf(text, size) })
}

/** Word wants a paragraph behind a table, and melts two tables together that have none between them. */
export const gapOf = (points: number, isKept = false): Paragraph =>
  new Paragraph({
    children: [],
    keepNext: isKept,
    spacing: { before: 0, after: 0, line: twips(points), lineRule: LineRuleType.EXACT },
  })

/** The break stands before its own line of one point: no page is left empty where the text ends at the foot. */
export const pageBreak = (): Paragraph =>
  new Paragraph({
    children: [],
    pageBreakBefore: true,
    spacing: { before: 0, after: 0, line: twips(1), lineRule: LineRuleType.EXACT },
  })
