import PdfDocument from 'pdfkit'
import type { Paper, PaperLayout } from '../paper.ts'
import { breakLines } from '../typesetting/line-breaking.ts'
import { type PageMeasures, pages, typeWidth } from '../typesetting/measures.ts'
import { type StyleName, type TextStyle, textStyles } from '../typesetting/text-styles.ts'
import { drawPageFoot, type PageTotal, openPageTotal } from './page-foot.writer.ts'
import { openType, type Type, weightOf } from './type.writer.ts'

export interface Sheet {
  readonly document: typeof PdfDocument.prototype
  readonly layout: PaperLayout
  readonly page: PageMeasures
  readonly width: number
  readonly foot: number
  readonly type: Type
  readonly styles: Readonly<Record<StyleName, TextStyle>>
  readonly watermark: string
  readonly total: PageTotal
  /** Where the next thing is drawn, from the top of the page. */
  y: number
  pageCount: number
}

export function openSheet({ title, layout, watermark = '', madeAt }: Paper): Sheet {
  const page = pages[layout]
  const document = new PdfDocument({
    autoFirstPage: false,
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, Producer: '', Creator: '', ...(madeAt && { CreationDate: madeAt }) },
    // No font before ours is opened, and nothing kept of what was set: a long document would not fit in memory.
    font: '',
    fontLayoutCache: false,
  } as ConstructorParameters<typeof PdfDocument>[0])
  const type = openType(document)
  const sheet: Sheet = {
    document,
    layout,
    page,
    width: typeWidth(page),
    foot: page.height - page.bottom,
    type,
    styles: textStyles[layout],
    watermark,
    total: openPageTotal(document, type),
    y: 0,
    pageCount: 0,
  }
  addPage(sheet)
  return sheet
}

export function addPage(sheet: Sheet): void {
  const { document, page, styles, watermark, width, type } = sheet
  document.addPage({ size: [page.width, page.height], margin: 0 })
  sheet.pageCount += 1
  sheet.y = page.top
  if (watermark) {
    const { size } = styles.watermark
    const right = page.left + width - type.measureIn('regular', size)(watermark)
    setLine(sheet, watermark, { x: right, y: page.top / 2, style: styles.watermark, colour: '#808080' })
  }
  drawPageFoot(sheet)
}

/** A new page where less than this is left. */
export function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > sheet.foot + 0.01 && sheet.y > sheet.page.top) addPage(sheet)
}

export const taken = ({ document }: Sheet): Uint8Array[] => {
  const chunks: Uint8Array[] = []
  for (let chunk = document.read() as Uint8Array | null; chunk; chunk = document.read() as Uint8Array | null)
    chunks.push(chunk)
  return chunks
}

interface Setting {
  readonly x: number
  /** Top of the line. */
  readonly y: number
  readonly style: Pick<TextStyle, 'face' | 'isBold' | 'size' | 'line'>
  readonly colour?: string
  readonly characterSpacing?: number
}

/** A Chinese character stands on its line with 0.88 of its height; the line is centred on it. */
const baselineOf = ({ y, style: { line, size } }: Setting) => y + line / 2 + size * 0.38

export function setLine({ document }: Sheet, text: string, setting: Setting): void {
  const { style, x, colour = '#000000', characterSpacing = 0 } = setting
  if (text === '') return
  document
    .font(weightOf(style), style.size)
    .fillColor(colour)
    .text(text, x, baselineOf(setting), { lineBreak: false, baseline: 'alphabetic', characterSpacing })
}

export type Align = 'left' | 'centre' | 'right' | 'both'

export interface Lines {
  readonly lines: readonly string[]
  readonly style: TextStyle
}

export function linesIn(
  sheet: Sheet,
  text: string,
  style: TextStyle,
  width = sheet.width,
  indent = 0,
): string[] {
  const measure = sheet.type.measureIn(weightOf(style), style.size)
  return sheet.type
    .settable(text)
    .split('\n')
    .flatMap((line) => breakLines(line, width, measure, indent))
}

interface Frame {
  readonly x: number
  readonly width: number
  readonly align?: Align
  readonly indent?: number
}

/** Full lines of running text end at the margin: what is left over is spread between the characters. */
function placeOf(sheet: Sheet, text: string, style: TextStyle, frame: Frame, isLastLine: boolean) {
  const left = frame.width - sheet.type.measureIn(weightOf(style), style.size)(text)
  if (frame.align === 'centre') return { x: frame.x + left / 2 }
  if (frame.align === 'right') return { x: frame.x + left }
  const gaps = [...text].length - 1
  const isSpread = frame.align === 'both' && !isLastLine && gaps > 0 && left < style.size * 3
  return { x: frame.x, ...(isSpread && { characterSpacing: left / gaps }) }
}

/** Sets lines one under the other at the sheet's place, onto new pages where needed. */
export function setLines(sheet: Sheet, lines: readonly string[], style: TextStyle, frame: Frame): void {
  lines.forEach((text, index) => {
    makeRoom(sheet, style.line)
    const indent = index === 0 ? (frame.indent ?? 0) : 0
    const inner = { ...frame, x: frame.x + indent, width: frame.width - indent }
    const place = placeOf(sheet, text, style, inner, index === lines.length - 1)
    setLine(sheet, text, { ...place, y: sheet.y, style })
    sheet.y += style.line
  })
}

export function rule(
  { document }: Sheet,
  from: readonly [number, number],
  to: readonly [number, number],
  width = 0.5,
  colour = '#000000',
) {
  document
    .lineWidth(width)
    .strokeColor(colour)
    .moveTo(...from)
    .lineTo(...to)
    .stroke()
}
